'use client'

import { unstable_isUnrecognizedActionError, useRouter } from 'next/navigation'
import { type SubmitEvent, useActionState, useState, useTransition } from 'react'
import { unsaved, type SettingsAction, type SettingsState } from './settings-state.ts'

/**
 * A settings form's state and what its element needs. With scripts the fields stay as typed whatever the answer is; without them the form
 * goes to the action all the same, and comes back filled in from `typed`.
 */
export function useSettings(action: SettingsAction) {
  const router = useRouter()
  const [served, formAction] = useActionState(action, unsaved)
  const [own, setOwn] = useState<SettingsState | null>(null)
  const [round, setRound] = useState(0)
  const [isPending, start] = useTransition()

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const form = new FormData(event.currentTarget, event.nativeEvent.submitter)
    start(async () => {
      const state = await action(unsaved, form).catch(lost)
      setOwn(state)
      if (!state.ok) return
      setRound((round) => round + 1)
      router.refresh()
    })
  }

  return {
    state: own ?? served,
    isPending,
    /** True when the page itself came back as the answer, because there are no scripts. */
    cameBack: served !== unsaved,
    /** How many times it went well. */
    round,
    element: { action: formAction, onSubmit, noValidate: true },
    /** Back to how it began, such as for another invitation. */
    again: () => setOwn(unsaved),
  }
}

function lost(error: unknown): SettingsState {
  const message = unstable_isUnrecognizedActionError(error)
    ? 'This page is older than the server. Nothing was changed. Load the page again.'
    : 'No answer came. Load the page again to see whether it was changed.'
  return { ...unsaved, errors: [{ field: 'form', message }] }
}
