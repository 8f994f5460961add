'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { DemoPeople, type DemoPersonChoice } from './demo-people.tsx'
import { PasswordInput } from './password-input.tsx'

export interface SignInState {
  readonly message: string | null
  readonly email: string
  readonly retryAfterSeconds: number | null
}

export interface SignInFormProps {
  readonly signInAction: (previous: SignInState, formData: FormData) => Promise<SignInState>
  /** The path to go on to. */
  readonly next: string
  readonly demoPeople: readonly DemoPersonChoice[]
  /** True where another way in stands before it. */
  readonly isSecond?: boolean
  /** Other ways in, below the form. */
  readonly children?: ReactNode
}

const untouched: SignInState = { message: null, email: '', retryAfterSeconds: null }

export function SignInForm(props: SignInFormProps) {
  const { signInAction, next, demoPeople, isSecond = false, children } = props
  const [state, formAction, pending] = useActionState(signInAction, untouched)
  const waiting = state.retryAfterSeconds !== null
  // Which of the two is wrong is not told, so both are marked and the words stand once, at the first.
  const wrong = waiting || pending ? null : state.message
  return (
    <>
      <form
        action={formAction}
        className="flex flex-col gap-4 rounded-xl border bg-surface p-5 shadow-card sm:p-6"
        noValidate
      >
        {state.message !== null && (
          <ErrorSummary
            key={pending ? 'asking' : 'answered'}
            errors={[{ field: waiting ? null : 'email', message: state.message }]}
          />
        )}
        <Field id="email" label="E-mail address" error={wrong} required>
          {(control) => (
            <TextInput
              {...control}
              key={state.email}
              name="email"
              type="email"
              autoComplete="username"
              defaultValue={state.email}
              spellCheck={false}
            />
          )}
        </Field>
        <Field id="password" label="Password" required>
          {(control) => (
            <PasswordInput
              {...control}
              aria-invalid={wrong === null ? undefined : true}
              aria-describedby={wrong === null ? undefined : 'email-error'}
              name="password"
              autoComplete="current-password"
            />
          )}
        </Field>
        <input type="hidden" name="next" value={next} />
        <Button
          type="submit"
          variant={isSecond ? 'secondary' : 'primary'}
          pending={pending}
          pendingLabel="Signing in…"
          className="mt-1 w-full"
        >
          Sign in
        </Button>
      </form>
      {children}
      {demoPeople.length > 0 && (
        <DemoPeople people={demoPeople} formAction={formAction} next={next} pending={pending} />
      )}
    </>
  )
}
