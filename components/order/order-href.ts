import type { OperationId } from '#lib/ca/operation.ts'

export interface OrderPlace {
  readonly operation?: OperationId | null
  readonly account?: string | null
  readonly ticket?: string
  readonly ticketSystem?: string
}

/** The address of an order, or of one operation on it. Account and ticket go along, so that they survive a click. */
export function orderHref(order: string, place: OrderPlace = {}): string {
  const query = new URLSearchParams()
  if (place.account) query.set('account', place.account)
  if (place.ticket) query.set('ticket', place.ticket)
  if (place.ticketSystem) query.set('src', place.ticketSystem)
  const path = `/orders/${encodeURIComponent(order)}${place.operation ? `/${place.operation}` : ''}`
  return query.size > 0 ? `${path}?${query}` : path
}

export function attemptAnchor(attempt: string): string {
  return `attempt-${attempt}`
}

export function attemptHref(order: string, account: string, attempt: string): string {
  return `${orderHref(order, { account })}#${attemptAnchor(attempt)}`
}
