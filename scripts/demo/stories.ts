import type { SimulatedOrder } from '../support/simulator-control.ts'

/** The orders worth opening first: the form that helps, and a ticket to come from. Their stories are the simulator's own. */
const openings = [
  { order: '10000101', operation: 'schedule-callback', ticket: '4711' },
  { order: '10000102', operation: 'resend-callback-email', ticket: '4718' },
  { order: '10000107', operation: 'replace-callback-phone', ticket: '4720' },
  { order: '10000203', operation: 'replace-click-through-email', ticket: '4723' },
  { order: '10000302', operation: 'resend-dcv-email', ticket: '4725' },
  { order: '10000402', operation: 'resend-smime-verification-email', ticket: '4729' },
  { order: '10000502', operation: 'replace-click-through-email', ticket: '4731' },
  { order: '90000006', operation: 'resend-callback-email', ticket: '4733' },
  { order: '90000013', operation: 'resend-callback-email', ticket: '4734' },
]

const labels: Readonly<Record<string, string>> = {
  'demo-eu': 'Demo EU',
  'demo-us': 'Demo US',
  '*': 'Demo EU',
}

/** Sample orders as lines to print: number, story, and the link that a ticket would carry. */
export function storyLines(address: string, orders: readonly SimulatedOrder[]): string[] {
  return openings.flatMap(({ order, operation, ticket }) => {
    const known = orders.find((one) => one.orderNumber === order)
    if (known === undefined) return []
    const query = new URLSearchParams({ order, ticket, src: 'zendesk', account: labels[known.account] ?? '' })
    return [`  ${order}  ${known.story}`, `            ${address}/go/${operation}?${query}`]
  })
}
