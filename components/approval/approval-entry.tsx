import { TicketChip } from '#components/ui/ticket-chip.tsx'
import { Time } from '#components/ui/time.tsx'
import { catalogue } from '#lib/ca/catalogue.ts'
import type { DecidedApproval } from '#lib/desk/approval-views.ts'

export interface ApprovalEntryProps {
  readonly approval: DecidedApproval
  /** The account the page shows; lines of another one say which. */
  readonly account: string | null
}

/** A slim line of the timeline: a contact change that waited for a second person, and how that ended. */
export function ApprovalEntry({ approval, account }: ApprovalEntryProps) {
  const { note, ticket, at } = approval
  return (
    <li className="px-4 py-2 text-sm text-muted">
      <p className="wrap-anywhere">
        {wordsOf(approval)}
        {approval.account.id !== account && `, account ${approval.account.label}`}
      </p>
      {note !== null && <p className="mt-0.5 wrap-anywhere">“{note}”</p>}
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
        <Time at={at} show="both" />
        {ticket && <TicketChip ticket={ticket} />}
      </p>
    </li>
  )
}

function wordsOf({ decision, decider, requester, operation, input }: DecidedApproval): string {
  const values = Object.values(input).join(', ')
  const what = `${catalogue[operation].title}${values === '' ? '' : ` (${values})`}`
  switch (decision) {
    case 'approved':
      return `${decider} approved what ${requester} asked for: ${what}`
    case 'declined':
      return `${decider} declined what ${requester} asked for: ${what}`
    case 'withdrawn':
      return `${requester} withdrew a request: ${what}`
    case 'expired':
      return `Nobody decided in time what ${requester} asked for: ${what}`
  }
}
