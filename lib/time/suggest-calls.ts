import { Temporal } from 'temporal-polyfill'
import { resolveLocal, type LocalTime } from './callback-time.ts'
import type { CallingHours } from './calling-hours.ts'
import { speakTime, utcMs } from './speak-time.ts'
import { weekendOf } from './weekends.ts'
import { isWithin } from './within-hours.ts'
import { isZone } from './zones.ts'

export interface SuggestedCall extends LocalTime {
  /** `Tomorrow 10:00`, there. */
  readonly label: string
  /** `yyyy-mm-dd hh:mm` */
  readonly utc: string
  /** `09:00`, or `Tue 22:00` when it is another day for the reader; null when their clocks agree. */
  readonly own: string | null
}

export interface SuggestFor {
  /** Epoch milliseconds. */
  readonly nowMs: number
  /** The customer's zone. */
  readonly zone: string
  /** Null when none are known: then any hour will do. */
  readonly hours: CallingHours | null
  /** The reader's zone, or null when it is not known. */
  readonly ownZone: string | null
}

/** The CA names no shortest notice; an hour leaves time to tell the customer. */
export const leadMs = 60 * 60_000
const most = 4
const daysAhead = 14

/** From 9:00 to 16:00, so that a call that comes within the hour still finds somebody there. The first of each half day is preferred. */
const halves = [
  ['10:00', '10:30', '09:30', '11:00', '09:00', '11:30'],
  ['14:00', '14:30', '13:30', '15:00', '13:00', '15:30', '16:00'],
] as const

/**
 * The next sensible times for a call: on a working day there, in working hours there (holidays are not known), within the calling hours,
 * an hour ahead at least, the soonest first. Up to four, two a day; none when two weeks hold none. Times that the clocks skip or
 * repeat are left out.
 */
export function suggestCalls({ nowMs, zone, hours, ownZone }: SuggestFor): readonly SuggestedCall[] {
  if (!isZone(zone)) return []
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate()
  const { days, perhaps } = weekendOf(zone)
  const found: SuggestedCall[] = []
  for (let ahead = 0; ahead <= daysAhead && found.length < most; ahead++) {
    const day = today.add({ days: ahead })
    if (days.includes(day.dayOfWeek) || perhaps.includes(day.dayOfWeek)) continue
    for (const half of halves) {
      const slot = firstGood(half, day.toString())
      if (slot === null) continue
      const { date, time, utc, ms } = slot
      const label = `${dayName(day, ahead)} ${time}`
      found.push({ date, time, utc, label, own: ownTime(ms, zone, ownZone) })
    }
  }
  return found.slice(0, most)

  function firstGood(half: readonly string[], date: string) {
    for (const time of half) {
      const resolved = resolveLocal(date, time, zone)
      const ms = resolved.is === 'ok' ? utcMs(resolved.utc) : null
      if (resolved.is !== 'ok' || ms === null || ms < nowMs + leadMs) continue
      if (hours !== null && !isWithin(hours, ms)) continue
      return { date, time, utc: resolved.utc, ms }
    }
    return null
  }
}

function ownTime(ms: number, zone: string, ownZone: string | null): string | null {
  if (ownZone === null) return null
  const there = speakTime(ms, zone)
  const own = speakTime(ms, ownZone)
  if (own.offset === there.offset) return null
  return own.day === there.day ? own.time : `${own.day.slice(0, 3)} ${own.time}`
}

/** Beyond a week a weekday alone could be either of two days. */
function dayName(day: Temporal.PlainDate, ahead: number): string {
  if (ahead < 2) return ahead === 0 ? 'Today' : 'Tomorrow'
  const style =
    ahead < 7
      ? ({ weekday: 'long' } as const)
      : ({ weekday: 'short', day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' }).format(
    Date.parse(`${day.toString()}T00:00Z`),
  )
}
