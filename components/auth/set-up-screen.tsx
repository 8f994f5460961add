'use client'

import Link from 'next/link'
import { startTransition, type SubmitEvent, useActionState } from 'react'
import { SignInFrame } from '#components/shell/sign-in-frame.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { errorOf } from '#components/ui/form-state.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SetUpApp, type SetUpPart } from './set-up-app.tsx'
import { SetUpPasskey } from './set-up-passkey.tsx'
import { notBegun, type SetUpAction } from './set-up-state.ts'

export interface SetUpScreenProps {
  readonly action: SetUpAction
  readonly next: string
  /** True when it was done before this page was loaded, in another tab or before a reload. */
  readonly isSetUp: boolean
}

/** For whoever may not work before they have a second factor: choose one, keep the recovery codes, go on. */
export function SetUpScreen({ action, next, isSetUp }: SetUpScreenProps) {
  const [state, formAction, pending] = useActionState(action, notBegun)

  /** By hand rather than by `action` alone, which would empty the fields after every answer. */
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => formAction(form))
  }

  const part: SetUpPart = {
    state,
    pending,
    next,
    form: { action: formAction, onSubmit: submit, noValidate: true },
    send: (form) => startTransition(() => formAction(form)),
  }
  const isDone = state.recoveryCodes !== null || (isSetUp && state.begun === null)
  return (
    <SignInFrame
      title="Set up a second factor"
      lead="You need one before you can work here. It takes a minute, once."
    >
      <div className="flex flex-col gap-5 rounded-xl border bg-surface p-5 shadow-card sm:p-6">
        {state.errors.length > 0 && !pending && (
          <ErrorSummary
            errors={state.errors.map(({ field, message }) => ({
              field: field === 'form' ? null : field,
              message,
            }))}
          />
        )}
        {isDone ? (
          <Finish {...part} />
        ) : (
          <>
            <SetUpApp {...part} />
            {state.begun === null && <SetUpPasskey {...part} />}
          </>
        )}
      </div>
      <p className="mt-4 text-sm">
        <Link
          href={`/sign-in?${new URLSearchParams({ next })}`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          Begin again
        </Link>
      </p>
    </SignInFrame>
  )
}

function Finish({ state, pending, next, form }: SetUpPart) {
  const codes = state.recoveryCodes
  const problem = errorOf(state, 'kept')
  return (
    <>
      {codes === null || codes.length === 0 ? (
        <p className="text-sm text-muted">
          Your second factor is set up. Recovery codes are shown once; you can make new ones on your own page.
        </p>
      ) : (
        <RecoveryCodes codes={codes} />
      )}
      <form {...form} className="flex flex-col gap-4">
        <input type="hidden" name="do" value="finish" />
        <input type="hidden" name="next" value={next} />
        {codes !== null && codes.length > 0 && (
          <label htmlFor="kept" className="flex items-start gap-2.5 text-sm">
            <input type="hidden" name="shown" value="yes" />
            <input
              id="kept"
              type="checkbox"
              name="kept"
              value="yes"
              aria-invalid={problem === null ? undefined : true}
              className="mt-0.5 size-4 shrink-0 accent-accent-solid"
            />
            I have kept the recovery codes
          </label>
        )}
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          pendingLabel="Signing in…"
          className="w-full"
        >
          Go on
        </Button>
      </form>
    </>
  )
}
