import { OrderLink } from '#components/desk/order-link.tsx'
import { orderHref } from '#components/order/order-href.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { MarkChip } from '#components/ui/mark-shape.tsx'
import { TicketChip } from '#components/ui/ticket-chip.tsx'
import { Time } from '#components/ui/time.tsx'
import { catalogue } from '#lib/ca/catalogue.ts'
import type { ApprovalLine } from '#lib/desk/approval-views.ts'

/** On the desk: what waits for this person's decision, and their own requests that wait for somebody else's. */
export function ApprovalRows({ approvals }: { approvals: readonly ApprovalLine[] }) {
  return (
    <div className="px-4 py-3.5">
      <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm font-medium">
        <MarkChip shape={twoHeads} word="Second person" className="bg-accent-soft text-accent" />
        Contact changes that wait
      </h3>
      <p className="mt-1 text-sm text-muted">
        Nothing is sent before somebody other than the requester agrees.
      </p>
      <ul className="mt-2 divide-y">
        {approvals.map((approval) => (
          <ApprovalRow key={approval.id} approval={approval} />
        ))}
      </ul>
    </div>
  )
}

function ApprovalRow({ approval }: { approval: ApprovalLine }) {
  const { id, operation, order, account, requester, at, until, ticket, may } = approval
  const { title } = catalogue[operation]
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2.5 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-sm font-medium wrap-anywhere">{title}</p>
        <div className="mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-faint">
          <OrderLink order={order} account={account} />
          <span className="wrap-anywhere">{account.label}</span>
          <span className="wrap-anywhere">
            {may === 'withdraw' ? 'asked for by you' : `asked for by ${requester}`}, <Time at={at} />; runs
            out <Time at={until} />
          </span>
          {ticket && <TicketChip ticket={ticket} />}
        </div>
      </div>
      <ButtonLink
        size="sm"
        href={`${orderHref(order, { account: account.id })}#approval-${id}`}
        prefetch={false}
      >
        {may === 'withdraw' ? 'Look' : 'Decide'}
        <span className="sr-only">{` ${title}, order ${order}`}</span>
      </ButtonLink>
    </li>
  )
}

const twoHeads = (
  <>
    <circle cx="5.8" cy="5.2" r="2.5" />
    <path d="M1.4 13.2c.3-2.6 2-4 4.4-4s4.1 1.4 4.4 4M10.6 3a2.5 2.5 0 0 1 0 4.5M12.2 9.6c1.4.6 2.2 1.8 2.4 3.6" />
  </>
)
