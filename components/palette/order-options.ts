import { attemptHref, orderHref } from '#components/order/order-href.ts'
import { outcomeWords } from '#components/ui/outcome-mark.tsx'
import { catalogue } from '#lib/ca/catalogue.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import type { Found, FoundAttempt, FoundOrder } from '#lib/desk/find-anything.ts'
import type { Group, Option } from './option.ts'

export interface OrdersSought {
  /** The number that was typed, or null. */
  readonly order: string | null
  readonly found: Found
  /** The operation to open on the order, or null for the order itself. */
  readonly operation: OperationId | null
}

/** The typed number first, whether the desk knows it or not, then the orders whose number begins with it; without a number the recent ones. */
export function orderGroups({ order, found, operation }: OrdersSought): readonly Group[] {
  if (order === null) {
    const isOwn = ({ last }: FoundOrder) => last?.mine === true
    const known = (one: FoundOrder) => knownOrder(one, operation)
    return [
      { id: 'own-orders', heading: 'Your recent orders', options: found.orders.filter(isOwn).map(known) },
      {
        id: 'team-orders',
        heading: 'The team’s recent orders',
        options: found.orders.filter((one) => !isOwn(one)).map(known),
      },
    ]
  }
  const exact = found.orders.filter((one) => one.order === order)
  const [only] = exact.length === 1 ? exact : []
  const typed = only ? { ...knownOrder(only, operation), id: 'order-typed' } : unknownOrder(order, operation)
  const others = found.orders.filter((one) => one !== only).map((one) => knownOrder(one, operation))
  return [
    { id: 'orders', heading: operation === null ? 'Orders' : 'On which order?', options: [typed, ...others] },
  ]
}

/** The typed order with its account, when the desk knows it in one account only. */
export function typedOrder(order: string, { orders }: Found) {
  const exact = orders.filter((one) => one.order === order)
  return { number: order, account: exact.length === 1 ? exact[0]?.account.id : null }
}

function unknownOrder(order: string, operation: OperationId | null): Option {
  return {
    id: 'order-typed',
    icon: 'order',
    title: order,
    isMono: true,
    detail: operation === null ? 'Open this order' : catalogue[operation].title,
    does: { is: 'go', href: orderHref(order, { operation }) },
  }
}

function knownOrder({ order, account, last }: FoundOrder, operation: OperationId | null): Option {
  return {
    id: `order-${account.id}-${order}`,
    icon: 'order',
    ...(last !== null && { kind: last.kind, at: last.at }),
    title: order,
    isMono: true,
    detail: last === null ? account.label : `${catalogue[last.operation].title} · ${account.label}`,
    does: { is: 'go', href: orderHref(order, { account: account.id, operation }) },
  }
}

export function workGroup(work: readonly FoundAttempt[], heading: string): Group {
  return { id: 'work', heading, options: work.map(workOption) }
}

function workOption(one: FoundAttempt): Option {
  const who = one.mine ? 'You' : one.actor
  return {
    id: `attempt-${one.attempt}`,
    icon: 'attempt',
    kind: one.kind,
    title: catalogue[one.operation].title,
    detail: [one.order, who, one.ticket && `ticket ${one.ticket}`].filter(Boolean).join(' · '),
    at: one.at,
    does: { is: 'go', href: attemptHref(one.order, one.account.id, one.attempt) },
  }
}

/** Whether what was found for an earlier text still fits this one: shown until the server has answered for it. */
export function stillFits(found: Found, order: string, words: readonly string[]): Found {
  return {
    orders: found.orders.filter((one) => one.order.startsWith(order)),
    work: found.work.filter((one) => {
      const kind = one.kind === null ? 'under way' : outcomeWords[one.kind]
      const text = [catalogue[one.operation].title, kind, one.order, one.ticket, one.account.label, one.actor]
        .join(' ')
        .toLowerCase()
      return [order, ...words].every((word) => text.includes(word.toLowerCase()))
    }),
  }
}
