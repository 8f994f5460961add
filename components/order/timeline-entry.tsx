import { catalogue } from '#lib/ca/catalogue.ts'
import type { OrderView } from '#lib/desk/views.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { TicketChip } from '#components/ui/ticket-chip.tsx'
import { Time } from '#components/ui/time.tsx'
import { attemptAnchor } from './order-href.ts'
import { ReceiptDetails } from './receipt-details.tsx'
import { ResolutionNote } from './resolution-note.tsx'
import { ResolveForm } from './resolve-form.tsx'

type Entry = OrderView['timeline'][number]

export interface TimelineEntryProps extends Entry {
  /** The account the page shows; attempts made with another one say which. */
  readonly account: string | null
  readonly templates: OrderView['templates']
  readonly resolveAttemptAction: FormStateAction
}

export function TimelineEntry({
  line,
  receipt,
  mayResolve,
  account,
  templates,
  resolveAttemptAction,
}: TimelineEntryProps) {
  const operation = catalogue[line.operation].title
  const open = line.kind === 'unknown' && line.resolution === null
  return (
    <li id={attemptAnchor(line.attempt)} className="px-4 py-3 target:bg-accent-soft/50">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <OutcomeMark kind={line.kind} />
        <span className="text-xs text-faint">
          <Time at={line.at} show="both" />
        </span>
      </div>
      <h3 className="mt-1.5 text-sm font-medium wrap-anywhere">
        {line.kind === null ? operation : line.title}
      </h3>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
        <span className="wrap-anywhere">
          {line.kind === null ? '' : `${operation}, `}by {line.actor}
          {line.account.id !== account && `, account ${line.account.label}`}
        </span>
        {line.ticket && <TicketChip ticket={line.ticket} />}
      </p>
      {line.kind === null && (
        <p className="mt-1 text-sm text-muted">
          Waiting for the CA’s answer. Reload in a moment to see what came of it.
        </p>
      )}
      {open && receipt && (
        <p className="mt-1.5 text-sm text-muted">
          {receipt.explanation} {receipt.nextStep}
        </p>
      )}
      {line.resolution && <ResolutionNote resolution={line.resolution} />}
      {open && mayResolve && (
        <ResolveForm attempt={line.attempt} resolveAttemptAction={resolveAttemptAction} />
      )}
      {open && !mayResolve && (
        <p className="mt-1 text-sm text-muted">
          A manager, an administrator or whoever sent it resolves it here.
        </p>
      )}
      {receipt && (
        <Disclosure summary="Details" className="mt-1.5">
          <ReceiptDetails receipt={receipt} templates={templates} />
        </Disclosure>
      )}
    </li>
  )
}
