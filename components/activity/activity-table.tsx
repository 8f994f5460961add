import type { ActivityLine } from '#lib/desk/read-activity.ts'
import { OrderLink } from '#components/desk/order-link.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { TicketChip } from '#components/ui/ticket-chip.tsx'
import { Time } from '#components/ui/time.tsx'

export function ActivityTable({ lines }: { lines: readonly ActivityLine[] }) {
  return (
    <DataTable
      caption="The history, newest first"
      captionHidden
      columns={columns}
      rows={lines}
      rowKey={(line) => String(line.seq)}
    />
  )
}

const columns: readonly Column<ActivityLine>[] = [
  {
    key: 'outcome',
    header: 'Outcome',
    bare: true,
    isEmpty: (line) => line.outcome === null,
    cell: (line) => line.outcome && <OutcomeMark kind={line.outcome} />,
    className: 'sm:w-36',
  },
  {
    key: 'what',
    header: 'What happened',
    rowHeader: true,
    bare: true,
    cell: (line) => (
      <>
        <span className="font-medium">{line.words}</span>
        {line.operation && <span className="block text-xs text-faint">{line.operation}</span>}
        {line.detail && <span className="block text-xs wrap-anywhere text-faint">{line.detail}</span>}
      </>
    ),
  },
  {
    key: 'order',
    header: 'Order, account',
    isEmpty: (line) => line.order === null && line.account === null,
    cell: (line) => (
      <>
        {line.order && (
          <OrderLink
            order={line.order}
            account={{ id: line.account?.id ?? '' }}
            attempt={line.attempt ?? undefined}
          />
        )}
        {line.account && <span className="block text-xs text-faint">{line.account.label}</span>}
      </>
    ),
  },
  {
    key: 'who',
    header: 'Who, when',
    cell: (line) => (
      <>
        {line.actor}
        <span className="block text-xs text-faint">
          <Time at={line.at} show="both" />
        </span>
      </>
    ),
  },
  {
    key: 'ticket',
    header: 'Ticket',
    isEmpty: (line) => line.ticket === null,
    cell: (line) => line.ticket && <TicketChip ticket={line.ticket} />,
  },
  {
    key: 'event',
    header: 'Event',
    cell: (line) => (
      <span className="font-mono text-xs text-faint" title={line.hash}>
        {line.seq} · {line.hash.slice(0, 8)}
      </span>
    ),
    className: 'sm:w-36',
  },
]
