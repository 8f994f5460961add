import { guessedZone } from '#lib/time/country-zones.ts'
import { utcMs } from '#lib/time/speak-time.ts'
import { isZone } from '#lib/time/zones.ts'
import type { Receipt } from './receipt.ts'
import type { AttemptLine, OrderView } from './views.ts'

/**
 * Where a call stands. `due` is from a quarter of an hour before its time to an hour after it: one reseller of the CA says that calls come
 * within an hour of the planned time (Realtime Register, second-hand); the CA's documents say nothing. `soon` is within 36 hours.
 */
export type CallPhase = 'due' | 'soon' | 'later' | 'past'

const minute = 60_000
const hour = 60 * minute
/** Milliseconds for which a call is due after its time, and before it soon. */
export const dueFor = hour
export const soonFor = 36 * hour

/** Where the call planned for `when` stands at `now`, both in epoch milliseconds. */
export function phaseOf(when: number, now: number): CallPhase {
  if (when <= now - dueFor) return 'past'
  if (when <= now + 15 * minute) return 'due'
  return when < now + soonFor ? 'soon' : 'later'
}

export interface PlannedCall {
  /** Epoch milliseconds. */
  readonly when: number
  readonly phase: CallPhase
  /** False where nobody knows whether the CA booked it: the attempt's outcome is unknown. */
  readonly isCertain: boolean
}

type Settled = Pick<AttemptLine, 'kind' | 'resolution'>

export interface BookedCall extends PlannedCall {
  readonly receipt: Receipt
}

/**
 * The call that an attempt to schedule one planned, as it stands at `now` in epoch milliseconds. Null where the CA booked none, or its time
 * cannot be read. Pure. The desk and the order's page both ask here.
 */
export function plannedCall(
  attempt: Settled,
  preferredTimeUTC: string | undefined,
  now: number,
): PlannedCall | null {
  const when = utcMs(preferredTimeUTC ?? '')
  const booking = bookingOf(attempt)
  if (when === null || booking === 'none') return null
  return { when, phase: phaseOf(when, now), isCertain: booking === 'certain' }
}

/**
 * The calls that the CA booked, or may have booked, for an order in its account: by our own history, the soonest first and the past ones
 * after them, the latest first. Pure. Whether a newer booking takes the place of an older one is not in the CA's documents, so all are listed.
 */
export function bookedCallsOfOrder(taken: OrderView['taken'], now: number): readonly BookedCall[] {
  const calls = taken.flatMap((receipt): BookedCall[] => {
    if (receipt.operation !== 'schedule-callback') return []
    const call = plannedCall(receipt, receipt.input.preferredTimeUTC, now)
    return call === null ? [] : [{ receipt, ...call }]
  })
  const [ahead, past] = [calls.filter(isAhead), calls.filter((call) => !isAhead(call))]
  return [...ahead.sort((a, b) => a.when - b.when), ...past.sort((a, b) => b.when - a.when)]
}

const isAhead = ({ phase }: BookedCall) => phase !== 'past'

function bookingOf({ kind, resolution }: Settled): 'certain' | 'perhaps' | 'none' {
  if (kind === 'done' || resolution?.finding === 'carried-out') return 'certain'
  if (kind !== 'unknown' || resolution?.finding === 'not-carried-out') return 'none'
  return 'perhaps'
}

/** The customer's zone as the order's page knows it: named by the link, else guessed from the known number's only clock, else null. */
export function customerZone(
  { phonePlace }: Pick<OrderView, 'phonePlace'>,
  fromLink: string | undefined,
): { readonly zone: string; readonly isGuess: boolean } | null {
  if (fromLink !== undefined && isZone(fromLink)) return { zone: fromLink, isGuess: false }
  const guess = guessedZone(phonePlace)
  return guess === null ? null : { zone: guess, isGuess: true }
}
