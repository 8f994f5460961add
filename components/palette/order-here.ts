import { orderHref } from '#components/order/order-href.ts'
import type { OperationId } from '#lib/ca/operation.ts'

/** An order to do something on: its number, and its account, ticket and what a link filled in where they are known. */
export interface OrderHere {
  readonly order: { readonly number: string; readonly account?: string | null }
  readonly ticket?: string
  readonly ticketSystem?: string
  readonly prefill?: Readonly<Record<string, string>>
  /** The operations that help it now, what helps first first; none where that is not known. */
  readonly helps?: readonly OperationId[]
}

export function hrefOf({ order, helps: _helps, ...rest }: OrderHere, operation: OperationId | null): string {
  return orderHref(order.number, { ...rest, account: order.account, operation })
}
