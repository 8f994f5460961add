import { Temporal } from 'temporal-polyfill'
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

export type Warning = 'night' | 'weekend'

/** What is worth a second thought about a call at this time: before 8:00 or after 20:00, or on a weekend day, there. */
export function warnings(utc: string, zone: string): readonly Warning[] {
  const moment = zoned(utc, zone)
  if (moment === null) return []
  const found: Warning[] = []
  if (moment.hour < 8 || moment.hour > 20 || (moment.hour === 20 && moment.minute > 0)) found.push('night')
  if (weekendDays(zone).includes(moment.dayOfWeek)) found.push('weekend')
  return found
}

/** ISO weekdays. Where Friday belongs to the weekend, Sunday is a day of work. */
function weekendDays(zone: string): readonly number[] {
  return fridayWeekend.has(zone) ? [5, 6] : [6, 7]
}

const fridayWeekend: ReadonlySet<string> = new Set([
  'Africa/Algiers',
  'Africa/Cairo',
  'Africa/Khartoum',
  'Africa/Tripoli',
  'Asia/Aden',
  'Asia/Amman',
  'Asia/Baghdad',
  'Asia/Bahrain',
  'Asia/Damascus',
  'Asia/Dhaka',
  'Asia/Gaza',
  'Asia/Hebron',
  'Asia/Jerusalem',
  'Asia/Kuwait',
  'Asia/Muscat',
  'Asia/Qatar',
  'Asia/Riyadh',
  'Indian/Maldives',
])

export interface QuickPick extends LocalTime {
  /** `Tomorrow 10:00` */
  readonly label: string
}

/** A few good times of the next two working days in `zone`, the soonest first. */
export function quickPicks(nowMs: number, zone: string): readonly QuickPick[] {
  if (!isZone(zone)) return []
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone)
  const today = now.toPlainDate()
  const picks: QuickPick[] = []
  for (let days = 0; days < 8 && picks.length < 4; days++) {
    const day = today.add({ days })
    if (weekendDays(zone).includes(day.dayOfWeek)) continue
    for (const hour of [10, 14]) {
      const pick = { date: day.toString(), time: `${hour}:00` }
      const resolved = resolveLocal(pick.date, pick.time, zone)
      // Today's only with an hour to spare.
      if (resolved.is !== 'ok' || (days === 0 && now.hour > hour - 2)) continue
      picks.push({ ...pick, label: `${dayName(day, days)} ${pick.time}` })
    }
  }
  return picks.slice(0, 4)
}

function dayName(day: Temporal.PlainDate, days: number): string {
  if (days < 2) return days === 0 ? 'Today' : 'Tomorrow'
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day.toString()}T00:00Z`),
  )
}

/** Today's date in `zone`, for a date field's earliest choice. */
export function todayIn(nowMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate().toString()
}
