// Changes an order from outside: a merge that goes into parts, replaces lists, and takes away what is null.
import { isPlain, partNames } from './check-order.ts'
import { completeOrder, type SeedOrder } from './seed.ts'
import type { Order, OrderPatch, World } from './types.ts'

type Plain = Record<string, unknown>

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
const blankOrder: Plain = { product: 'OV SSL', organisation: 'Unnamed customer', domains: [], story: '' }

/** Throws a sentence when the patch does not make an order. */
export const patchOrder = (world: World, orderNumber: string, patch: OrderPatch, now: Date): Order => {
  const before = world.orders.get(orderNumber)
  if (!before && typeof patch.account !== 'string') {
    throw new TypeError(`There is no order ${orderNumber}; give an "account" to make it.`)
  }
  const base: Plain = structuredClone(before ?? blankOrder)
  for (const name of partNames) {
    if (patch[name as keyof OrderPatch] && !base[name] && blankParts[name]) base[name] = blankParts[name]
  }
  const merged = { ...merge(base, patch as Plain), orderNumber }
  const order = completeOrder(merged as unknown as SeedOrder, now)
  if (order.account !== '*' && !world.accounts.has(order.account)) {
    throw new TypeError(`There is no account "${order.account}".`)
  }
  world.orders.set(orderNumber, order)
  return order
}
