import { attemptHref, orderHref } from '#components/order/order-href.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import type { Receipt, Ticket } from '#lib/desk/receipt.ts'

export interface AttemptPlace {
  readonly order: string
  readonly operation: OperationId
  readonly account: { readonly id: string }
  readonly ticket: Ticket | null
}

const along = ({ account, ticket }: Pick<AttemptPlace, 'account' | 'ticket'>) => ({
  account: account.id,
  ticket: ticket?.id,
  ticketSystem: ticket?.system,
})

export function orderOf(place: Omit<AttemptPlace, 'operation'>): string {
  return orderHref(place.order, along(place))
}

/** The operation's empty form. */
export function formOf(place: AttemptPlace): string {
  return orderHref(place.order, { ...along(place), operation: place.operation })
}

/** The form filled with what an attempt sent, and the customer's zone when it is known. Empty where what it sent was masked. */
export function againOf(receipt: Receipt, zone = ''): string {
  if (receipt.masked) return formOf(receipt)
  const query = new URLSearchParams({ again: receipt.attempt, ...(zone !== '' && { tz: zone }) })
  return `${formOf(receipt)}&${query}`
}

/** The receipt of an attempt, in the place of the form. */
export function receiptOf(place: AttemptPlace, attempt: string): string {
  return `${formOf(place)}&${new URLSearchParams({ attempt })}`
}

/** The attempt in the order's timeline, where an unknown one is resolved. */
export function entryOf(receipt: Receipt): string {
  return attemptHref(receipt.order, receipt.account.id, receipt.attempt)
}
