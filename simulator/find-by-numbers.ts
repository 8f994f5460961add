// Finds an order by one of several numbers, of which one is needed: "required if baseOrderNumber is absent" and the other way round
// (3.1), "one of the three is needed" (6.1). Which one a refusal names, and what two together mean, is not documented.
import { invalid, missing, type OrderEndpoint, type Values } from './endpoint.ts'
import { certificateIdOf } from './status/order-status.ts'
import type { Order, World } from './types.ts'

export type NumberName = 'orderNumber' | 'certificateID' | 'baseOrderNumber'

const numberOf: Record<NumberName, (order: Order) => string | undefined> = {
  orderNumber: (order) => order.orderNumber,
  certificateID: certificateIdOf,
  baseOrderNumber: (order) => order.baseOrderNumber,
}

const find = (world: World, name: NumberName, value: string | undefined): Order | undefined =>
  name === 'orderNumber'
    ? world.orders.get(value ?? '')
    : [...world.orders.values()].find((order) => numberOf[name](order) === value)

/** `names`: the one that wins comes first. */
export const byNumbers = (
  ...names: [NumberName, ...NumberName[]]
): Required<Pick<OrderEndpoint, 'validate' | 'findOrder'>> => {
  const givenIn = (values: Values): NumberName[] => names.filter((name) => values[name] !== undefined)
  return {
    validate: (values, rules) => {
      const [first, second] = givenIn(values)
      if (first === undefined) return missing(names[0])
      return second !== undefined && rules.bothOrderNumbers === 'invalid' ? invalid(second) : undefined
    },
    findOrder: (world, values) => {
      const [first = names[0], ...others] = givenIn(values)
      const found = find(world, first, values[first])
      if (!found) return invalid(first, world.rules.unknownOrderCode)
      const stray = others.find((name) => numberOf[name](found) !== values[name])
      return stray !== undefined && world.rules.bothOrderNumbers === 'must-agree' ? invalid(stray) : found
    },
  }
}

/** Which order a request is about, before anything is checked: for faults, forced answers and the record. */
export const guessOrder = (world: World, values: Partial<Record<NumberName, string>>): Order | undefined => {
  for (const name of ['orderNumber', 'certificateID', 'baseOrderNumber'] as const) {
    if (values[name]) return find(world, name, values[name])
  }
  return undefined
}
