import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alwaysCalling, callingHoursSchema, type CallingHours } from './calling-hours.ts'
import { areAlways, isWithin, speakHours } from './within-hours.ts'

const office: CallingHours = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  from: '08:30',
  until: '17:00',
}
const at = (utc: string) => Date.parse(`${utc.replace(' ', 'T')}:00Z`)

describe('calling hours', () => {
  it('are every day and the whole day as long as nobody has set any', () => {
    expect(areAlways(alwaysCalling)).toBe(true)
    expect(callingHoursSchema.parse(alwaysCalling)).toEqual(alwaysCalling)
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => isWithin(alwaysCalling, ms)))
  })

  it.each([
    // On both sides of a change of the clocks the wall decides, and the last minute is one before `until`.
    [office, '2026-03-27 07:29', false],
    [office, '2026-03-27 07:30', true],
    [office, '2026-03-30 06:29', false],
    [office, '2026-03-30 06:30', true],
    [office, '2026-07-15 14:59', true],
    [office, '2026-07-15 15:00', false],
    [office, '2026-07-18 10:00', false],
    [{ ...office, zone: 'Australia/Lord_Howe' }, '2026-10-01 22:00', true],
    [{ ...office, zone: 'Australia/Lord_Howe' }, '2026-10-01 21:59', false],
    [{ ...office, zone: 'Australia/Lord_Howe' }, '2026-10-04 21:30', true],
    [{ ...office, zone: 'Asia/Kathmandu' }, '2026-07-15 02:45', true],
    [{ ...office, zone: 'Asia/Kathmandu' }, '2026-07-15 02:44', false],
    [{ ...office, zone: 'America/St_Johns' }, '2026-07-15 11:00', true],
    [{ ...office, zone: 'Pacific/Chatham' }, '2026-07-12 19:45', true],
    [{ ...office, zone: 'Pacific/Chatham' }, '2026-07-12 19:44', false],
    [{ ...office, days: [7], from: '00:00', until: '24:00' }, '2026-07-19 21:59', true],
    [{ ...office, days: [7], from: '00:00', until: '24:00' }, '2026-07-19 22:00', false],
  ] satisfies [CallingHours, string, boolean][])('%j at %s UTC: %s', (hours, utc, expected) => {
    expect(isWithin(hours, at(utc))).toBe(expected)
  })

  it('are told in words', () => {
    expect(speakHours(office)).toBe('Monday to Friday, 08:30 to 17:00 in Amsterdam')
    expect(speakHours({ ...office, days: [1, 3], zone: 'UTC' })).toBe(
      'Monday and Wednesday, 08:30 to 17:00 UTC',
    )
    expect(speakHours({ ...office, from: '00:00', until: '24:00' })).toBe(
      'Monday to Friday, the whole day in Amsterdam',
    )
    expect(speakHours({ ...office, days: [1, 2, 3, 4, 5, 6, 7] })).toBe(
      'every day, 08:30 to 17:00 in Amsterdam',
    )
    expect(speakHours(alwaysCalling)).toBe('every day, at any hour')
  })

  it.each([
    [{ ...office, zone: 'Mars/Base' }, 'zone'],
    [{ ...office, days: [] }, 'days'],
    [{ ...office, days: [0] }, 'days'],
    [{ ...office, days: [8] }, 'days'],
    [{ ...office, from: '8:30' }, 'from'],
    [{ ...office, from: '24:00' }, 'from'],
    [{ ...office, until: '24:30' }, 'until'],
    [{ ...office, until: '08:30' }, 'until'],
    [{ ...office, from: '22:00', until: '06:00' }, 'until'],
    [{}, 'zone'],
  ])('%j are refused by their %s', (given, field) => {
    const read = callingHoursSchema.safeParse(given)
    expect(read.success).toBe(false)
    expect(read.error?.issues.map(({ path }) => path[0])).toContain(field)
  })

  it('take each day once and in order', () => {
    expect(callingHoursSchema.parse({ ...office, days: [5, 1, 1, 3] }).days).toEqual([1, 3, 5])
  })
})
