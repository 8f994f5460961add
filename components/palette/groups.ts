import { readOrderNumber } from '#components/shell/order-number.ts'
import type { Place } from '#components/shell/places.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import type { Found } from '#lib/desk/find-anything.ts'
import type { Role } from '#lib/desk/receipt.ts'
import { codeGroup } from './code-options.ts'
import { operationGroup } from './operation-options.ts'
import type { Group, Option } from './option.ts'
import { orderGroups, typedOrder, workGroup } from './order-options.ts'
import type { OrderHere } from './order-here.ts'
import { hasWords, readTyped } from './typed.ts'

export interface Situation {
  readonly text: string
  /** The operation that waits for its order, or null. */
  readonly asking: OperationId | null
  /** The order that the page shows, or null. */
  readonly here: OrderHere | null
  readonly role: Role
  readonly places: readonly Place[]
  /** What the server found; null before its first answer and when there is none to have. */
  readonly found: Found | null
}

/** Everything that fits what was typed, in groups. What the browser knows by itself stands before what comes from the server, so that nothing moves away under a finger. */
export function groupsFor(at: Situation): readonly Group[] {
  const typed = readTyped(at.text)
  const found = at.found ?? { orders: [], work: [] }
  const read = readOrderNumber(typed.order)
  const order = read.ok ? read.order : null
  if (at.asking !== null) return filled(orderGroups({ order, found, operation: at.asking }))
  if (order === null && typed.words.length === 0) {
    return filled([
      operationGroup({ order: at.here, words: [], role: at.role }),
      ...orderGroups({ order: null, found, operation: null }),
      workGroup(found.work, 'Your recent work'),
      screenGroup(at.places, []),
      pageGroup([]),
    ])
  }
  if (order !== null) {
    return filled([
      ...orderGroups({ order, found, operation: null }),
      codeGroup(at.text),
      operationGroup({ order: onOrder(order, at.here, found), words: typed.words, role: at.role }),
      workGroup(found.work, 'Recent work'),
    ])
  }
  return filled([
    operationGroup({ order: at.here, words: typed.words, role: at.role }),
    screenGroup(at.places, typed.words),
    pageGroup(typed.words),
    workGroup(found.work, 'Recent work'),
    codeGroup(at.text),
  ])
}

/** The page's own ticket goes along only when the typed order is the page's own. */
const onOrder = (order: string, here: OrderHere | null, found: Found): OrderHere =>
  here?.order.number === order ? here : { order: typedOrder(order, found) }

const filled = (groups: readonly Group[]) => groups.filter(({ options }) => options.length > 0)

function screenGroup(places: readonly Place[], words: readonly string[]): Group {
  const options = places
    .filter(({ label }) => hasWords(`${label} screen`, words))
    .map(({ href, label }): Option => ({
      id: `screen-${href}`,
      icon: 'screen',
      title: label,
      does: { is: 'go', href },
    }))
  return { id: 'screens', heading: 'Screens', options }
}

function pageGroup(words: readonly string[]): Group {
  const options = [
    {
      id: 'copy-link',
      icon: 'link',
      title: 'Copy the link to this page',
      does: { is: 'knock', door: 'copy-link' },
    },
    { id: 'keys', icon: 'keys', title: 'Show the keys', does: { is: 'knock', door: 'keys' } },
  ] as const satisfies readonly Option[]
  return { id: 'page', heading: 'This page', options: options.filter(({ title }) => hasWords(title, words)) }
}
