'use client'

import { type ComponentProps, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf } from '#components/ui/form-state.ts'
import { TextInput } from '#components/ui/text-input.tsx'
import { SetUpBegun } from './set-up-begun.tsx'
import type { BegunApp, SetUpState } from './set-up-state.ts'

export interface SetUpPart {
  readonly state: SetUpState
  readonly pending: boolean
  readonly next: string
  /** What each form of the page carries. */
  readonly form: Pick<ComponentProps<'form'>, 'action' | 'onSubmit' | 'noValidate'>
  readonly send: (form: FormData) => void
}

/** An authenticator app: first the secret, then its first code, from which on it counts. */
export function SetUpApp({ state, pending, next, form }: SetUpPart) {
  if (state.begun === null) {
    return (
      <form {...form} className="flex flex-col gap-3">
        <div>
          <h2 className="text-base font-semibold">Authenticator app</h2>
          <p className="text-sm text-muted">An app on your telephone shows a new code every 30 seconds.</p>
        </div>
        <input type="hidden" name="do" value="begin-app" />
        <input type="hidden" name="next" value={next} />
        <Button type="submit" variant="primary" pending={pending} className="w-full">
          Set up an app
        </Button>
      </form>
    )
  }
  return <Confirm {...{ state, pending, next, form }} begun={state.begun} />
}

/** It takes focus, because the button that led here is gone. */
function Confirm({
  state,
  pending,
  next,
  form,
  begun,
}: Omit<SetUpPart, 'send'> & { readonly begun: BegunApp }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <form {...form} className="flex flex-col gap-4">
      <section ref={box} tabIndex={-1} aria-labelledby="app-title" className="flex flex-col gap-3">
        <h2 id="app-title" className="text-base font-semibold">
          Authenticator app
        </h2>
        <SetUpBegun begun={begun} />
      </section>
      <input type="hidden" name="do" value="confirm-app" />
      <input type="hidden" name="next" value={next} />
      <Field
        id="code"
        label="Code of the app"
        hint="The six digits that it shows now."
        error={errorOf(state, 'code')}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="code"
            mono
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending} pendingLabel="Checking…" className="w-full">
        Confirm
      </Button>
    </form>
  )
}
