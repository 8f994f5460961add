import type { Ticket } from '#lib/desk/receipt.ts'
import { Badge } from './badge.tsx'
import { TicketIcon } from './icons.tsx'

export function TicketChip({ ticket }: { ticket: Ticket }) {
  return (
    <Badge>
      <TicketIcon className="size-3.5" />
      <span>
        <span className="sr-only">Ticket </span>
        {ticket.id}
        {ticket.system && <span className="font-normal"> · {ticket.system}</span>}
      </span>
    </Badge>
  )
}
