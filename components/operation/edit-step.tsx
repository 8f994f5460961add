'use client'

import { type RefObject, useEffect } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { outcomeWords } from '#components/ui/outcome-mark.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { Receipt } from '#lib/desk/receipt.ts'
import { utcText } from '#lib/time/speak-time.ts'
import { FieldControl } from './field-control.tsx'
import { keepFocus } from './keep-focus.ts'
import { formOf, receiptOf } from './links.ts'
import { prefetchNextStep } from './next-step.ts'
import type { OperationFormProps } from './operation-form.tsx'
import { titleOf } from './receipt-text.ts'
import { ReasonField, TicketFields } from './shared-fields.tsx'
import type { OperationFormState } from './use-operation-form.ts'

export interface StepProps extends OperationFormProps {
  readonly state: OperationFormState
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** The fields as the catalogue describes them. Posted without scripts it reaches an action that sends nothing. */
export function EditStep({ state, heading, ...props }: StepProps) {
  const { about, known, templates, callingHours, phonePlace, prefill, dcvLists, order } = props
  const { form, summary } = state
  const { errors, isSubmitting } = form.formState
  usePrefetchedChecks(state.formId)
  const control = { form, errors, defaults: state.defaults }
  const place = { order, account: props.account.id }
  const told = { known, templates, callingHours, phonePlace, prefill, dcvLists, ...place }
  return (
    <form
      id={state.formId}
      action={state.formAction}
      onSubmit={state.check}
      noValidate
      autoComplete="off"
      aria-labelledby="operation-title"
    >
      <div className="flex flex-col gap-5 p-5 sm:p-6">
        <header>
          <h2
            id="operation-title"
            ref={heading}
            tabIndex={-1}
            className="text-lg font-semibold tracking-tight outline-none"
          >
            {about.title}
          </h2>
          <p className="mt-1 max-w-prose text-base text-muted">{about.effect}</p>
        </header>
        {summary.length > 0 && (
          <ErrorSummary title="Nothing was sent: the form needs a change" errors={summary} />
        )}
        {state.unscriptedMessage && summary.length === 0 && (
          <Notice tone="warn" title={state.unscriptedMessage} live="polite" />
        )}
        <RestoredNotice state={state} />
        {props.again !== null && state.restored === null && <AgainNotice {...props} again={props.again} />}
        {about.fields.map((field) => (
          <FieldControl key={field.name} field={field} {...told} {...control} />
        ))}
        {about.contactChange && <ReasonField {...control} />}
        <TicketFields {...control} />
      </div>
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t bg-raised px-5 py-3.5 sm:px-6">
        <Button type="submit" variant="primary" pending={isSubmitting} onMouseDown={keepFocus}>
          Check before sending
        </Button>
        <p className="text-sm text-faint">Nothing is sent yet.</p>
      </footer>
    </form>
  )
}

/** The checks are fetched while the first field is being filled in. */
function usePrefetchedChecks(formId: string): void {
  useEffect(() => {
    const form = document.getElementById(formId)
    form?.addEventListener('focusin', prefetchNextStep, { once: true })
    return () => form?.removeEventListener('focusin', prefetchNextStep)
  }, [formId])
}

/** Says where the values come from: a link may fill in none of a contact, an attempt of this order may. */
function AgainNotice({ again, order, account, about }: OperationFormProps & { again: Receipt }) {
  const place = { order, account, operation: about.id, ticket: again.ticket }
  return (
    <Notice title={`filled in from the attempt at ${utcText(again.at)} UTC`}>
      <p>
        {outcomeWords[again.kind]}: {titleOf(again)}. This will be a new attempt.
      </p>
      <p className="flex flex-wrap gap-x-4">
        <TextLink href={receiptOf(place, again.attempt)}>See that attempt</TextLink>
        <TextLink href={formOf(place)}>Start with an empty form</TextLink>
      </p>
    </Notice>
  )
}

function RestoredNotice({ state }: { state: OperationFormState }) {
  if (state.restored === null) return null
  const wasSent = state.restored === 'sent'
  return (
    <Notice
      tone={wasSent ? 'warn' : 'info'}
      live="polite"
      title={wasSent ? 'you sent this before and no answer arrived' : 'what you typed before is still here'}
    >
      {wasSent && (
        <p>
          Check it and press again: the same attempt is looked up by its key, so nothing is sent twice. The
          order’s timeline shows it too if it was received.
        </p>
      )}
      <div className="pt-1">
        <Button size="sm" onClick={state.startOver}>
          Start over
        </Button>
      </div>
    </Notice>
  )
}
