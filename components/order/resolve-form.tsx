'use client'

import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { errorOf, type FormStateAction, typedOf } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Textarea } from '#components/ui/textarea.tsx'
import { useFormState } from '#components/ui/use-form-state.ts'
import { findingWords } from './finding-words.ts'

const options = Object.entries(findingWords).map(([value, label]) => ({ value, label }))

export interface ResolveFormProps {
  readonly attempt: string
  readonly resolveAttemptAction: FormStateAction
}

/** Folded away. It comes back open when it was sent without scripts, or before they had come. */
export function ResolveForm({ attempt, resolveAttemptAction }: ResolveFormProps) {
  const { state, isPending, wasSent, element } = useFormState(resolveAttemptAction)
  const ids: Readonly<Record<string, string>> = { finding: `finding-${attempt}`, note: `note-${attempt}` }
  const folded = (content: ReactNode) => (
    <Disclosure summary="Resolve: say what you found out" className="mt-2" open={wasSent || undefined}>
      {content}
    </Disclosure>
  )
  if (state.ok) return folded(<Notice tone="success" word="Resolved" live="polite" title={state.message} />)
  return folded(
    <form {...element} className="flex flex-col gap-4 rounded-md border bg-raised p-3.5">
      {state.errors.length > 0 && !isPending && (
        <ErrorSummary
          errors={state.errors.map(({ field, message }) => ({ field: ids[field] ?? null, message }))}
        />
      )}
      <input type="hidden" name="attempt" value={attempt} />
      <RadioGroup
        id={`finding-${attempt}`}
        name="finding"
        legend="What did you find out?"
        options={options}
        error={errorOf(state, 'finding')}
        required
        defaultValue={typedOf(state, 'finding')}
      />
      <Field
        id={`note-${attempt}`}
        label="How did you find out?"
        hint="Such as who confirmed it. Kept in the history."
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
        <Button type="submit" pending={isPending} pendingLabel="Recording…">
          Record
        </Button>
      </div>
    </form>,
  )
}
