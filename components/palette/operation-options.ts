import { atLeast } from '#lib/auth/roles.ts'
import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds, type OperationAbout } from '#lib/ca/operation.ts'
import type { Role } from '#lib/desk/receipt.ts'
import type { Group, Option } from './option.ts'
import { hrefOf, type OrderHere } from './order-here.ts'
import { hasWords } from './typed.ts'

export interface OperationsSought {
  /** Null when none is open and none was typed: then the palette asks for it. */
  readonly order: OrderHere | null
  readonly words: readonly string[]
  readonly role: Role
}

/** The operations that this role may do, those that help now first. Without an order they are offered for words only: a list of all would hide the orders. */
export function operationGroup({ order, words, role }: OperationsSought): Group {
  const heading = order === null ? 'Operations' : `On order ${order.order.number}`
  if (order === null && words.length === 0) return { id: 'operations', heading, options: [] }
  const helps = order?.helps ?? []
  const options = [...new Set([...helps, ...operationIds])]
    .map((id) => catalogue[id])
    .filter((about) => atLeast(role, about.role) && hasWords(textOf(about), words))
    .map((about): Option => ({
      id: `operation-${about.id}`,
      icon: 'operation',
      title: about.title,
      detail:
        order === null ? 'on order …' : helps.includes(about.id) ? `Helps now · ${about.group}` : about.group,
      does:
        order === null
          ? { is: 'ask-order', operation: about.id }
          : { is: 'go', href: hrefOf(order, about.id) },
    }))
  return { id: 'operations', heading, options }
}

const textOf = ({ title, group, endpoint }: OperationAbout) => `${title} ${group} ${endpoint} operation`
