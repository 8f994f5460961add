'use client'

import { type SubmitEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf } from '#components/ui/form-state.ts'
import { TextInput } from '#components/ui/text-input.tsx'
import { makePasskey } from './passkey-browser.ts'
import type { SetUpPart } from './set-up-app.tsx'

/** A passkey instead of an app. Not there without scripts, which it needs. */
export function SetUpPasskey({ state, pending, next, send }: SetUpPart) {
  const [asked, setAsked] = useState<{ isOpen: boolean; problem: string | null }>({
    isOpen: false,
    problem: null,
  })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setAsked({ isOpen: true, problem: null })
    const made = await makePasskey('/sign-in/set-up/passkey')
    setAsked({ isOpen: false, problem: made.ok ? null : made.message })
    if (!made.ok) return
    form.set('answer', made.json)
    send(form)
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3 border-t pt-5 noscript:hidden">
      <div>
        <h2 className="text-base font-semibold">Passkey</h2>
        <p className="text-sm text-muted">Your device or a security key asks for a PIN or a finger.</p>
      </div>
      {asked.problem !== null && !asked.isOpen && <ErrorSummary errors={[{ message: asked.problem }]} />}
      <input type="hidden" name="do" value="add-passkey" />
      <input type="hidden" name="next" value={next} />
      <Field id="name" label="Name" hint="So that you know it again." error={errorOf(state, 'name')} required>
        {(control) => (
          <TextInput {...control} name="name" defaultValue="My passkey" autoComplete="off" maxLength={60} />
        )}
      </Field>
      <Button
        type="submit"
        pending={pending || asked.isOpen}
        pendingLabel={asked.isOpen ? 'Asking for the passkey…' : undefined}
        className="w-full"
      >
        Set up a passkey
      </Button>
    </form>
  )
}
