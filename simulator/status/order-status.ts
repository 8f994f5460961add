// What follows from an order's state: the state of each check that CollectSSL shows, and of each domain.
import type { CheckState, DomainControl } from '../order-state.ts'
import type { Rules } from '../rules.ts'
import type { Order } from '../types.ts'

export type Checks = Record<
  'csr' | 'dcv' | 'callback' | 'organisation' | 'freeDvUp' | 'agreement' | 'brand' | 'caa' | 'ev' | 'ma',
  CheckState
>

/** Orders of S/MIME certificates have none of the parts that a TLS order has. */
export const isSsl = (order: Order): boolean =>
  !order.smime || [order.callback, order.clickThrough, order.dcv].some((part) => part !== undefined)

/** 16 digits (section 6.1). */
export const certificateIdOf = (order: Order): string =>
  order.certificateID ?? `1${order.orderNumber.replaceAll(/\D/g, '').slice(-15).padStart(15, '0')}`

export const domainsOf = (order: Order): DomainControl[] =>
  order.domains.map((domain): DomainControl => {
    const own = order.domainControl?.find((entry) => entry.domain.toLowerCase() === domain.toLowerCase())
    const shared = own ?? { domain, ...sharedControl(order) }
    return order.issued ? { ...shared, status: 'validated' } : shared
  })

const sharedControl = ({ dcv }: Order): Omit<DomainControl, 'domain'> => {
  if (dcv?.state === 'other-method') return { method: 'cname', status: 'open' }
  const proven = dcv === undefined || dcv.state === 'completed'
  return {
    method: 'email',
    status: proven ? 'validated' : 'open',
    ...(dcv?.lastAddress === undefined ? {} : { address: dcv.lastAddress }),
  }
}

/** An issued certificate has nothing open, whatever its parts say. */
export const checksOf = (order: Order, rules: Rules): Checks => {
  const extended = order.product.startsWith('EV')
  const organisation = order.organisationCheck ?? (hasOrganisation(order) ? 'completed' : 'not-required')
  const checks: Checks = {
    csr: order.csr ?? 'completed',
    dcv: dcvOf(order, rules),
    callback: callbackOf(order, rules),
    organisation,
    freeDvUp: 'not-required',
    agreement: agreementOf(order),
    brand: order.brand ?? 'not-required',
    caa: order.caa ?? 'completed',
    ev: extended ? organisation : 'not-required',
    ma: 'not-required',
  }
  if (!order.issued) return checks
  const settled = Object.entries(checks).map(([name, state]) => [
    name,
    state === 'not-required' ? state : 'completed',
  ])
  return Object.fromEntries(settled) as Checks
}

const hasOrganisation = ({ product, callback, clickThrough }: Order): boolean =>
  /^[OE]V/.test(product) || callback !== undefined || clickThrough !== undefined

const dcvOf = (order: Order, rules: Rules): CheckState => {
  const domains = domainsOf(order)
  const proven = domains.filter(({ status }) => status === 'validated').length
  if (proven === domains.length) return 'completed'
  return proven === 0 ? 'open' : rules.partlyProven
}

const callbackOf = ({ callback }: Order, rules: Rules): CheckState => {
  if (callback?.state === 'open' && callback.bookedFor !== undefined) return rules.bookedCall
  return callback?.state ?? 'not-required'
}

const agreementOf = ({ clickThrough }: Order): CheckState =>
  clickThrough?.state === 'accepted' ? 'completed' : (clickThrough?.state ?? 'not-required')

export const isPending = (state: CheckState): boolean => state === 'open' || state === 'in-progress'

/** The call is open and cannot start, because of another step. */
export const isWaiting = ({ callback, clickThrough, organisationCheck = 'completed' }: Order): boolean => {
  if (callback?.state !== 'open') return false
  if (callback.waitsFor === 'agreement') return clickThrough?.state === 'open'
  return callback.waitsFor === 'organisation' && isPending(organisationCheck)
}
