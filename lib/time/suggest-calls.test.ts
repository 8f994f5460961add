import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveLocal, warnings } from './callback-time.ts'
import { alwaysCalling, type CallingHours } from './calling-hours.ts'
import { speakTime, utcMs } from './speak-time.ts'
import { leadMs, suggestCalls } from './suggest-calls.ts'
import { isWithin } from './within-hours.ts'

const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Riyadh',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'UTC',
]
const office: CallingHours = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  from: '08:30',
  until: '17:00',
}
const suggest = (
  now: string,
  zone: string,
  hours: CallingHours | null = null,
  ownZone: string | null = null,
) => suggestCalls({ nowMs: Date.parse(`${now}Z`), zone, hours, ownZone })
const labels = (...given: Parameters<typeof suggest>) => suggest(...given).map(({ label }) => label)

describe('suggested calls', () => {
  it('are good times of the next working days, the soonest first', () => {
    expect(labels('2026-07-17T09:00', 'Europe/Berlin')).toEqual([
      'Today 14:00',
      'Monday 10:00',
      'Monday 14:00',
      'Tuesday 10:00',
    ])
  })

  it('leave an hour to tell the customer', () => {
    expect(labels('2026-07-15T11:59', 'Europe/Berlin')[0]).toBe('Today 15:00')
    expect(labels('2026-07-15T12:00', 'Europe/Berlin')[0]).toBe('Today 15:00')
    expect(labels('2026-07-15T12:01', 'Europe/Berlin')[0]).toBe('Today 15:30')
    expect(labels('2026-07-15T13:01', 'Europe/Berlin')[0]).toBe('Tomorrow 10:00')
  })

  it('keep to the calling hours, which another zone may move to the edge of the day there', () => {
    expect(labels('2026-07-15T20:00', 'America/New_York', office)).toEqual([
      'Tomorrow 10:00',
      'Friday 10:00',
      'Monday 10:00',
      'Tuesday 10:00',
    ])
    expect(labels('2026-07-14T20:00', 'Asia/Tokyo', office)).toEqual([
      'Today 15:30',
      'Tomorrow 15:30',
      'Friday 15:30',
      'Monday 15:30',
    ])
    expect(labels('2026-07-15T20:00', 'America/Los_Angeles', office)).toEqual([])
  })

  it('follow a customer whose weekend is Friday and Saturday, and avoid days that are off for some', () => {
    expect(labels('2026-07-16T18:00', 'Asia/Riyadh')[0]).toBe('Sunday 10:00')
    expect(labels('2026-07-17T18:00', 'Asia/Kolkata')[0]).toBe('Monday 10:00')
    expect(labels('2026-07-16T00:00', 'Asia/Tehran')[0]).toBe('Sunday 10:00')
  })

  it('name the date where a weekday could be either of two', () => {
    const mondays: CallingHours = { ...alwaysCalling, days: [1], from: '09:00', until: '12:00' }
    expect(labels('2026-07-13T12:00', 'UTC', mondays)).toEqual(['Mon 20 Jul 10:00', 'Mon 27 Jul 10:00'])
  })

  it('say the reader’s own time where it differs, with the day when that does too', () => {
    const own = (zone: string, reader: string | null) =>
      suggest('2026-07-15T20:00', zone, null, reader)[0]?.own
    expect(own('America/New_York', 'Europe/Berlin')).toBe('16:00')
    expect(own('Asia/Tokyo', 'America/Los_Angeles')).toBe('Wed 18:00')
    expect(own('Europe/Berlin', 'Europe/Paris')).toBeNull()
    expect(own('Europe/Berlin', null)).toBeNull()
  })

  it.each([
    // The day before the clocks change, so that tomorrow's ten o'clock is not 24 hours after today's.
    ['Europe/Berlin', '2026-03-27T21:00', '2026-03-30 08:00'],
    ['Europe/London', '2026-10-23T21:00', '2026-10-26 10:00'],
    ['America/New_York', '2026-03-06T23:00', '2026-03-09 14:00'],
    ['America/St_Johns', '2026-03-06T23:00', '2026-03-09 12:30'],
    ['America/Sao_Paulo', '2026-10-16T23:00', '2026-10-19 13:00'],
    ['America/Santiago', '2026-09-04T23:00', '2026-09-07 13:00'],
    ['Africa/Casablanca', '2026-03-20T23:00', '2026-03-23 09:00'],
    ['Australia/Sydney', '2026-10-02T12:00', '2026-10-04 23:00'],
    ['Australia/Lord_Howe', '2026-10-02T12:00', '2026-10-04 23:00'],
    ['Pacific/Auckland', '2026-09-25T12:00', '2026-09-27 21:00'],
    ['Pacific/Chatham', '2026-09-25T12:00', '2026-09-27 20:15'],
  ])('in %s keep to the wall over a change of the clocks', (zone, now, utc) => {
    const [first] = suggest(now, zone)
    expect(first).toMatchObject({ time: '10:00', utc })
  })

  it('are none in a place that does not exist', () => {
    expect(suggest('2026-07-15T20:00', 'Mars/Base')).toEqual([])
  })

  const hourOf = fc.integer({ min: 0, max: 23 })
  const anyHours = fc
    .tuple(
      fc.constantFrom(...zones),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      hourOf,
      hourOf,
    )
    .map(([zone, days, a, b]): CallingHours => {
      const [from, until] = [Math.min(a, b), Math.max(a, b) + 1].map(
        (hour) => `${String(hour).padStart(2, '0')}:00`,
      )
      return { zone, days, from: from ?? '', until: until ?? '' }
    })

  it('are never past, never outside the calling hours, never at night or on a day off, and mean one minute in UTC', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.option(anyHours),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) }),
        (zone, hours, nowMs) => {
          const found = suggestCalls({ nowMs, zone, hours, ownZone: null })
          if (hours === null) expect(found.length).toBe(4)
          let before = nowMs
          for (const { date, time, utc } of found) {
            expect(resolveLocal(date, time, zone)).toMatchObject({ is: 'ok', utc })
            const ms = utcMs(utc) ?? 0
            expect(ms).toBeGreaterThanOrEqual(nowMs + leadMs)
            expect(ms).toBeGreaterThan(before)
            before = ms
            expect(speakTime(ms, zone).time).toBe(time)
            expect(time >= '09:00' && time <= '16:00').toBe(true)
            expect(warnings(utc, zone)).toEqual([])
            if (hours !== null) expect(isWithin(hours, ms)).toBe(true)
          }
        },
      ),
      { numRuns: 200 },
    )
  }, 30_000)
})
