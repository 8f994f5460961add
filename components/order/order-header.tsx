import type { Ticket } from '#lib/desk/receipt.ts'
import type { OrderView } from '#lib/desk/views.ts'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { TicketChip } from '#components/ui/ticket-chip.tsx'
import { AccountPicker } from './account-picker.tsx'
import type { OrderPlace } from './order-href.ts'

export interface OrderHeaderProps {
  readonly view: Pick<OrderView, 'order' | 'account' | 'accounts'>
  readonly ticket: Ticket | null
  readonly place: OrderPlace
}

export function OrderHeader({ view, ticket, place }: OrderHeaderProps) {
  const { order, account, accounts } = view
  return (
    <header className="mb-6">
      <div className="flex items-start gap-1.5">
        <h1 className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">
          Order <span className="font-mono font-medium">{order}</span>
        </h1>
        <div className="flex pointer-coarse:-my-1.75">
          <CopyButton value={order} what="order number" />
        </div>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted">
        {account && (
          <span className="wrap-anywhere">
            Account <span className="font-medium text-ink">{account.label}</span>
          </span>
        )}
        {ticket && <TicketChip ticket={ticket} />}
        {account && accounts.length > 1 && (
          <Disclosure summary="Change account" className="shrink-0 open:basis-full open:shrink">
            <AccountPicker order={order} accounts={accounts} chosen={account.id} place={place} />
          </Disclosure>
        )}
      </div>
    </header>
  )
}
