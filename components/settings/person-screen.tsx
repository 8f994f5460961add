import { deviceWords } from '#lib/auth/device-words.ts'
import type { PersonView } from '#lib/desk/read-settings-people.ts'
import { roleInWords } from '#components/shell/role-words.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { KeyValue } from '#components/ui/key-value.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Card, Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Time } from '#components/ui/time.tsx'
import { factorWords, PersonState } from './people-table.tsx'
import {
  AccessForm,
  FactorForm,
  RemoveFactorsForm,
  ResetForm,
  RoleForm,
  SessionsForm,
} from './person-forms.tsx'
import type { SettingsAction } from './settings-state.ts'

export interface PersonScreenProps {
  readonly view: PersonView
  readonly actions: Readonly<
    Record<
      | 'setRoleAction'
      | 'setAccessAction'
      | 'resetPersonAction'
      | 'removeFactorsAction'
      | 'requireFactorAction'
      | 'endSessionsAction',
      SettingsAction
    >
  >
}

export function PersonScreen({ view, actions }: PersonScreenProps) {
  const { person, isSelf, isLastAdministrator } = view
  const guard = isSelf
    ? 'This is you. Nobody changes their own role or access: another administrator does.'
    : isLastAdministrator
      ? 'This is the last administrator. Make somebody else one first.'
      : null
  return (
    <>
      <p className="mb-2 text-sm">
        <TextLink href="/settings/people">People</TextLink>
      </p>
      <PageHeader title={person.name} />
      <div className="flex flex-col gap-8">
        <Card className="px-4 py-4">
          <KeyValue items={factsOf(view)} />
        </Card>
        {guard && <Notice title={guard} />}
        <Section look="padded" id="role" title="Role">
          {guard === null ? (
            <RoleForm person={person.id} role={person.role} action={actions.setRoleAction} />
          ) : (
            <p className="text-sm text-muted">{roleInWords(person.role)}</p>
          )}
        </Section>
        <Section id="sign-in" title="Sign-in">
          <div className="divide-y *:px-4 *:py-4">
            <FactorForm view={view} action={actions.requireFactorAction} />
            <RemoveFactorsForm view={view} action={actions.removeFactorsAction} />
            <ResetForm view={view} action={actions.resetPersonAction} />
            {guard === null && <AccessForm view={view} action={actions.setAccessAction} />}
          </div>
        </Section>
        <Sessions view={view} action={actions.endSessionsAction} />
        <LastEvents view={view} />
      </div>
    </>
  )
}

function factsOf({ person }: PersonView) {
  return [
    { term: 'E-mail address', detail: person.email },
    { term: 'Role', detail: roleInWords(person.role) },
    { term: 'Second factor', detail: factorWords[person.secondFactor] },
    {
      term: 'Last seen',
      detail: person.lastSeen === null ? 'Never' : <Time at={person.lastSeen} show="both" />,
    },
    { term: 'Added', detail: <Time at={person.addedAt} show="both" /> },
    {
      term: 'State',
      detail:
        person.disabledAt === null &&
        person.linkUntil === null &&
        (person.hasPassword || person.lastSeen !== null) ? (
          'May sign in'
        ) : (
          <PersonState person={person} />
        ),
    },
  ]
}

function Sessions({ view, action }: { view: PersonView; action: SettingsAction }) {
  return (
    <Section id="sessions" title="Sessions" count={view.sessions.length}>
      {view.sessions.length === 0 ? (
        <EmptyState title="Signed in nowhere" />
      ) : (
        <ul className="divide-y text-sm">
          {view.sessions.map((session) => (
            <li key={`${session.since}${session.seen}${session.device}`} className="px-4 py-2.5">
              <p className="wrap-anywhere">
                {deviceWords(session.device)}
                {session.isThis && <span className="text-faint"> (this one)</span>}
              </p>
              <p className="text-faint">
                Since <Time at={session.since} show="both" />, last seen <Time at={session.seen} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="border-t px-4 py-3 empty:hidden">
        <SessionsForm view={view} action={action} />
      </div>
    </Section>
  )
}

function LastEvents({ view: { person, events } }: { view: PersonView }) {
  return (
    <Section
      id="events"
      title="What they did last"
      actions={
        <TextLink href={`/activity?person=${encodeURIComponent(person.id)}`} className="text-sm">
          All of it in the activity
        </TextLink>
      }
    >
      {events.length === 0 ? (
        <EmptyState title="Nothing yet" />
      ) : (
        <ul className="divide-y text-sm">
          {events.map((event) => (
            <li key={event.seq} className="flex flex-wrap justify-between gap-x-4 px-4 py-2">
              <span className="min-w-0 wrap-anywhere">
                {event.words}
                {event.order && <span className="text-faint"> · order {event.order}</span>}
                {event.detail && <span className="block text-xs text-faint">{event.detail}</span>}
              </span>
              <Time at={event.at} show="both" className="text-faint" />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
