// Changes an order from outside: a merge that goes into parts, replaces lists, and takes away what is null.
import { faultKinds, type Order, type OrderPatch, type World } from './types.ts'
import { completeOrder, type SeedOrder } from './seed.ts'

type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const merge = (base: Plain, patch: Plain): Plain => {
  const merged = { ...base }
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name]
    else if (value !== undefined) {
      const before = merged[name]
      merged[name] = isPlain(value) ? merge(isPlain(before) ? before : {}, value) : structuredClone(value)
    }
  }
  return merged
}

// The starting point of a part that the order did not have.
const blankParts: Plain = {
  callback: { state: 'open', method: 'phone' },
  clickThrough: { state: 'open' },
  dcv: { state: 'open', addresses: [] },
  smime: {
    invitation: 'done',
    verification: 'done',
    collection: 'open',
    agreement: 'accepted',
    openActions: [],
    contact: 'person@order.example',
    addresses: [],
  },
}

const choices: Record<string, string[]> = {
  'callback.state': ['open', 'completed', 'not-required'],
  'callback.method': ['phone', 'email'],
  'clickThrough.state': ['open', 'accepted', 'not-required'],
  'dcv.state': ['open', 'completed', 'other-method', 'closed'],
  'smime.invitation': ['open', 'done'],
  'smime.verification': ['open', 'done'],
  'smime.collection': ['not-issued', 'open', 'done'],
  'smime.agreement': ['accepted', 'open'],
  'fault.fault': [...faultKinds],
}
const partNames = ['callback', 'clickThrough', 'dcv', 'smime', 'fault']
const plainNames = new Set([
  'orderNumber',
  'baseOrderNumber',
  'account',
  'product',
  'organisation',
  'domains',
  'story',
  'permissionDenied',
])

/** Throws a sentence when the patch does not make an order. */
export const patchOrder = (world: World, orderNumber: string, patch: OrderPatch, now: Date): Order => {
  const before = world.orders.get(orderNumber)
  if (!before && typeof patch.account !== 'string') {
    throw new TypeError(`There is no order ${orderNumber}; give an "account" to make it.`)
  }
  for (const name of Object.keys(patch)) {
    if (!partNames.includes(name) && !plainNames.has(name))
      throw new TypeError(`An order has no field "${name}".`)
    const value = patch[name as keyof OrderPatch]
    if (partNames.includes(name) && value != null && !isPlain(value)) {
      throw new TypeError(`The field "${name}" is an object.`)
    }
  }
  const base: Plain = before
    ? structuredClone(before)
    : { product: 'OV SSL', organisation: 'Unnamed customer', domains: [], story: '' }
  for (const name of partNames) {
    if (patch[name as keyof OrderPatch] && !base[name] && blankParts[name]) base[name] = blankParts[name]
  }
  const merged = { ...merge(base, patch as Plain), orderNumber }
  assertChoices(merged)
  const order = completeOrder(merged as unknown as SeedOrder, now)
  world.orders.set(orderNumber, order)
  return order
}

const assertChoices = (order: Plain): void => {
  for (const [path, allowed] of Object.entries(choices)) {
    const [part = '', name = ''] = path.split('.')
    const value = isPlain(order[part]) ? order[part][name] : undefined
    if (isPlain(order[part]) && !allowed.includes(String(value))) {
      throw new TypeError(`The field "${path}" is one of: ${allowed.join(', ')}.`)
    }
  }
}
