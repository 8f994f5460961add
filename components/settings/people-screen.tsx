import type { PeopleView } from '#lib/desk/read-settings-people.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Card } from '#components/ui/section.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { InviteForm } from './invite-form.tsx'
import { PeopleTable } from './people-table.tsx'
import type { SettingsAction } from './settings-state.ts'

export interface PeopleScreenProps {
  readonly view: PeopleView
  readonly search: string
  readonly invitePersonAction: SettingsAction
}

export function PeopleScreen({ view, search, invitePersonAction }: PeopleScreenProps) {
  const { people, total } = view
  return (
    <>
      <PageHeader title="People" description="Who may sign in, and what each of them may do." />
      <Card className="mb-6 px-4 py-3">
        <InviteForm invitePersonAction={invitePersonAction} />
      </Card>
      <search>
        <form action="/settings/people" method="get" className="mb-3 flex flex-wrap items-end gap-2">
          <Field id="q" label="Search people" className="min-w-40 flex-1 sm:max-w-72">
            {(control) => (
              <TextInput
                {...control}
                name="q"
                type="search"
                defaultValue={search}
                placeholder="Name, e-mail or role"
                autoComplete="off"
              />
            )}
          </Field>
          <Button type="submit">Search</Button>
          {search !== '' && (
            <ButtonLink href="/settings/people" variant="ghost">
              Clear
            </ButtonLink>
          )}
        </form>
      </search>
      <p className="mb-2 text-sm text-faint tabular-nums">
        {search === '' ? counted(total) : `${people.length} of ${counted(total)}`}
      </p>
      <Card className="overflow-hidden">
        {people.length === 0 ? (
          <EmptyState title="Nobody matches this search">
            <TextLink href="/settings/people">Show everybody</TextLink>
          </EmptyState>
        ) : (
          <PeopleTable people={people} />
        )}
      </Card>
    </>
  )
}

const counted = (count: number) => (count === 1 ? '1 person' : `${count} people`)
