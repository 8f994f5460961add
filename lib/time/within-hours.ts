import type { CallingHours } from './calling-hours.ts'
import { speakTime } from './speak-time.ts'
import { cityOf } from './zones.ts'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Whether an instant (epoch milliseconds) lies within the calling hours, by the wall of their own zone. */
export function isWithin(hours: CallingHours, ms: number): boolean {
  const { day, time } = speakTime(ms, hours.zone)
  const weekday = dayNames.indexOf(day.split(',')[0] ?? '') + 1
  return hours.days.includes(weekday) && hours.from <= time && time < hours.until
}

/** True when every minute is within: then there is nothing to say about them. */
export function areAlways({ days, from, until }: CallingHours): boolean {
  return days.length === 7 && from === '00:00' && until === '24:00'
}

/** `Monday to Friday, 08:30 to 17:00 in Amsterdam`; `every day, at any hour` when nothing was set. */
export function speakHours(hours: CallingHours): string {
  if (areAlways(hours)) return 'every day, at any hour'
  const { from, until, zone } = hours
  const times = from === '00:00' && until === '24:00' ? 'the whole day' : `${from} to ${until}`
  return `${speakDays(hours.days)}, ${times} ${zone === 'UTC' ? 'UTC' : `in ${cityOf(zone)}`}`
}

function speakDays(days: readonly number[]): string {
  if (days.length === 7) return 'every day'
  const names = days.map((day) => dayNames[day - 1] ?? '')
  const isRun = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index)
  if (isRun) return `${names[0]} to ${names.at(-1)}`
  return new Intl.ListFormat('en-GB').format(names)
}
