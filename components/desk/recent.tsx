import { catalogue } from '#lib/ca/catalogue.ts'
import type { AttemptLine, RecentOrder } from '#lib/desk/views.ts'
import { DataTable } from '#components/ui/data-table.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { Section } from '#components/ui/section.tsx'
import { TicketChip } from '#components/ui/ticket-chip.tsx'
import { Time } from '#components/ui/time.tsx'
import { OrderLink } from './order-link.tsx'

export function MyOrders({ orders }: { orders: readonly RecentOrder[] }) {
  return (
    <Section id="my-orders" title="Your recent orders">
      {orders.length === 0 ? (
        <EmptyState title="None yet">Orders you worked on are listed here.</EmptyState>
      ) : (
        <ul className="divide-y">
          {orders.map(({ order, account, at, last }) => (
            <li key={`${account.id} ${order}`} className="relative px-4 py-2.5 hover:bg-raised">
              <p className="flex items-baseline justify-between gap-3">
                <OrderLink order={order} account={account} className="after:absolute after:inset-0" />
                <span className="shrink-0 text-xs text-faint">
                  <Time at={at} />
                </span>
              </p>
              <p className="mt-0.5 flex items-start gap-1.5 text-sm text-muted">
                <OutcomeMark kind={last.kind} look="shape" className="mt-0.5" />
                <span className="min-w-0 wrap-anywhere">{last.title}</span>
              </p>
              <p className="pl-5.5 text-xs wrap-anywhere text-faint">
                {last.kind !== null && `${catalogue[last.operation].title} · `}
                {account.label}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const columns = [
  {
    key: 'outcome',
    header: 'Outcome',
    bare: true,
    cell: (line: AttemptLine) => <OutcomeMark kind={line.kind} />,
    className: 'sm:w-36',
  },
  {
    key: 'what',
    header: 'What happened',
    bare: true,
    cell: (line: AttemptLine) => (
      <>
        <span className="font-medium">{line.title}</span>
        {line.kind !== null && (
          <span className="block text-xs text-faint">{catalogue[line.operation].title}</span>
        )}
      </>
    ),
  },
  {
    key: 'order',
    header: 'Order',
    className: 'sm:w-[15%]',
    rowHeader: true,
    cell: (line: AttemptLine) => (
      <>
        <OrderLink order={line.order} account={line.account} attempt={line.attempt} />
        <span className="block text-xs wrap-anywhere text-faint">{line.account.label}</span>
      </>
    ),
  },
  {
    key: 'who',
    header: 'Who, when',
    className: 'sm:w-[16%]',
    cell: (line: AttemptLine) => (
      <>
        {line.actor}
        <span className="block text-xs text-faint">
          <Time at={line.at} />
        </span>
      </>
    ),
  },
  {
    key: 'ticket',
    header: 'Ticket',
    isEmpty: (line: AttemptLine) => line.ticket === null,
    cell: (line: AttemptLine) =>
      line.ticket ? (
        <TicketChip ticket={line.ticket} />
      ) : (
        <span className="text-faint">
          <span aria-hidden="true">–</span>
          <span className="sr-only">No ticket</span>
        </span>
      ),
    className: 'sm:w-[17%]',
  },
] as const

export function TeamAttempts({ attempts }: { attempts: readonly AttemptLine[] }) {
  return (
    <Section id="team" title="The team’s recent attempts">
      {attempts.length === 0 ? (
        <EmptyState title="None yet">Every attempt by anyone is listed here, with its outcome.</EmptyState>
      ) : (
        <DataTable
          caption="The team’s recent attempts, newest first"
          captionHidden
          columns={columns}
          rows={attempts}
          rowKey={(line) => line.attempt}
        />
      )}
    </Section>
  )
}
