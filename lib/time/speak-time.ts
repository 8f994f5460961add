import { cityOf } from './zones.ts'

/** One instant in words. Needs only `Intl`, so that receipts and checks do not load the planning code. */

/** `2026-03-29 14:30` (UTC) as epoch milliseconds, or null when it is no real minute. */
export function utcMs(utc: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(utc)) return null
  const ms = Date.parse(`${utc.replace(' ', 'T')}:00.000Z`)
  return Number.isNaN(ms) || utcText(ms) !== utc ? null : ms
}

/** Epoch milliseconds as `2026-03-29 14:30`, the form in which the CA takes a time. */
export function utcText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ')
}

export interface Spoken {
  /** `Monday, 30 March 2026` */
  readonly day: string
  /** `14:30` */
  readonly time: string
  /** `UTC+02:00`; `UTC` when there is no difference. */
  readonly offset: string
  /** `Monday, 30 March 2026, 14:30 (UTC+02:00)` */
  readonly text: string
}

/** An instant as the clock on the wall shows it in `zone`, with weekday and offset. Throws for a zone that does not exist. */
export function speakTime(ms: number, zone: string): Spoken {
  const parts = formatFor(zone).formatToParts(ms)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const day = `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`
  const time = `${part('hour')}:${part('minute')}`
  const offset = part('timeZoneName').replace('GMT', 'UTC').replace('+00:00', '')
  return { day, time, offset, text: `${day}, ${time} (${offset})` }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept, because making one takes longer than all the rest; not without end, because a link may spell a zone in many ways. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone)
  if (kept !== undefined) return kept
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  })
  if (formats.size >= 100) formats.clear()
  formats.set(zone, format)
  return format
}

export interface TimeLine {
  readonly where: string
  readonly zone: string
  readonly spoken: Spoken
}

/** The same instant for the customer, for the CA and for the reader; a zone is said once when two of them share it. */
export function timeLines(
  ms: number,
  customerZone: string | null,
  readerZone: string | null,
): readonly TimeLine[] {
  const lines: TimeLine[] = []
  const add = (where: string, zone: string) => lines.push({ where, zone, spoken: speakTime(ms, zone) })
  if (customerZone !== null && customerZone !== 'UTC') {
    add(
      customerZone === readerZone ? `In ${cityOf(customerZone)} and for you` : `In ${cityOf(customerZone)}`,
      customerZone,
    )
  }
  add(readerZone === 'UTC' ? 'UTC and for you' : 'UTC', 'UTC')
  if (readerZone !== null && readerZone !== 'UTC' && readerZone !== customerZone) add('For you', readerZone)
  return lines
}
