'use client'

import type { AccountLine } from '#lib/desk/read-settings-accounts.ts'
import { PasswordInput } from '#components/shell/password-input.tsx'
import { Field } from '#components/ui/field.tsx'
import { SettingsForm, type FormParts } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { TextField } from './text-field.tsx'

export interface AddAccountFormProps {
  readonly usualBaseUrl: string
  /** Nothing can be sent yet, so the form is open. */
  readonly isFirst: boolean
  readonly action: SettingsAction
}

export function AddAccountForm({ usualBaseUrl, isFirst, action }: AddAccountFormProps) {
  return (
    <SettingsForm
      summary="Add an account"
      isOpen={isFirst}
      action={action}
      submit="Add the account"
      pendingLabel="Adding…"
      variant="primary"
      another="Add another account"
      className="max-w-lg pb-1"
    >
      {(parts) => (
        <>
          <Facts parts={parts} label="" loginName="" baseUrl={usualBaseUrl} />
          <Secret parts={parts} label="Password" />
        </>
      )}
    </SettingsForm>
  )
}

export function AccountFactsForm({ account, action }: { account: AccountLine; action: SettingsAction }) {
  return (
    <SettingsForm action={action} hidden={{ account: account.id }} submit="Save" pendingLabel="Saving…">
      {(parts) => <Facts parts={parts} {...account} />}
    </SettingsForm>
  )
}

export function PasswordForm({ account, action }: { account: string; action: SettingsAction }) {
  return (
    <SettingsForm
      action={action}
      hidden={{ account }}
      submit="Replace the password"
      pendingLabel="Replacing…"
      clears
    >
      {(parts) => <Secret parts={parts} label="New password" />}
    </SettingsForm>
  )
}

interface FactsProps {
  readonly parts: FormParts
  readonly label: string
  readonly loginName: string
  readonly baseUrl: string
}

function Facts({ parts, label, loginName, baseUrl }: FactsProps) {
  return (
    <>
      <TextField
        parts={parts}
        name="label"
        label="Label"
        hint="What people choose it by, 60 characters at most."
        now={label}
        required
      />
      <TextField
        parts={parts}
        name="loginName"
        label="Login name at the CA"
        now={loginName}
        required
        autoCapitalize="none"
        spellCheck={false}
        mono
      />
      <TextField
        parts={parts}
        name="baseUrl"
        label="Base URL"
        hint="Where the CA answers. A wrong one means that nothing is sent."
        now={baseUrl}
        required
        type="url"
        spellCheck={false}
        mono
      />
    </>
  )
}

function Secret({ parts: { idOf, errorOf }, label }: { parts: FormParts; label: string }) {
  return (
    <Field
      id={idOf('password')}
      label={label}
      hint="As the CA knows it. It is not checked there: the first request shows whether it is right."
      error={errorOf('password')}
      required
    >
      {(control) => <PasswordInput {...control} name="password" autoComplete="new-password" />}
    </Field>
  )
}
