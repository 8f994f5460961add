'use client'

import { Button } from '#components/ui/button.tsx'
import { KeyValue } from '#components/ui/key-value.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { NotSent } from '#lib/desk/receipt.ts'
import { Providers } from '../providers.tsx'
import { CheckedValue } from './checked-value.tsx'
import { isWaiting, ProblemNotice } from './problem-notice.tsx'
import { ticketInWords } from './receipt-text.ts'
import type { Problem } from './use-send.ts'
import { type CheckedStepProps, useSender } from './use-sender.ts'

/** The last look: what will happen, to whom, for which account and order. */
export function CheckStep(props: CheckedStepProps) {
  return (
    <Providers>
      <LastLook {...props} />
    </Providers>
  )
}

function LastLook(props: CheckedStepProps) {
  const { about, order, account, state, heading, checked } = props
  const sender = useSender(props)
  const { asks } = sender
  const isAsked = isWaiting(sender.problem)
  const { ticket = '', ticketSystem = '', reason = '' } = checked.values
  return (
    <section aria-labelledby="check-title">
      <div className="flex flex-col gap-5 p-5 sm:p-6">
        <header>
          <h2
            id="check-title"
            ref={heading}
            tabIndex={-1}
            className="text-lg font-semibold tracking-tight outline-none"
          >
            {isAsked ? 'Asked for approval' : 'Check before sending'}
          </h2>
          <p className="mt-1 max-w-prose text-base text-muted">{about.effect}</p>
        </header>
        {asks && !isAsked && (
          <Notice title="a second person has to agree">
            Nothing is sent yet. Your request waits on this order’s page until another manager or an
            administrator approves it.
          </Notice>
        )}
        <ProblemNotice {...props} sender={sender} />
        <KeyValue
          items={[
            { term: 'Account', detail: <strong className="font-semibold">{account.label}</strong> },
            { term: 'Order', detail: order, mono: true },
            ...about.fields
              .filter((field) => isWorthALine(field.control, checked.input[field.name]))
              .map((field) => ({
                term: field.label,
                detail: <CheckedValue {...props} field={field} />,
              })),
            {
              term: 'Ticket',
              detail: ticket.trim() === '' ? 'None' : ticketInWords(ticket.trim(), ticketSystem.trim()),
            },
            { term: 'Reason', detail: about.contactChange ? reason.trim() : null },
            { term: 'What happens then', detail: about.afterwards },
          ]}
        />
      </div>
      {!isAsked && (
        <footer className="flex flex-col gap-2.5 border-t bg-raised px-5 py-3.5 sm:px-6">
          <div className="flex flex-wrap gap-2.5">
            {isWorthAnotherPress(sender.problem) && (
              <Button variant="primary" pending={sender.pending} onClick={sender.send}>
                {sender.label}
              </Button>
            )}
            <Button
              aria-disabled={sender.pending || undefined}
              onClick={sender.pending ? undefined : state.change}
            >
              Change something
            </Button>
          </div>
          <output className="block text-sm text-muted empty:hidden">
            {sender.pending &&
              (asks
                ? 'Asking for approval…'
                : `${about.sendingLabel} It can take a minute or more. You may leave this page: the receipt will be in the order’s timeline.`)}
          </output>
        </footer>
      )}
    </section>
  )
}

const finalCauses: ReadonlySet<NotSent['cause']> = new Set(['forbidden', 'key-reused', 'not-approved'])

/** Where the same press would end in the same way, the notice has the way on. */
function isWorthAnotherPress(problem: Problem | null): boolean {
  if (problem === null || problem.is === 'no-answer') return true
  if (problem.is === 'stale') return false
  const { cause, duplicate } = problem.notSent
  return !finalCauses.has(cause) && (duplicate === null || duplicate.kind === null)
}

/** What was left out is said where leaving it out means something. */
function isWorthALine(control: string, value: string | undefined): boolean {
  return value !== undefined || control === 'dcv-address' || control === 'email-list'
}
