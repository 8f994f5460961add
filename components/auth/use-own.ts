'use client'

import { unstable_isUnrecognizedActionError, useRouter } from 'next/navigation'
import { type SubmitEvent, useActionState, useState, useTransition } from 'react'
import { notBegun, type SetUpAction, type SetUpState } from './set-up-state.ts'

/** The state of a part of one's own page, and what its forms need: several, of which one at a time is sent. Works without scripts too. */
export function useOwn(action: SetUpAction) {
  const router = useRouter()
  const [served, formAction] = useActionState(action, notBegun)
  const [own, setOwn] = useState<SetUpState | null>(null)
  const [sent, setSent] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const [isPending, start] = useTransition()
  const state = own ?? served

  function send(name: string, form: FormData) {
    setSent(name)
    start(async () => {
      const next = await action(state, form).catch(lost)
      setOwn(next)
      if (!next.ok) return
      setRound((round) => round + 1)
      router.refresh()
    })
  }

  return {
    state,
    /** How many times it went well: what is drawn with it as a key begins anew, closed and without what was typed. */
    round,
    /** The name of the form whose answer is awaited. */
    pending: isPending ? sent : null,
    /** What is wrong with this form; none while an answer is awaited. Without scripts it is not known which one was sent: null is all of them. */
    errorsOf: (name: string | null) => (!isPending && name === sent ? state.errors : []),
    element: (name: string) => ({
      action: formAction,
      noValidate: true,
      onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!isPending) send(name, new FormData(event.currentTarget))
      },
    }),
    send,
    /** Back to how it began, once what was shown was kept. */
    again: () => setOwn(notBegun),
  }
}

export type Own = ReturnType<typeof useOwn>

function lost(error: unknown): SetUpState {
  const message = unstable_isUnrecognizedActionError(error)
    ? 'This page is older than the server. Nothing was changed. Load the page again.'
    : 'No answer came. Load the page again to see whether it was changed.'
  return { ...notBegun, errors: [{ field: 'form', message }] }
}
