import { Temporal } from 'temporal-polyfill'
import { weekendOf } from './weekends.ts'
import { isZone } from './zones.ts'

/**
 * Planning a call in the customer's zone. A time on the wall can exist once, twice (clocks went back) or not at all (clocks went forward),
 * and a person has to be asked rather than have it guessed. Pure; in the browser it is loaded with the control that needs it.
 */

/** One of two moments that share a time on the wall. */
export interface Moment {
  /** `yyyy-mm-dd hh:mm` */
  readonly utc: string
  /** `+02:00` */
  readonly offset: string
}

export interface LocalTime {
  /** `yyyy-mm-dd` */
  readonly date: string
  /** `hh:mm` */
  readonly time: string
}

export type Resolved =
  | ({ readonly is: 'ok' } & Moment)
  | { readonly is: 'missing'; readonly before: LocalTime; readonly after: LocalTime }
  | { readonly is: 'twice'; readonly earlier: Moment; readonly later: Moment }
  | { readonly is: 'invalid'; readonly which: 'date' | 'time' | 'zone' }

/** What a date (`yyyy-mm-dd`) and a time (`hh:mm`) on the wall in `zone` mean in UTC. Never throws. */
export function resolveLocal(date: string, time: string, zone: string): Resolved {
  if (!isZone(zone)) return { is: 'invalid', which: 'zone' }
  const day = plainDate(date)
  if (day === null) return { is: 'invalid', which: 'date' }
  const hour = plainTime(time)
  if (hour === null) return { is: 'invalid', which: 'time' }

  const wall = day.toPlainDateTime(hour)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { is: 'ok', ...momentOf(earlier) }
  if (earlier.toPlainDateTime().equals(wall)) {
    return { is: 'twice', earlier: momentOf(earlier), later: momentOf(later) }
  }
  return { is: 'missing', ...aroundGap(later) }
}

/** The last minute before the clocks went forward and the first one after. `inside` is a moment shortly after the change. */
function aroundGap(inside: Temporal.ZonedDateTime): { before: LocalTime; after: LocalTime } {
  const change = inside.add({ seconds: 1 }).getTimeZoneTransition('previous') ?? inside
  return { before: localOf(change.subtract({ minutes: 1 })), after: localOf(change) }
}

function plainDate(text: string): Temporal.PlainDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match === null ? null : quietly(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))
}

function plainTime(text: string): Temporal.PlainTime | null {
  // Browsers add seconds to a time that was filled in by a script; anything else than none is no minute.
  const match = /^([01]\d|2[0-3]):([0-5]\d)(:00(\.0+)?)?$/.exec(text)
  return match === null ? null : new Temporal.PlainTime(Number(match[1]), Number(match[2]))
}

function quietly<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function momentOf(moment: Temporal.ZonedDateTime): Moment {
  return { utc: utcTextOf(moment), offset: moment.offset }
}

function localOf(moment: Temporal.ZonedDateTime): LocalTime {
  return {
    date: moment.toPlainDate().toString(),
    time: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

function utcTextOf(moment: Temporal.ZonedDateTime): string {
  const { date, time } = localOf(moment.withTimeZone('UTC'))
  return `${date} ${time}`
}

function zoned(utc: string, zone: string): Temporal.ZonedDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(utc) || !isZone(zone)) return null
  return quietly(() => Temporal.Instant.from(`${utc.replace(' ', 'T')}:00Z`).toZonedDateTimeISO(zone))
}

export type Warning = 'night' | 'weekend' | 'perhaps-weekend'

/** What is worth a second thought about a call at this time: before 8:00 or after 20:00, or on a day off, there. */
export function warnings(utc: string, zone: string): readonly Warning[] {
  const moment = zoned(utc, zone)
  if (moment === null) return []
  const found: Warning[] = []
  if (moment.hour < 8 || moment.hour > 20 || (moment.hour === 20 && moment.minute > 0)) found.push('night')
  const { days, perhaps } = weekendOf(zone)
  if (days.includes(moment.dayOfWeek)) found.push('weekend')
  if (perhaps.includes(moment.dayOfWeek)) found.push('perhaps-weekend')
  return found
}

/** Today's date in `zone`, for a date field's earliest choice. */
export function todayIn(nowMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate().toString()
}
