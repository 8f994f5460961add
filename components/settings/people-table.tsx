import { roleInWords } from '#components/shell/role-words.ts'
import type { PersonLine } from '#lib/desk/read-settings-people.ts'
import { Badge } from '#components/ui/badge.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Time } from '#components/ui/time.tsx'

export function PeopleTable({ people }: { people: readonly PersonLine[] }) {
  return <DataTable caption="People" captionHidden columns={columns} rows={people} rowKey={({ id }) => id} />
}

export const factorWords = { yes: 'Yes', demanded: 'Demanded', no: 'No' } as const

/** Why somebody cannot sign in just now, in words; nothing when they can. */
export function PersonState({ person }: { person: PersonLine }) {
  if (person.disabledAt !== null) return <Badge tone="refused">Disabled</Badge>
  if (person.linkUntil !== null)
    return (
      <Badge tone="doubt">
        <span>
          {person.lastSeen === null ? 'Invited, link works until ' : 'Reset, link works until '}
          <Time at={person.linkUntil} show="both" />
        </span>
      </Badge>
    )
  if (!person.hasPassword && person.lastSeen === null)
    return <Badge tone="doubt">Invitation has run out</Badge>
  return null
}

const columns: readonly Column<PersonLine>[] = [
  {
    key: 'name',
    header: 'Name',
    rowHeader: true,
    bare: true,
    cell: (person) => (
      <>
        <TextLink href={`/settings/people/${person.id}`}>{person.name}</TextLink>
        <span className="block text-xs text-faint">{person.email}</span>
        <PersonState person={person} />
      </>
    ),
  },
  { key: 'role', header: 'Role', cell: ({ role }) => roleInWords(role), className: 'sm:w-32' },
  {
    key: 'factor',
    header: 'Second factor',
    cell: ({ secondFactor }) => factorWords[secondFactor],
    className: 'sm:w-32',
  },
  {
    key: 'seen',
    header: 'Last seen',
    cell: ({ lastSeen }) =>
      lastSeen === null ? <span className="text-faint">Never</span> : <Time at={lastSeen} />,
    className: 'sm:w-36',
  },
  {
    key: 'sessions',
    header: 'Sessions',
    isEmpty: ({ sessions }) => sessions === 0,
    cell: ({ sessions }) => <span className="tabular-nums">{sessions}</span>,
    className: 'sm:w-24',
  },
]
