'use client'

import { startTransition, type SubmitEvent, useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf, type FormState } from '#components/ui/form-state.ts'
import { TextInput } from '#components/ui/text-input.tsx'
import { NewPassword } from './new-password.tsx'

/** What was typed comes back for a form that was sent without scripts; the password never does. */
export interface FirstRunState extends FormState {
  readonly typed: { readonly code: string; readonly email: string; readonly name: string }
}

export interface FirstRunFormProps {
  readonly firstRunAction: (previous: FirstRunState, form: FormData) => Promise<FirstRunState>
  /** From the address; empty when somebody came here without it. */
  readonly code: string
  readonly shortest: number
}

export function FirstRunForm({ firstRunAction, code, shortest }: FirstRunFormProps) {
  const untouched = { ok: false, errors: [], message: null, typed: { code, email: '', name: '' } }
  const [state, formAction, pending] = useActionState<FirstRunState, FormData>(firstRunAction, untouched)
  const isAsked = code === '' || errorOf(state, 'code') !== null

  /** By hand rather than by `action` alone, which would empty the fields after every answer. */
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => formAction(form))
  }

  return (
    <form
      action={formAction}
      onSubmit={submit}
      className="flex flex-col gap-4 rounded-xl border bg-surface p-5 shadow-card sm:p-6"
      noValidate
    >
      {state.errors.length > 0 && !pending && <ErrorSummary errors={state.errors.map(withoutForm)} />}
      {!isAsked && <input type="hidden" name="code" value={code} />}
      {isAsked && (
        <Field
          id="code"
          label="Code"
          hint="It stands in the link that the server printed when it started."
          error={errorOf(state, 'code')}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              name="code"
              defaultValue={state.typed.code}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
      )}
      <Field id="name" label="Your name" error={errorOf(state, 'name')} required>
        {(control) => (
          <TextInput {...control} name="name" defaultValue={state.typed.name} autoComplete="name" />
        )}
      </Field>
      <Field id="email" label="E-mail address" error={errorOf(state, 'email')} required>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            type="email"
            defaultValue={state.typed.email}
            autoComplete="username"
            spellCheck={false}
          />
        )}
      </Field>
      <NewPassword label="Password" shortest={shortest} error={errorOf(state, 'password')} />
      <Button type="submit" variant="primary" pending={pending} pendingLabel="Adding…" className="w-full">
        Add the administrator
      </Button>
    </form>
  )
}

const withoutForm = ({ field, message }: FirstRunState['errors'][number]) => ({
  field: field === 'form' ? null : field,
  message,
})
