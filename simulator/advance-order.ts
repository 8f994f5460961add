// One step forward for an order, as the customer or the CA's staff would bring it about. For the buttons of the page.
import type { Rules } from './rules.ts'
import { checksOf, domainsOf, isPending, isSsl, isWaiting } from './status/order-status.ts'
import type { Order, OrderPatch } from './types.ts'

export const advanceSteps = [
  'payment',
  'agreement',
  'domains',
  'organisation',
  'callback',
  'brand',
  'caa',
  'issued',
] as const
export type AdvanceStep = (typeof advanceSteps)[number]

/** The steps that are open, in the order they are usually done. */
export const openSteps = (order: Order, rules: Rules): AdvanceStep[] => {
  if (order.account === '*' || !isSsl(order) || order.issued) return []
  if (order.standing === 'awaiting-payment') return ['payment']
  if (order.standing !== undefined && !['signing', 'failed'].includes(order.standing)) return []
  const pending = pendingSteps(order, rules).filter((step) => step !== 'callback' || !isWaiting(order))
  return [...pending, 'issued']
}

type Patchable = Exclude<AdvanceStep, 'issued'>

const pendingSteps = (order: Order, rules: Rules): Patchable[] => {
  const checks = checksOf(order, rules)
  const open: [Patchable, boolean][] = [
    ['agreement', isPending(checks.agreement)],
    ['domains', isPending(checks.dcv)],
    ['organisation', isPending(checks.organisation)],
    ['callback', isPending(checks.callback)],
    ['brand', isPending(checks.brand)],
    ['caa', isPending(checks.caa)],
  ]
  return open.filter(([, isOpen]) => isOpen).map(([step]) => step)
}

/** Throws a sentence when the step is not open. `issued` does what is still open, too. */
export const patchFor = (order: Order, step: AdvanceStep, rules: Rules): OrderPatch => {
  const open = openSteps(order, rules)
  if (!open.includes(step)) throw new TypeError(`The step "${step}" is not open.`)
  if (step !== 'issued') return patches[step](order)
  const before = pendingSteps(order, rules).map((name) => patches[name](order))
  const domainControl = proven(order)
  return Object.assign({}, ...before, { issued: true, standing: null, standingReason: null, domainControl })
}

const proven = (order: Order): NonNullable<Order['domainControl']> =>
  domainsOf(order).map((domain) => ({ ...domain, status: 'validated' }))

const patches: Record<Patchable, (order: Order) => OrderPatch> = {
  payment: () => ({ standing: null, standingReason: null }),
  agreement: () => ({ clickThrough: { state: 'accepted', refusal: null } }),
  domains: (order) => ({
    domainControl: proven(order),
    ...(order.dcv ? { dcv: { state: 'completed' } } : {}),
  }),
  organisation: () => ({ organisationCheck: 'completed' }),
  callback: () => ({ callback: { state: 'completed', bookedFor: null, refusal: null, waitsFor: null } }),
  brand: (order) => ({
    brand: 'completed',
    domainControl: domainsOf(order).map((domain) =>
      domain.status === 'awaiting-brand' ? { ...domain, status: 'validated' } : domain,
    ),
  }),
  caa: (order) => ({
    caa: 'completed',
    ...(order.standing === 'failed' ? { standing: null, standingReason: null } : {}),
  }),
}
