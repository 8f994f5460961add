import { randomUUID } from 'node:crypto'
import type { OperationId } from '#lib/ca/operation.ts'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import type { NewEvent } from '#lib/store/events.ts'
import {
  accounts,
  actors,
  busyOrders,
  busyTicket,
  commonOperations,
  firstOrder,
  rareActor,
  rareOperation,
  type SeededActor,
} from './cast.ts'
import { drawer, pick } from './draw.ts'

export interface SeededAttempt {
  readonly key: string
  readonly operation: OperationId
  readonly accountId: string
  readonly order: string
  readonly ticket: { readonly id: string; readonly system: string } | null
  readonly actor: SeededActor
  readonly intendedAt: number
  readonly settledAt: number
  readonly outcome: OutcomeKind
}

/** What belongs together: an attempt with its events, or an event of its own. */
export interface Step {
  readonly attempt: SeededAttempt | null
  readonly events: readonly NewEvent[]
}

const twoYears = 2 * 365 * 86_400_000
/** Works with the first account alone, but for the very first attempt. */
const busiest = actors[0] as SeededActor
const workers = actors.filter((actor) => actor !== rareActor)
const operations = commonOperations.map((id, place) => ({ id, share: 100 / (place + 1) }))
const handed = new Set<OperationId>(['request-manual-callback', 'replace-callback-phone'])
const outcomes: readonly { readonly kind: OutcomeKind; readonly share: number }[] = [
  { kind: 'done', share: 78 },
  { kind: 'nothing-done', share: 8 },
  { kind: 'refused', share: 8 },
  { kind: 'unknown', share: 3 },
  { kind: 'not-sent', share: 2 },
  { kind: 'unrecognised', share: 1 },
]

/** Two years that end at `until`, told in exactly `length` events, one step after the other. */
export function* tellStory(length: number, until: number): Generator<Step> {
  const draw = drawer(20_261_121)
  const rare = [0.2, 0.5, 0.9].map((share) => Math.floor(length * share))
  let once = Math.floor(length / 3)
  for (let told = 0, turn = 0; told < length; turn++) {
    const share = told / length
    const at = Math.floor(until - twoYears * (1 - share) + (draw() - 0.5) * 2000)
    const step = () => {
      if (turn === 0) return tryOnce(draw, { at, actor: { ...busiest, accounts: [1] }, order: firstOrder })
      if (told >= (rare[0] ?? length)) {
        rare.shift()
        return signIn(rareActor, at)
      }
      // A sign-in is one event and fills up what is left; an attempt may be three.
      if (length - told < 3 || draw() < 0.08) return signIn(workerAt(draw, share), at)
      const operation = told >= once ? rareOperation : undefined
      if (operation !== undefined) once = length
      return tryOnce(draw, { at, actor: workerAt(draw, share), order: orderAt(draw, turn), operation })
    }
    const next = step()
    told += next.events.length
    yield next
  }
}

function workerAt(draw: () => number, share: number): SeededActor {
  for (;;) {
    const actor = pick(draw, workers)
    if (actor.from <= share && share <= actor.until) return actor
  }
}

/** Most orders come up three times or so within a short while; a few come up again and again. */
function orderAt(draw: () => number, turn: number): string {
  if (draw() < 0.02) return busyOrders[Math.floor(draw() * busyOrders.length)] ?? firstOrder
  return String(40_000_000 + Math.floor(turn / 3) + Math.floor(draw() * 30))
}

function signIn(actor: SeededActor, at: number): Step {
  return { attempt: null, events: [{ at, kind: 'person.signed-in', actor, body: {} }] }
}

interface Trial {
  readonly at: number
  readonly actor: SeededActor
  readonly order: string
  readonly operation?: OperationId | undefined
}

function tryOnce(draw: () => number, { at, actor, order, operation }: Trial): Step {
  const asked = operation ?? pick(draw, operations).id
  const outcome = pick(draw, outcomes).kind
  const attempt: SeededAttempt = {
    key: randomUUID(),
    operation: asked,
    accountId: accountOf(draw, actor),
    order,
    ticket: ticketOf(draw, order),
    actor,
    intendedAt: at,
    settledAt: at + 200 + Math.floor(draw() * 2500),
    // Passed on to CA staff: what two of the operations ask for, and no other.
    outcome: outcome === 'done' && handed.has(asked) ? 'passed-on' : outcome,
  }
  return { attempt, events: eventsOf(attempt) }
}

function accountOf(draw: () => number, actor: SeededActor): string {
  return pick(
    draw,
    actor.accounts.flatMap((place) => accounts[place] ?? []),
  ).id
}

function ticketOf(draw: () => number, order: string): SeededAttempt['ticket'] {
  if (order === busyOrders[0]) return { id: busyTicket, system: 'jira' }
  return draw() < 0.8 ? { id: `SUP-${order}`, system: 'zendesk' } : null
}

function eventsOf(attempt: SeededAttempt): NewEvent[] {
  const { actor, accountId, order, operation, key, ticket, intendedAt, settledAt, outcome } = attempt
  const about = { actor, accountId, order, operation, attempt: key, ticket }
  const intended: NewEvent = {
    ...about,
    at: intendedAt,
    kind: 'attempt.intended',
    body: { contentHash: contentHashOf(attempt), override: false, past: null },
    personal: { input: inputOf(attempt), reason: null },
  }
  const settled: NewEvent = {
    ...about,
    at: settledAt,
    kind: 'attempt.settled',
    outcomeKind: outcome,
    body: { code: 0, status: 1, field: null, certainty: 'answered', httpStatus: 200, durationMs: 400 },
    personal: { title: `Seeded: ${outcome}`, explanation, message: null, raw },
  }
  if (outcome !== 'unknown') return [intended, settled]
  const finding = { finding: 'carried-out' }
  const resolved = { ...about, at: resolvedAt(attempt), kind: 'attempt.resolved', body: finding }
  return [intended, settled, { ...resolved, outcomeKind: outcome, personal: { note: explanation } }]
}

export const raw = 'errorCode=0&status=1&description=Successfully+completed'
export const explanation = 'Made by the seeding command: nothing was asked of the CA.'
export const contentHashOf = ({ key }: SeededAttempt): string => key.replaceAll('-', '').repeat(2)
export const inputOf = ({ operation }: SeededAttempt): object =>
  operation === 'schedule-callback'
    ? { preferredTimeUTC: '2027-01-11 14:30', extensionNumber: '1234', language: 'en-us' }
    : {}
export const resolvedAt = ({ settledAt }: SeededAttempt): number => settledAt + 3_000
