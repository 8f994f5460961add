'use client'

import { PasswordInput } from '#components/shell/password-input.tsx'
import { Field } from '#components/ui/field.tsx'

/** Asks whoever is signed in to show once more who they are. */
export function Proof(props: { id: string; asks: 'password' | 'password or code'; error: string | null }) {
  const { id, asks, error } = props
  const takesCode = asks === 'password or code'
  return (
    <Field
      id={id}
      label={takesCode ? 'Your password, or a code of your app' : 'Your password'}
      hint="Asked again, so that nobody changes this who finds your screen open."
      error={error}
      required
    >
      {(control) => (
        <PasswordInput {...control} name="proof" autoComplete="current-password" maxLength={200} />
      )}
    </Field>
  )
}
