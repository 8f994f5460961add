import { KeyValue } from '#components/ui/key-value.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TicketChip } from '#components/ui/ticket-chip.tsx'
import { Time } from '#components/ui/time.tsx'
import { catalogue } from '#lib/ca/catalogue.ts'
import type { WaitingApproval } from '#lib/desk/approval-views.ts'
import type { ApprovalState } from './approval-state.ts'
import { changedValues } from './changed-values.tsx'
import { ApproveFold, DeclineFold, WithdrawFold } from './decision-folds.tsx'

export interface WaitingChangeProps {
  readonly approval: WaitingApproval
  readonly onMade: (made: ApprovalState) => void
}

/** One request: what would change, why, who asked, until when; and the decisions that are this reader's. */
export function WaitingChange({ approval, onMade }: WaitingChangeProps) {
  const { id, operation, account, reason, requester, ticket, at, until, may } = approval
  const title = `approval-title-${id}`
  return (
    <article aria-labelledby={title}>
      <h3 id={title} className="text-sm font-semibold wrap-anywhere">
        {catalogue[operation].title}
      </h3>
      {approval.override && (
        <Notice tone="warn" title="it goes past the duplicate guard" className="mt-2">
          {requester} asked for it to be sent even if the same operation was done on this order a short while
          before. Look at the timeline and at the reason.
        </Notice>
      )}
      <KeyValue
        className="mt-2"
        items={[
          ...changedValues(approval),
          { term: 'Reason', detail: reason },
          {
            term: 'Asked for by',
            detail: (
              <span>
                {requester}, <Time at={at} show="both" />
              </span>
            ),
          },
          { term: 'Account', detail: account.label },
          { term: 'Ticket', detail: ticket && <TicketChip ticket={ticket} /> },
          { term: 'Runs out', detail: <Time at={until} show="both" /> },
        ]}
      />
      {may === 'decide' && (
        <div className="mt-3 flex flex-wrap items-start gap-2.5">
          <ApproveFold approval={approval} onMade={onMade} />
          <DeclineFold approval={approval} onMade={onMade} />
        </div>
      )}
      {may !== 'decide' && (
        <p className="mt-3 text-sm text-muted">
          {may === 'withdraw'
            ? 'Nothing was sent yet. Another manager or an administrator has to agree.'
            : `Nothing was sent yet. A manager or an administrator other than ${requester} decides here.`}
        </p>
      )}
      {may === 'withdraw' && (
        <div className="mt-3 flex flex-wrap items-start gap-2.5">
          <WithdrawFold approval={approval} onMade={onMade} />
        </div>
      )}
    </article>
  )
}
