import type { OperationId } from '#lib/ca/operation.ts'

export function orderHref(order: string, account: string): string {
  return `/orders/${encodeURIComponent(order)}?${new URLSearchParams({ account })}`
}

export function operationHref(order: string, operation: OperationId, account: string): string {
  return `/orders/${encodeURIComponent(order)}/${operation}?${new URLSearchParams({ account })}`
}

export function attemptHref(order: string, operation: OperationId, account: string, attempt: string): string {
  return `${operationHref(order, operation, account)}&${new URLSearchParams({ attempt })}`
}
