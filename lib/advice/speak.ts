import { type AdviceLanguage, langOf } from './languages.ts'

/** Moments in a customer’s language. Needs nothing but the engine’s own `Intl`. */

/** `Monday 30 March 2026 at 16:30 (Central European Summer Time), 14:30 UTC`; UTC alone where the zone is not known. */
export function speakWhen(ms: number, zone: string | null, language: AdviceLanguage): string {
  const there = zoneOf(zone)
  if (there === 'UTC') return `${moment(ms, 'UTC', language)} UTC`
  const sameDay = day(ms, there, language) === day(ms, 'UTC', language)
  const utc = sameDay ? clock(ms, 'UTC', language) : moment(ms, 'UTC', language)
  return `${moment(ms, there, language)} (${zoneName(ms, there, language)}), ${utc} UTC`
}

/** `21 November 2026`, the day it is in the customer’s zone, or in UTC. */
export function speakDay(ms: number, zone: string | null, language: AdviceLanguage): string {
  return day(ms, zoneOf(zone), language)
}

/** `a, b and c`, as the language joins them. */
export function speakList(items: readonly string[], language: AdviceLanguage): string {
  return new Intl.ListFormat(langOf(language), { type: 'conjunction' }).format(items)
}

const format = (language: AdviceLanguage, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(langOf(language), { hourCycle: 'h23', ...options })

const moment = (ms: number, timeZone: string, language: AdviceLanguage) =>
  format(language, { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(ms)
const day = (ms: number, timeZone: string, language: AdviceLanguage) =>
  format(language, { timeZone, dateStyle: 'long' }).format(ms)
const clock = (ms: number, timeZone: string, language: AdviceLanguage) =>
  format(language, { timeZone, timeStyle: 'short' }).format(ms)

function zoneName(ms: number, timeZone: string, language: AdviceLanguage): string {
  const parts = format(language, { timeZone, timeZoneName: 'long' }).formatToParts(ms)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** A zone that the engine does not know is as good as none. */
function zoneOf(zone: string | null): string {
  if (zone === null || zone === '') return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone || 'UTC'
  } catch {
    return 'UTC'
  }
}
