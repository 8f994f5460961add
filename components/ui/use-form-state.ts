import { startTransition, type SubmitEvent, useActionState } from 'react'
import { type FormStateAction, untouched } from './form-state.ts'

/**
 * A small form's state and what its element needs. With scripts the fields stay as typed whatever the answer is; without them the form goes
 * to the action all the same.
 */
export function useFormState(action: FormStateAction) {
  const [state, formAction, isPending] = useActionState(action, untouched)

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPending) return
    const form = new FormData(event.currentTarget)
    // Left to the element, React would empty the fields afterwards.
    startTransition(() => formAction(form))
  }

  return {
    state,
    isPending,
    wasSent: state !== untouched,
    element: { action: formAction, onSubmit, noValidate: true },
  }
}
