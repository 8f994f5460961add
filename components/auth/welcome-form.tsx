'use client'

import { startTransition, type SubmitEvent, useActionState, useEffect } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf } from '#components/ui/form-state.ts'
import { Spinner } from '#components/ui/spinner.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { NewPassword } from './new-password.tsx'
import { useFragment } from './use-fragment.ts'
import { unopened, type WelcomeState } from './welcome-state.ts'

export interface WelcomeFormProps {
  readonly welcomeAction: (previous: WelcomeState, form: FormData) => Promise<WelcomeState>
  readonly shortest: number
}

/** Opens the link first, then asks for the password. Without scripts the link is pasted, because a server never sees what is after the #. */
export function WelcomeForm({ welcomeAction, shortest }: WelcomeFormProps) {
  const [state, formAction, pending] = useActionState(welcomeAction, unopened)
  const fragment = useFragment()

  useEffect(() => {
    if (fragment === null || fragment === '') return
    const form = new FormData()
    form.set('link', fragment)
    startTransition(() => formAction(form))
  }, [fragment, formAction])

  /** By hand rather than by `action` alone, which would empty the password after every answer. */
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => formAction(form))
  }

  const isOpening = fragment !== null && fragment !== '' && state.errors.length === 0
  return (
    <form
      action={formAction}
      onSubmit={submit}
      className="flex flex-col gap-4 rounded-xl border bg-surface p-5 shadow-card sm:p-6"
      noValidate
    >
      {state.errors.length > 0 && !pending && <ErrorSummary errors={state.errors} />}
      {state.person !== null ? (
        <ChoosePassword state={state} person={state.person} shortest={shortest} pending={pending} />
      ) : fragment === null ? (
        <noscript>
          <PasteLink state={state} pending={pending} />
        </noscript>
      ) : isOpening ? (
        <output className="flex items-center gap-2 text-sm text-muted">
          <Spinner /> Opening your link…
        </output>
      ) : (
        <PasteLink state={state} pending={pending} />
      )}
    </form>
  )
}

interface PartProps {
  readonly state: WelcomeState
  readonly pending: boolean
}

function PasteLink({ state, pending }: PartProps) {
  return (
    <div className="flex flex-col gap-4">
      <Field
        id="link"
        label="Your link"
        hint="Paste the whole link that you were sent."
        error={errorOf(state, 'link')}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="link"
            key={state.link}
            defaultValue={state.link}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending} pendingLabel="Opening…" className="w-full">
        Open the link
      </Button>
    </div>
  )
}

function ChoosePassword(props: PartProps & { person: { name: string; email: string }; shortest: number }) {
  const { state, person, shortest, pending } = props
  return (
    <>
      <div className="text-sm">
        <p className="font-semibold wrap-anywhere">{person.name}</p>
        <p className="wrap-anywhere text-muted">{person.email}</p>
      </div>
      <input type="hidden" name="link" value={state.link} />
      {/* Tells a password manager whose password this is. */}
      <input hidden readOnly type="email" name="email" autoComplete="username" value={person.email} />
      <NewPassword label="New password" shortest={shortest} error={errorOf(state, 'password')} />
      <Button type="submit" variant="primary" pending={pending} pendingLabel="Saving…" className="w-full">
        Save password
      </Button>
    </>
  )
}
