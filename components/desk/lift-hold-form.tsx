'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf, type FormStateAction, typedOf } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { useFormState } from '#components/ui/use-form-state.ts'

export interface LiftHoldFormProps {
  readonly summary: string
  readonly account: string
  readonly label: string
  readonly liftHoldAction: FormStateAction
}

/** Folded away. It comes back open when it was sent without scripts, or before they had come. */
export function LiftHoldForm({ summary, account, label, liftHoldAction }: LiftHoldFormProps) {
  const { state, isPending, wasSent, element } = useFormState(liftHoldAction)
  const note = `note-${account}`
  const folded = (content: ReactNode) => (
    <Disclosure summary={summary} className="mt-2.5" open={wasSent || undefined}>
      {content}
    </Disclosure>
  )
  if (state.ok) {
    return folded(
      <Notice tone="success" live="polite" className="mt-3" title={state.message}>
        The next operation is sent again. If the CA answers -16 once more, the hold comes back.
      </Notice>,
    )
  }
  return folded(
    <form {...element} className="mt-3 flex max-w-lg flex-col gap-3">
      {state.errors.length > 0 && !isPending && (
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
        {(control) => (
          <Textarea
            {...control}
            name="note"
            rows={2}
            maxLength={1000}
            defaultValue={typedOf(state, 'note')}
          />
        )}
      </Field>
      <div>
        <Button type="submit" pending={isPending} pendingLabel="Lifting the hold…">
          Lift hold<span className="sr-only">{` on ${label}`}</span>
        </Button>
      </div>
    </form>,
  )
}
