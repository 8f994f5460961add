'use client'

import { useState } from 'react'
import { PasswordInput } from '#components/shell/password-input.tsx'
import { Field } from '#components/ui/field.tsx'
import { CheckIcon } from '#components/ui/icons.tsx'

export interface NewPasswordProps {
  /** Of the field; `password` when left out. */
  readonly id?: string
  readonly label: string
  /** How many characters it needs at least. */
  readonly shortest: number
  readonly error: string | null
}

/** A password that is being chosen, as the field `password`. Says while one types whether it is long enough; the server judges the rest. */
export function NewPassword({ id = 'password', label, shortest, error }: NewPasswordProps) {
  const [length, setLength] = useState(0)
  const missing = Math.max(0, shortest - length)
  const isLong = missing === 0
  return (
    <Field
      id={id}
      label={label}
      hint={`${shortest} characters or more. Several words are easy to remember; names and common passwords are refused.`}
      error={error}
      required
      after={
        <span className="inline-flex min-h-4 items-center">
          {isLong && <CheckIcon className="mr-1.5 text-done" />}
          {/* Said once when it is reached, not at every key. */}
          <output>{isLong && 'Long enough'}</output>
          {!isLong && length > 0 && <span>{`${missing} more to go`}</span>}
        </span>
      }
    >
      {(control) => (
        <PasswordInput
          {...control}
          name="password"
          autoComplete="new-password"
          maxLength={200}
          onInput={(event) => setLength([...event.currentTarget.value.normalize('NFKC')].length)}
        />
      )}
    </Field>
  )
}
