import { useParams, useSearchParams } from 'next/navigation'
import { orderHref } from '#components/order/order-href.ts'
import { readPrefill, readTicket } from '#components/order/page-query.ts'
import type { OperationId } from '#lib/ca/operation.ts'

/** An order to do something on: its number, and its account, ticket and what a link filled in where they are known. */
export interface OrderHere {
  readonly order: { readonly number: string; readonly account?: string | null }
  readonly ticket?: string
  readonly ticketSystem?: string
  readonly prefill?: Readonly<Record<string, string>>
}

/** The order that the page shows, as its address says; null on every other page. */
export function useOrderHere(): OrderHere | null {
  const { orderNumber } = useParams()
  const query = Object.fromEntries(useSearchParams())
  if (typeof orderNumber !== 'string') return null
  const ticket = readTicket(query)
  return {
    order: { number: decoded(orderNumber), account: query.account ?? null },
    ticket: ticket?.id,
    ticketSystem: ticket?.system,
    prefill: readPrefill(query),
  }
}

export function hrefOf({ order, ...rest }: OrderHere, operation: OperationId | null): string {
  return orderHref(order.number, { ...rest, account: order.account, operation })
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
