import * as z from 'zod/mini'
import { isZone } from './zones.ts'

/** When calls may be booked, as an administrator of this desk has set it. The CA's documents name no hours of its own. */
export interface CallingHours {
  /** IANA name of the zone that `from` and `until` are on the wall of. */
  readonly zone: string
  /** ISO weekdays in that zone, Monday is 1. */
  readonly days: readonly number[]
  /** `hh:mm`, the first minute. */
  readonly from: string
  /** `hh:mm`, the minute after the last one; `24:00` is the end of the day. */
  readonly until: string
}

/** Every day, the whole day: nothing is claimed that nobody has set. */
export const alwaysCalling: CallingHours = {
  zone: 'UTC',
  days: [1, 2, 3, 4, 5, 6, 7],
  from: '00:00',
  until: '24:00',
}

const message = (error: string) => ({ error })

/** What a form or a command line gives, checked: days sorted and each once. Client-safe. */
export const callingHoursSchema = z
  .object({
    zone: z.string().check(z.refine(isZone, message('Choose a time zone, such as Europe/Amsterdam.'))),
    days: z.pipe(
      z
        .array(z.int().check(z.gte(1), z.lte(7)), message('Choose the days.'))
        .check(z.minLength(1, message('Choose at least one day.'))),
      z.transform((days: number[]) => [...new Set(days)].sort((a, b) => a - b)),
    ),
    from: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, message('Enter a time such as 08:30.'))),
    until: z
      .string()
      .check(
        z.regex(
          /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
          message('Enter a time such as 17:00, or 24:00 for the end of the day.'),
        ),
      ),
  })
  .check(
    z.refine(({ from, until }) => from < until, {
      path: ['until'],
      error: 'Choose a time later on the same day. Another zone may help where the hours pass midnight.',
    }),
  )
