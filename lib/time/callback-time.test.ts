import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveLocal, todayIn, warnings } from './callback-time.ts'
import { speakTime, utcMs, utcText } from './speak-time.ts'

/** The way back, by the engine's own clock rather than by the library that is under test. */
function utcToLocal(utc: string, zone: string) {
  const ms = Date.parse(`${utc.replace(' ', 'T')}:00Z`)
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const [date = '', time = ''] = wall.format(ms).split(' ')
  return { date, time, offset: speakTime(ms, zone).offset.replace('UTC', '') || '+00:00' }
}

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Africa/Johannesburg',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Chatham',
  'Pacific/Auckland',
  'America/Santiago',
  'UTC',
]

describe('a time on the wall that exists once', () => {
  it.each([
    ['Europe/Berlin', '2026-01-15', '14:30', '2026-01-15 13:30', '+01:00'],
    ['Europe/Berlin', '2026-07-15', '14:30', '2026-07-15 12:30', '+02:00'],
    ['America/New_York', '2026-01-15', '20:00', '2026-01-16 01:00', '-05:00'],
    ['America/St_Johns', '2026-07-15', '09:00', '2026-07-15 11:30', '-02:30'],
    ['America/Sao_Paulo', '2026-01-15', '09:00', '2026-01-15 12:00', '-03:00'],
    ['America/Sao_Paulo', '2026-07-15', '09:00', '2026-07-15 12:00', '-03:00'],
    ['Asia/Kolkata', '2026-07-15', '05:00', '2026-07-14 23:30', '+05:30'],
    ['Asia/Kathmandu', '2026-07-15', '05:00', '2026-07-14 23:15', '+05:45'],
    ['Pacific/Chatham', '2026-01-15', '12:00', '2026-01-14 22:15', '+13:45'],
    ['Pacific/Chatham', '2026-07-15', '12:00', '2026-07-14 23:15', '+12:45'],
    ['Australia/Lord_Howe', '2026-01-15', '12:00', '2026-01-15 01:00', '+11:00'],
    ['Australia/Lord_Howe', '2026-07-15', '12:00', '2026-07-15 01:30', '+10:30'],
    ['Pacific/Kiritimati', '2026-07-15', '12:00', '2026-07-14 22:00', '+14:00'],
    ['UTC', '2026-07-15', '12:00', '2026-07-15 12:00', '+00:00'],
  ])('in %s on %s at %s is %s UTC', (zone, date, time, utc, offset) => {
    expect(resolveLocal(date, time, zone)).toEqual({ is: 'ok', utc, offset })
    expect(utcToLocal(utc, zone)).toEqual({ date, time, offset })
  })

  it('takes the 29th of February of a leap year', () => {
    expect(resolveLocal('2028-02-29', '10:00', 'Europe/Berlin')).toMatchObject({
      is: 'ok',
      utc: '2028-02-29 09:00',
    })
  })

  it('may have the seconds that browsers add when a script fills in a time', () => {
    expect(resolveLocal('2026-07-15', '14:30:00', 'UTC')).toMatchObject({ is: 'ok', utc: '2026-07-15 14:30' })
  })
})

describe('when the clocks go forward', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '01:59', '03:00'],
    ['Europe/Berlin', '2026-03-29', '02:00', '01:59', '03:00'],
    ['America/New_York', '2026-03-08', '02:59', '01:59', '03:00'],
    ['America/St_Johns', '2026-03-08', '02:15', '01:59', '03:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '01:59', '02:30'],
    ['Australia/Sydney', '2026-10-04', '02:15', '01:59', '03:00'],
    ['Pacific/Chatham', '2026-09-27', '03:00', '02:44', '03:45'],
    ['Africa/Casablanca', '2026-03-22', '02:30', '01:59', '03:00'],
  ])(
    'in %s on %s, %s does not exist and %s and %s are the nearest that do',
    (zone, date, time, before, after) => {
      expect(resolveLocal(date, time, zone)).toEqual({
        is: 'missing',
        before: { date, time: before },
        after: { date, time: after },
      })
      expect(resolveLocal(date, before, zone).is).toBe('ok')
      expect(resolveLocal(date, after, zone).is).toBe('ok')
    },
  )

  it('at midnight, the time before is on the day before', () => {
    expect(resolveLocal('2018-11-04', '00:30', 'America/Sao_Paulo')).toEqual({
      is: 'missing',
      before: { date: '2018-11-03', time: '23:59' },
      after: { date: '2018-11-04', time: '01:00' },
    })
  })

  it('over a whole day that a country skipped, the days around it are offered', () => {
    expect(resolveLocal('2011-12-30', '12:00', 'Pacific/Apia')).toEqual({
      is: 'missing',
      before: { date: '2011-12-29', time: '23:59' },
      after: { date: '2011-12-31', time: '00:00' },
    })
  })
})

describe('when the clocks go back', () => {
  it.each([
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25 00:30', '+02:00', '2026-10-25 01:30', '+01:00'],
    ['America/New_York', '2026-11-01', '01:00', '2026-11-01 05:00', '-04:00', '2026-11-01 06:00', '-05:00'],
    ['America/St_Johns', '2026-11-01', '01:30', '2026-11-01 04:00', '-02:30', '2026-11-01 05:00', '-03:30'],
    [
      'Australia/Lord_Howe',
      '2026-04-05',
      '01:45',
      '2026-04-04 14:45',
      '+11:00',
      '2026-04-04 15:15',
      '+10:30',
    ],
    ['Pacific/Chatham', '2026-04-05', '03:00', '2026-04-04 13:15', '+13:45', '2026-04-04 14:15', '+12:45'],
    ['Africa/Casablanca', '2026-02-15', '02:30', '2026-02-15 01:30', '+01:00', '2026-02-15 02:30', '+00:00'],
  ])('in %s on %s, %s comes twice', (zone, date, time, utc1, offset1, utc2, offset2) => {
    expect(resolveLocal(date, time, zone)).toEqual({
      is: 'twice',
      earlier: { utc: utc1, offset: offset1 },
      later: { utc: utc2, offset: offset2 },
    })
  })
})

describe('what is no time', () => {
  it.each([
    ['2026-02-29', '10:00', 'Europe/Berlin', 'date'],
    ['2026-13-01', '10:00', 'Europe/Berlin', 'date'],
    ['', '10:00', 'Europe/Berlin', 'date'],
    ['15.07.2026', '10:00', 'Europe/Berlin', 'date'],
    ['2026-07-15', '24:00', 'Europe/Berlin', 'time'],
    ['2026-07-15', '10', 'Europe/Berlin', 'time'],
    ['2026-07-15', '10:00:30', 'Europe/Berlin', 'time'],
    ['2026-07-15', '', 'Europe/Berlin', 'time'],
    ['2026-07-15', '10:00', '', 'zone'],
    ['2026-07-15', '10:00', 'Europe/Atlantis', 'zone'],
    ['2026-07-15', '10:00', '+02:00', 'zone'],
    ['2026-07-15', '10:00', 'EST', 'zone'],
  ])('%j %j %j is refused by its %s', (date, time, zone, which) => {
    expect(resolveLocal(date, time, zone)).toEqual({ is: 'invalid', which })
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (date, time, zone) => {
        expect(() => [resolveLocal(date, time, zone), warnings(time, zone)]).not.toThrow()
        expect(() => resolveLocal(date, time, 'Europe/Berlin')).not.toThrow()
      }),
    )
  })
})

describe('every instant', () => {
  const minutes = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })

  it('comes back from the wall of any zone, as the engine’s own Intl reads it, as itself, or as one of two that share the time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const utc = utcText(minute * 60_000)
        const local = utcToLocal(utc, zone)
        const back = resolveLocal(local.date, local.time, zone)
        // No value comes back: a property fails on any that is false.
        if (back.is === 'twice') expect([back.earlier.utc, back.later.utc].includes(utc)).toBe(true)
        else expect(back).toEqual({ is: 'ok', utc, offset: local.offset })
      }),
      { numRuns: 3000, examples: [['Australia/Lord_Howe', 32_219_430]] },
    )
  })
})

describe('every date and time of the years around a change', () => {
  it.each(zones)('in %s exists once, twice or not at all, and those that exist round-trip', (zone) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 * 366 - 1 }),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        (days, minute) => {
          const [date = '', time = ''] = utcText(Date.UTC(2026, 0, 1 + days, 0, minute)).split(' ')
          const resolved = resolveLocal(date, time, zone)
          if (resolved.is === 'invalid') throw new Error(`${date} ${time} is real`)
          const moments =
            resolved.is === 'ok'
              ? [resolved]
              : resolved.is === 'twice'
                ? [resolved.earlier, resolved.later]
                : []
          for (const { utc, offset } of moments) expect(utcToLocal(utc, zone)).toEqual({ date, time, offset })
          if (resolved.is === 'twice')
            expect(utcMs(resolved.earlier.utc)).toBeLessThan(utcMs(resolved.later.utc) ?? 0)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('second thoughts', () => {
  it.each([
    ['2026-07-15 05:59', 'Europe/Berlin', ['night']],
    ['2026-07-15 06:00', 'Europe/Berlin', []],
    ['2026-07-15 18:00', 'Europe/Berlin', []],
    ['2026-07-15 18:01', 'Europe/Berlin', ['night']],
    ['2026-07-18 10:00', 'Europe/Berlin', ['weekend']],
    ['2026-07-18 23:00', 'Europe/Berlin', ['night', 'weekend']],
    ['2026-07-17 22:30', 'Pacific/Auckland', ['weekend']],
    ['2026-07-17 09:00', 'Asia/Riyadh', ['weekend']],
    ['2026-07-19 09:00', 'Asia/Riyadh', []],
  ])('about %s UTC in %s are %j', (utc, zone, expected) => {
    expect(warnings(utc, zone)).toEqual(expected)
  })
})

describe('the weekend', () => {
  it.each(['Asia/Jerusalem', 'Asia/Aden', 'Asia/Gaza', 'Asia/Hebron', 'Indian/Maldives'])(
    'in %s holds the Friday and not the Sunday',
    (zone) => {
      expect(warnings('2026-07-17 09:00', zone)).toEqual(['weekend'])
      expect(warnings('2026-07-19 09:00', zone)).toEqual([])
    },
  )
})

describe('the weekend that is not certain', () => {
  it.each([
    ['Asia/Kolkata', '2026-07-18 06:00', ['perhaps-weekend']],
    ['Asia/Kolkata', '2026-07-19 06:00', ['weekend']],
    ['Asia/Tehran', '2026-07-16 08:00', ['perhaps-weekend']],
    ['Asia/Tehran', '2026-07-17 08:00', ['weekend']],
    ['Asia/Dubai', '2026-07-17 08:00', ['perhaps-weekend']],
    ['Asia/Dubai', '2026-07-18 08:00', ['weekend']],
    ['Asia/Kathmandu', '2026-07-19 06:00', ['perhaps-weekend']],
  ])('in %s at %s UTC is said to be %j', (zone, utc, expected) => {
    expect(warnings(utc, zone)).toEqual(expected)
  })
})

describe('the date there', () => {
  it('is tomorrow’s already further east', () => {
    expect(todayIn(Date.UTC(2026, 6, 15, 23, 0), 'Asia/Tokyo')).toBe('2026-07-16')
    expect(todayIn(Date.UTC(2026, 6, 15, 3, 0), 'America/New_York')).toBe('2026-07-14')
  })
})
