import { describe, expect, it } from 'vitest'
import { speakTime, timeLines, utcMs, utcText } from './speak-time.ts'
import { cityOf, findZone, isZone, zones } from './zones.ts'

describe('the list of zones', () => {
  it('has every continent, today’s names of cities, and UTC at the end', () => {
    const all = zones()
    const names = all.map(({ zone }) => zone)
    for (const name of [
      'Europe/Berlin',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Europe/Kyiv',
      'Australia/Lord_Howe',
      'America/St_Johns',
    ]) {
      expect(names).toContain(name)
    }
    expect(names.at(-1)).toBe('UTC')
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(all.map(({ region }) => region))).toContain('Pacific')
  })

  it('holds only zones that the time can be told in', () => {
    for (const { zone } of zones()) {
      expect(isZone(zone)).toBe(true)
      expect(speakTime(Date.UTC(2026, 6, 15), zone).offset).toMatch(/^UTC([+-]\d{2}:\d{2})?$/)
    }
  })

  it('says the country where the engine knows it', () => {
    expect(zones().find(({ zone }) => zone === 'Europe/Berlin')?.country).toBe('Germany')
  })
})

describe('a zone that was typed', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    [' berlin ', 'Europe/Berlin'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['st johns', 'America/St_Johns'],
    ['St. John’s', 'America/St_Johns'],
    ['Calcutta', 'Asia/Kolkata'],
    ['Asia/Katmandu', 'Asia/Kathmandu'],
    ['Kiev', 'Europe/Kyiv'],
    ['Japan', 'Asia/Tokyo'],
    ['Germany', 'Europe/Berlin'],
    ['Spain', null],
    ['utc', 'UTC'],
    ['GMT', 'UTC'],
    ['United States', null],
    ['Atlantis', null],
    ['+02:00', null],
    ['', null],
  ])('%j means %j', (typed, zone) => {
    expect(findZone(typed)).toBe(zone)
  })

  it('that is an offset or an abbreviation is refused, because those know no daylight saving', () => {
    for (const text of ['+02:00', 'CET', 'EST', 'UTC+2', 'Europe/Atlantis', '', '../etc'])
      expect(isZone(text)).toBe(false)
  })
})

describe('an instant in words', () => {
  const ms = Date.UTC(2026, 6, 15, 22, 30)

  it('has weekday, date, time and offset of the place', () => {
    expect(speakTime(ms, 'Asia/Kathmandu').text).toBe('Thursday, 16 July 2026, 04:15 (UTC+05:45)')
    expect(speakTime(ms, 'America/St_Johns').text).toBe('Wednesday, 15 July 2026, 20:00 (UTC-02:30)')
    expect(speakTime(Date.UTC(2026, 6, 15, 22, 0), 'Europe/Berlin').text).toBe(
      'Thursday, 16 July 2026, 00:00 (UTC+02:00)',
    )
    expect(speakTime(ms, 'UTC').text).toBe('Wednesday, 15 July 2026, 22:30 (UTC)')
  })

  it('is said for the customer, in UTC and for the reader, and once where two of them share a zone', () => {
    const where = (customer: string | null, reader: string | null) =>
      timeLines(ms, customer, reader).map((line) => line.where)
    expect(where('Europe/Berlin', 'Asia/Kolkata')).toEqual(['In Berlin', 'UTC', 'For you'])
    expect(where('Europe/Berlin', 'Europe/Berlin')).toEqual(['In Berlin and for you', 'UTC'])
    expect(where('UTC', 'Europe/Berlin')).toEqual(['UTC', 'For you'])
    expect(where(null, 'UTC')).toEqual(['UTC and for you'])
    expect(where('Europe/Berlin', null)).toEqual(['In Berlin', 'UTC'])
  })

  it('keeps the form in which the CA takes a time', () => {
    expect(utcText(ms)).toBe('2026-07-15 22:30')
    expect(utcMs('2026-07-15 22:30')).toBe(ms)
    for (const text of ['2026-07-15T22:30', '2026-02-30 10:00', '2026-07-15 24:00', ''])
      expect(utcMs(text)).toBeNull()
  })

  it('names a city as people write it', () => {
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  })
})
