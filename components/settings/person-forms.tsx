'use client'

import { type ReactNode, useState } from 'react'
import type { PersonView } from '#lib/desk/read-settings-people.ts'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { roleOptions } from './role-choice.ts'
import { SettingsForm } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'

export interface PersonFormProps {
  readonly view: PersonView
  readonly action: SettingsAction
}

export function RoleForm({ person, role, action }: { person: string; role: string; action: SettingsAction }) {
  return (
    <SettingsForm action={action} hidden={{ person }} submit="Save role" pendingLabel="Saving…">
      {(parts) => (
        <RadioGroup {...parts.radios('role', role)} legend="What they may do" options={roleOptions} />
      )}
    </SettingsForm>
  )
}

/** One form for both ways, so that what it said stays when the button turns round. */
export function FactorForm({ view, action }: PersonFormProps) {
  const { person, demanded } = view
  const isDemanded = demanded.ofPerson
  return (
    <SettingsForm
      action={action}
      hidden={{ person: person.id, demand: isDemanded ? 'no' : 'yes' }}
      submit={isDemanded ? 'Demand it no longer' : 'Demand a second factor'}
      pendingLabel="Saving…"
      className="gap-3"
    >
      {() => <Words title="Second factor">{factorSentences(view)}</Words>}
    </SettingsForm>
  )
}

function factorSentences({ person, demanded, isSelf }: PersonView): string {
  if (demanded.ofPerson)
    return `It is demanded of this person, whatever their role.${person.secondFactor === 'yes' ? '' : ' They have not set one up yet.'}`
  const now = demanded.ofRole
    ? 'Their role demands it already.'
    : person.secondFactor === 'yes'
      ? 'They have set one up by themselves.'
      : 'They may sign in with the password alone.'
  return `${now} ${isSelf ? 'If you demand it, it holds' : 'If you demand it, their sessions end, and it holds'} from the next sign-in on, whatever the role.`
}

/** Not for oneself: one's own page asks for a proof first. */
export function RemoveFactorsForm({ view: { person, isSelf }, action }: PersonFormProps) {
  // As it was when the page came, so that what the form said stays when there are none any more.
  const [isThere] = useState(person.secondFactor === 'yes' && !isSelf)
  if (!isThere) return null
  return (
    <div className="flex flex-col gap-2">
      <Words title="Lost second factor">
        For somebody who has lost their app or passkey and has no recovery codes left. Make sure first that it
        is they who ask.
      </Words>
      <SettingsForm
        summary="Remove their second factors"
        action={action}
        hidden={{ person: person.id }}
        submit="Remove now"
        pendingLabel="Removing…"
      >
        {() => (
          <p className="max-w-prose text-sm text-muted">
            App, passkeys and recovery codes of {person.name} are gone at once, and all their sessions end.
            Their password stays, and lets them in alone unless a second factor is demanded.
          </p>
        )}
      </SettingsForm>
    </div>
  )
}

export function ResetForm({ view: { person, isSelf }, action }: PersonFormProps) {
  // Not for oneself: the reset ends this session, and the link would be gone before it was read.
  const why = isSelf
    ? 'This is you. If you lose your password or second factor, another administrator resets them.'
    : person.disabledAt !== null
      ? 'This person is disabled. Enable them first; then their sign-in can be reset.'
      : null
  if (why !== null)
    return (
      <div>
        <Words title="Reset">{why}</Words>
      </div>
    )
  return (
    <div className="flex flex-col gap-2">
      <Words title={person.hasPassword ? 'Reset' : 'New link'}>
        {person.hasPassword
          ? 'For somebody who has lost their password: it is taken away, and you get a one-time link with which they set another. Second factors stay.'
          : 'Makes another one-time link. The one before opens nothing any more.'}
      </Words>
      <SettingsForm
        summary={person.hasPassword ? 'Reset the sign-in' : 'Make a new link'}
        action={action}
        hidden={{ person: person.id }}
        submit={person.hasPassword ? 'Reset now' : 'Make the link'}
        pendingLabel="Resetting…"
      >
        {() => (
          <p className="max-w-prose text-sm text-muted">
            The password of {person.name} is gone at once, and all their sessions end. Nothing is mailed: you
            hand the link over.
          </p>
        )}
      </SettingsForm>
    </div>
  )
}

/** One form for both ways: see FactorForm. */
export function AccessForm({ view: { person }, action }: PersonFormProps) {
  const isDisabled = person.disabledAt !== null
  return (
    <div className="flex flex-col gap-2">
      <Words title="Access">
        {isDisabled
          ? 'This person is disabled: they cannot sign in. What they did stays in the history.'
          : 'Disabling takes their access away at once, with their sessions and links. It can be undone.'}
      </Words>
      <SettingsForm
        summary={isDisabled ? 'Enable again' : 'Disable'}
        action={action}
        hidden={{ person: person.id, access: isDisabled ? 'enabled' : 'disabled' }}
        submit={isDisabled ? 'Enable now' : 'Disable now'}
        pendingLabel="Saving…"
      >
        {() => (
          <p className="max-w-prose text-sm text-muted">
            {isDisabled
              ? `${person.name} may sign in again, in the role ${person.role}.`
              : `${person.name} is signed out everywhere, in the middle of what they do.`}
          </p>
        )}
      </SettingsForm>
    </div>
  )
}

export function SessionsForm({ view: { person, isSelf }, action }: PersonFormProps) {
  return (
    <SettingsForm
      action={action}
      hidden={{ person: person.id }}
      submit="End all sessions"
      pendingLabel="Ending…"
      className="gap-3"
    >
      {() => isSelf && <p className="text-sm text-muted">This is you: you are signed out here as well.</p>}
    </SettingsForm>
  )
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="text-sm font-medium text-ink">{title}</h3>
      <p className="mt-0.5 max-w-prose text-sm text-muted">{children}</p>
    </div>
  )
}
