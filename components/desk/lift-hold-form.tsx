'use client'

import { useActionState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf, type FormStateAction, untouched } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Textarea } from '#components/ui/textarea.tsx'

export interface LiftHoldFormProps {
  readonly account: string
  readonly label: string
  readonly liftHoldAction: FormStateAction
}

export function LiftHoldForm({ account, label, liftHoldAction }: LiftHoldFormProps) {
  const [state, formAction, pending] = useActionState(liftHoldAction, untouched)
  const note = `note-${account}`
  if (state.ok) {
    return (
      <Notice tone="success" live="polite" className="mt-3" title={state.message}>
        The next operation is sent again. If the CA answers -16 once more, the hold comes back.
      </Notice>
    )
  }
  return (
    <form action={formAction} noValidate className="mt-3 flex max-w-lg flex-col gap-3">
      {state.errors.length > 0 && !pending && (
        <ErrorSummary
          errors={state.errors.map((error) => ({
            field: error.field === 'note' ? note : null,
            message: error.message,
          }))}
        />
      )}
      <input type="hidden" name="account" value={account} />
      <Field
        id={note}
        label="What did you check, and what was wrong?"
        hint="Kept in the history."
        error={errorOf(state, 'note')}
        required
      >
        {(control) => <Textarea {...control} name="note" rows={2} maxLength={1000} />}
      </Field>
      <div>
        <Button type="submit" pending={pending} pendingLabel="Lifting the hold…">
          Lift hold<span className="sr-only">{` on ${label}`}</span>
        </Button>
      </div>
    </form>
  )
}
