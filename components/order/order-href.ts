import type { OperationId } from '#lib/ca/operation.ts'

export interface OrderPlace {
  readonly operation?: OperationId | null
  readonly account?: string | null
  readonly ticket?: string
  readonly ticketSystem?: string
  /** What a link filled in, by the short names links use. */
  readonly prefill?: Readonly<Record<string, string>>
}

/** The address of an order, or of one operation on it. Account, ticket and what a link filled in go along, so that they survive a click. */
export function orderHref(order: string, place: OrderPlace = {}): string {
  const query = new URLSearchParams()
  if (place.account) query.set('account', place.account)
  if (place.ticket) query.set('ticket', place.ticket)
  if (place.ticketSystem) query.set('src', place.ticketSystem)
  for (const [name, value] of Object.entries(place.prefill ?? {})) query.set(name, value)
  const path = `/orders/${encodeURIComponent(order)}${place.operation ? `/${place.operation}` : ''}`
  return query.size > 0 ? `${path}?${query}` : path
}

export function attemptAnchor(attempt: string): string {
  return `attempt-${attempt}`
}

export function attemptHref(order: string, account: string, attempt: string): string {
  return `${orderHref(order, { account })}#${attemptAnchor(attempt)}`
}
