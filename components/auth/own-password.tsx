'use client'

import { PasswordInput } from '#components/shell/password-input.tsx'
import { SettingsForm } from '#components/settings/settings-form.tsx'
import type { SettingsAction } from '#components/settings/settings-state.ts'
import { Field } from '#components/ui/field.tsx'
import { NewPassword } from './new-password.tsx'

export interface OwnPasswordProps {
  readonly email: string
  readonly shortest: number
  readonly action: SettingsAction
}

export function OwnPassword({ email, shortest, action }: OwnPasswordProps) {
  return (
    <SettingsForm
      action={action}
      submit="Change the password"
      pendingLabel="Changing…"
      clears
      className="max-w-md"
    >
      {({ idOf, errorOf }) => (
        <>
          <p className="text-sm text-muted">Your sessions elsewhere end; this one stays.</p>
          {/* Tells a password manager whose password this is. */}
          <input hidden readOnly type="email" autoComplete="username" value={email} />
          <Field id={idOf('current')} label="Password now" error={errorOf('current')} required>
            {(control) => (
              <PasswordInput {...control} name="current" autoComplete="current-password" maxLength={200} />
            )}
          </Field>
          <NewPassword
            id={idOf('password')}
            label="New password"
            shortest={shortest}
            error={errorOf('password')}
          />
        </>
      )}
    </SettingsForm>
  )
}
