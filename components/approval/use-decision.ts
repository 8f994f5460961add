import { unstable_isUnrecognizedActionError, useRouter } from 'next/navigation'
import { type SubmitEvent, useActionState, useState, useTransition } from 'react'
import { type ApprovalAction, type ApprovalState, undecided } from './approval-state.ts'

/**
 * One decision's form. With scripts the page is read again once it is made, and `onMade` gets what came of it; without them the form goes
 * to the action all the same.
 */
export function useDecision(action: ApprovalAction, onMade: (made: ApprovalState) => void) {
  const router = useRouter()
  const [served, formAction] = useActionState(action, undecided)
  const [own, setOwn] = useState<ApprovalState | null>(null)
  const [isPending, start] = useTransition()

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const form = new FormData(event.currentTarget)
    start(async () => {
      const made = await action(undecided, form).catch(lost)
      setOwn(made)
      if (!made.ok) return
      onMade(made)
      router.refresh()
    })
  }

  return {
    state: own ?? served,
    isPending,
    /** True when the page itself came back as the answer: there are no scripts, or they came later than the press. */
    cameBack: served !== undecided,
    element: { action: formAction, onSubmit, noValidate: true },
  }
}

function lost(error: unknown): ApprovalState {
  const message = unstable_isUnrecognizedActionError(error)
    ? 'This page is older than the server. Nothing was changed. Load the page again.'
    : 'No answer came. Load the page again to see how it stands; nothing is sent twice.'
  return { ...undecided, errors: [{ field: 'form', message }] }
}
