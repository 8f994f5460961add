import { describe, expect, it } from 'vitest'
import { guessedZone, placeOfCountry, placeOfName } from './country-zones.ts'
import { placeOfPhone } from './phone-place.ts'
import { weekendOf } from './weekends.ts'
import { clockOf, isZone, zonesOfCountry } from './zones.ts'

describe('a number’s country', () => {
  it.each([
    ['+31 20 123 4567', 'Netherlands', 'Europe/Amsterdam'],
    ['0031 20 123 4567', 'Netherlands', 'Europe/Amsterdam'],
    ['+49 30 1234567', 'Germany', 'Europe/Berlin'],
    ['+91 22 2278 0000', 'India', 'Asia/Kolkata'],
    ['+977 1 4211234', 'Nepal', 'Asia/Kathmandu'],
    ['+54 11 4321 1234', 'Argentina', 'America/Argentina/Buenos_Aires'],
    ['+1 876 555 1234', 'Jamaica', 'America/Jamaica'],
    ['+7 727 234 5678', 'Kazakhstan', 'Asia/Almaty'],
  ])('of %s is %s, which keeps one clock: %s', (number, name, zone) => {
    const place = placeOfPhone(number)
    expect(place?.name).toBe(name)
    expect(guessedZone(place)).toBe(zone)
  })

  it.each([
    ['+1 212 736 5000', 'United States', ['America/New_York', 'America/Chicago', 'America/Los_Angeles']],
    ['+1 416 967 1111', 'Canada', ['America/Toronto', 'America/Vancouver', 'America/Edmonton']],
    ['+7 495 123 4567', 'Russia', ['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk']],
    ['+55 11 2345 6789', 'Brazil', ['America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco']],
    ['+61 2 9374 4000', 'Australia', ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth']],
    ['+62 21 5551234', 'Indonesia', ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']],
    ['+64 9 123 4567', 'New Zealand', ['Pacific/Auckland', 'Pacific/Chatham']],
  ])(
    'of %s is %s, which keeps several: none is guessed and the largest city is offered first',
    (number, name, first) => {
      const place = placeOfPhone(number)
      expect(place?.name).toBe(name)
      expect(guessedZone(place)).toBeNull()
      expect(place?.zones.slice(0, first.length)).toEqual(first)
    },
  )

  it.each(['', '030 1234567', '+800 1234 5678', '+1 800 555 0100', '+1', 'Amsterdam', '+999 123456'])(
    'is not made up for %j',
    (number) => expect(placeOfPhone(number)).toBeNull(),
  )
})

describe('a country’s clocks', () => {
  it('are each there once, for every country that the engine knows', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const place = placeOfCountry(code)
      if (place === null) continue
      const clocks = place.zones.map(clockOf)
      expect(place.zones.every(isZone)).toBe(true)
      expect([code, new Set(clocks).size]).toEqual([code, clocks.length])
      expect([code, new Set(zonesOfCountry(code).map(clockOf)).size]).toEqual([code, clocks.length])
    }
  })

  it('are found by the country’s name', () => {
    expect(placeOfName('united states')?.zones[0]).toBe('America/New_York')
    expect(placeOfName('Atlantis')).toBeNull()
    expect(placeOfName('')).toBeNull()
    expect(placeOfCountry('../')).toBeNull()
  })
})

describe('weekends', () => {
  type WithWeek = Intl.Locale & { getWeekInfo: () => { weekend: number[] } }
  const weekendIn = (code: string) => (new Intl.Locale(`und-${code}`) as WithWeek).getWeekInfo().weekend

  it('agree with the engine’s Unicode data in every country whose own differs, or say that it is not certain', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
    const named = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    const codes = letters.flatMap((first) => letters.map((second) => first + second))
    const wrong = codes.filter((code) => {
      if (named.of(code) === undefined) return false
      return zonesOfCountry(code).some((zone) => {
        const { days, perhaps } = weekendOf(zone)
        return !weekendIn(code).every((day) => days.includes(day) || perhaps.includes(day))
      })
    })
    // Bangladesh, Palestine and the Maldives: their Unicode entry is the default of the world.
    expect(wrong).toEqual(['BD', 'MV', 'PS'])
  })
})
