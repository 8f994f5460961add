'use client'

import { startTransition, type SubmitEvent, useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf, untouched, type FormStateAction } from '#components/ui/form-state.ts'
import { TextInput } from '#components/ui/text-input.tsx'

export interface SecondFactorCodeProps {
  readonly kind: 'app' | 'recovery'
  readonly action: FormStateAction
  readonly next: string
}

const copy = {
  app: {
    label: 'Code of the app',
    hint: 'The six digits that your authenticator app shows now.',
    send: 'Sign in',
  },
  recovery: {
    label: 'Recovery code',
    hint: 'One of those that you kept. Each counts once.',
    send: 'Sign in with this code',
  },
} as const

/** One field for one code. Works without scripts. */
export function SecondFactorCode({ kind, action, next }: SecondFactorCodeProps) {
  const [state, formAction, pending] = useActionState(action, untouched)
  const { label, hint, send } = copy[kind]
  const id = `${kind}-code`

  /** By hand rather than by `action` alone, which would empty the field after every answer. */
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => formAction(form))
  }

  const form = (
    <form action={formAction} onSubmit={submit} noValidate className="flex flex-col gap-4">
      {state.errors.length > 0 && !pending && (
        <ErrorSummary
          errors={state.errors.map(({ field, message }) => ({
            field: field === 'code' ? id : null,
            message,
          }))}
        />
      )}
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="next" value={next} />
      <Field id={id} label={label} hint={hint} error={errorOf(state, 'code')} required>
        {(control) => (
          <TextInput
            {...control}
            name="code"
            mono
            inputMode={kind === 'app' ? 'numeric' : 'text'}
            autoComplete={kind === 'app' ? 'one-time-code' : 'off'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
          />
        )}
      </Field>
      <Button
        type="submit"
        variant={kind === 'app' ? 'primary' : 'secondary'}
        pending={pending}
        pendingLabel="Signing in…"
        className="w-full"
      >
        {send}
      </Button>
    </form>
  )
  if (kind === 'app') return form
  return (
    <Disclosure summary="Use a recovery code" open={state.errors.length > 0}>
      {form}
    </Disclosure>
  )
}
