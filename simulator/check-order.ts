// Says in a sentence what is wrong with an order that came from a seed or from outside, before anything relies on it.
import { checkStates, dcvMethods, domainStatuses, standings } from './order-state.ts'
import { faultKinds } from './types.ts'

type Plain = Record<string, unknown>
type Kind = 'string' | 'boolean' | 'number' | 'strings' | 'addresses' | 'domainControl' | readonly string[]
type Shape = Record<string, Kind>

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// A question mark: the field may be left out.
const own: Shape = {
  orderNumber: 'string',
  'baseOrderNumber?': 'string',
  account: 'string',
  product: 'string',
  organisation: 'string',
  domains: 'strings',
  story: 'string',
  'permissionDenied?': 'boolean',
  'certificateID?': 'string',
  'csr?': checkStates,
  'organisationCheck?': checkStates,
  'brand?': checkStates,
  'caa?': checkStates,
  'issued?': 'boolean',
  'standing?': standings,
  'standingReason?': 'string',
  'domainControl?': 'domainControl',
  'statusOverrides?': 'strings',
}
const parts: Record<string, Shape> = {
  callback: {
    state: ['open', 'completed', 'not-required'],
    method: ['phone', 'email'],
    'phoneNumber?': 'string',
    'emailAddress?': 'string',
    'proposedPhoneNumber?': 'string',
    'proposedEmailAddress?': 'string',
    'bookedFor?': 'string',
    'refusal?': 'string',
    'waitsFor?': ['agreement', 'organisation'],
  },
  clickThrough: {
    state: ['open', 'accepted', 'not-required'],
    'adminEmailAddress?': 'string',
    'refusal?': 'string',
  },
  dcv: {
    state: ['open', 'completed', 'other-method', 'closed'],
    'lastAddress?': 'string',
    addresses: 'addresses',
  },
  smime: {
    invitation: ['open', 'done'],
    verification: ['open', 'done'],
    collection: ['not-issued', 'open', 'done'],
    'closed?': 'boolean',
    agreement: ['accepted', 'open'],
    openActions: 'strings',
    contact: 'string',
    addresses: 'strings',
  },
  fault: { fault: faultKinds, 'delayMs?': 'number', 'before?': 'boolean' },
}
const domainShape: Shape = {
  domain: 'string',
  method: dcvMethods,
  status: domainStatuses,
  'address?': 'string',
}

export const partNames: readonly string[] = Object.keys(parts)

/** Throws a TypeError; `order` is complete, as completeOrder makes it. */
export const checkOrder = (order: Plain): void => {
  const rest = { ...order }
  for (const [name, shape] of Object.entries(parts)) {
    if (rest[name] === undefined) continue
    if (!isPlain(rest[name])) throw new TypeError(`The field "${name}" is an object.`)
    checkShape(rest[name], shape, `${name}.`)
    delete rest[name]
  }
  checkShape(rest, own, '')
  if (!/^\S{1,128}$/.test(String(order['orderNumber'])))
    throw new TypeError('An order number has 1 to 128 characters.')
  for (const domain of (rest['domainControl'] ?? []) as Plain[])
    checkShape(domain, domainShape, 'domainControl.')
}

const checkShape = (value: Plain, shape: Shape, prefix: string): void => {
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(shape, name) && !Object.hasOwn(shape, `${name}?`)) {
      throw new TypeError(`An order has no field "${prefix}${name}".`)
    }
  }
  for (const [key, kind] of Object.entries(shape)) {
    const name = key.replace('?', '')
    const given = value[name]
    if (given === undefined && key.endsWith('?')) continue
    if (!fits(given, kind)) throw new TypeError(`The field "${prefix}${name}" is ${describe(kind)}.`)
  }
}

const fits = (value: unknown, kind: Kind): boolean => {
  if (kind === 'strings') return Array.isArray(value) && value.every((item) => typeof item === 'string')
  if (kind === 'domainControl') return Array.isArray(value) && value.every(isPlain)
  if (kind === 'addresses') return Array.isArray(value) && value.every(isAddress)
  return typeof kind === 'string' ? typeof value === kind : kind.includes(value as string)
}

const isAddress = (value: unknown): boolean =>
  isPlain(value) &&
  typeof value['address'] === 'string' &&
  (value['listedAt'] === null ||
    value['listedAt'] === 'now' ||
    !Number.isNaN(Date.parse(String(value['listedAt']))))

const describe = (kind: Kind): string => {
  if (kind === 'strings') return 'a list of strings'
  if (kind === 'addresses') return 'a list of addresses: a string, or { address, listedAt or listedHoursAgo }'
  if (kind === 'domainControl') return 'a list of { domain, method, status, address? }'
  return typeof kind === 'string' ? `a ${kind}` : `one of: ${kind.join(', ')}`
}
