import {
  accounts,
  actors,
  busyOrders,
  busyTicket,
  firstOrder,
  rareActor,
  rareOperation,
} from '../../scripts/seed-history/cast.ts'

/** A page of one filter: the newest, one from the middle on, the oldest, and one from the middle back towards the newest. */
export const pages = ['first', 'deep', 'last', 'backwards'] as const
export type Page = (typeof pages)[number]

export interface Case {
  readonly name: string
  /** As in the URL of the activity screen. */
  readonly query: Readonly<Record<string, string>>
  readonly pages: readonly Page[]
}

const [busiest, traveller, robot, early] = [actors[0], actors[2], actors[4], actors[3]].map(
  (one) => one?.id ?? '',
)
const [largest, second, third, , smallest] = accounts.map(({ id }) => id)
const day = (before: number) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10)

type Filter = readonly [name: string, query: Readonly<Record<string, string | undefined>>]

/** Each alone: common, rare, gone, and what nothing matches. */
const alone: readonly Filter[] = [
  ['everything', {}],
  ['busiest person', { person: busiest }],
  ['token', { person: robot }],
  ['person who left early', { person: early }],
  ['person with 3 events', { person: rareActor.id }],
  ['nobody’s id', { person: 'nobody' }],
  ['busy order', { order: busyOrders[0] }],
  ['order of the first row', { order: firstOrder }],
  ['unknown order', { order: '1' }],
  ['busy ticket', { ticket: busyTicket }],
  ['unknown ticket', { ticket: 'none' }],
  ['commonest operation', { operation: 'schedule-callback' }],
  ['operation that occurs once', { operation: rareOperation }],
  ['outcome done', { outcome: 'done' }],
  ['outcome unrecognised', { outcome: 'unrecognised' }],
  ['largest account', { account: largest }],
  ['smallest account', { account: smallest }],
  ['last 7 days', { from: day(7) }],
  ['one day a year ago', { from: day(365), to: day(365) }],
  ['until a year ago', { to: day(365) }],
  ['before the first event', { to: day(1000) }],
]

/** Several at once. Those marked none are common each and never met; the one marked once met in the very first event alone. */
const together: readonly Filter[] = [
  ['largest account + done', { account: largest, outcome: 'done' }],
  ['busiest person + largest account', { person: busiest, account: largest }],
  ['busiest person + third account: none', { person: busiest, account: third }],
  ['busiest person + second account: once', { person: busiest, account: second }],
  ['operation + outcome: none', { operation: 'schedule-callback', outcome: 'passed-on' }],
  ['smallest account + busiest person: none', { account: smallest, person: busiest }],
  ['operation that occurs once + outcome', { operation: rareOperation, outcome: 'done' }],
  ['person who left early + last 7 days: none', { person: early, from: day(7) }],
  [
    'account + operation + a day a year ago',
    { account: largest, operation: 'schedule-callback', from: day(365), to: day(365) },
  ],
  [
    'person + smallest account + unrecognised',
    { person: traveller, account: smallest, outcome: 'unrecognised' },
  ],
  [
    'person + account + operation + outcome',
    { person: busiest, account: largest, operation: 'schedule-callback', outcome: 'refused' },
  ],
  ['busy order + refused', { order: busyOrders[0], outcome: 'refused' }],
  ['busy order + person with 3 events: none', { order: busyOrders[0], person: rareActor.id }],
  [
    'busy order + passed on + wrong operation: none',
    { order: busyOrders[0], outcome: 'passed-on', operation: 'schedule-callback' },
  ],
  ['busy ticket + smallest account', { ticket: busyTicket, account: smallest }],
]

const caseOf =
  (wanted: readonly Page[]) =>
  ([name, query]: Filter): Case => ({
    name,
    query: Object.fromEntries(Object.entries(query).map(([field, value]) => [field, value ?? ''])),
    pages: wanted,
  })

export const cases: readonly Case[] = [
  ...alone.map(caseOf(pages)),
  ...together.map(caseOf(['first', 'deep'])),
]
