import { cityOf, clockOf, plain, zones, zonesOfCountry } from './zones.ts'

/** Where somebody may be, as far as a country tells it. */
export interface Place {
  /** `Netherlands` */
  readonly name: string
  /** One zone for each clock that the country keeps, the one of most people first. Empty where the engine does not tell. */
  readonly zones: readonly string[]
}

/** The zone to start from: the place's only clock, or null where there are several to choose from. */
export function guessedZone(place: Place | null | undefined): string | null {
  return place?.zones.length === 1 ? (place.zones[0] ?? null) : null
}

/** The place that an ISO 3166 code such as `NL` names, or null. */
export function placeOfCountry(code: string): Place | null {
  if (!/^[A-Z]{2}$/.test(code)) return null
  const kept = places.get(code)
  if (kept !== undefined) return kept
  const name = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code)
  if (name === undefined) return null
  const place = { name, zones: oneOfEachClock(zonesOfCountry(code)) }
  places.set(code, place)
  return place
}

/** By code, for as long as the program runs: a country's clocks take some milliseconds to compare. */
const places = new Map<string, Place>()

/** The country that a person typed by its English name, or null. Of use where it keeps several clocks: with one, it is a zone. */
export function placeOfName(typed: string): Place | null {
  const wanted = plain(typed)
  const found = wanted === '' ? [] : zones().filter(({ country }) => plain(country) === wanted)
  const name = found[0]?.country
  return name === undefined ? null : { name, zones: oneOfEachClock(found.map(({ zone }) => zone)) }
}

function oneOfEachClock(all: readonly string[]): readonly string[] {
  const byClock = new Map<string, string>()
  for (const zone of all.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en'))) {
    const clock = clockOf(zone)
    if (!byClock.has(clock)) byClock.set(clock, zone)
  }
  return [...byClock.values()]
}

/**
 * The cities by which people know a country's clocks, the largest of a country first. Own choice by population; it decides only which of
 * several zones with the same clock is named, and their order.
 */
const wellKnown = [
  'New York, Chicago, Los Angeles, Denver, Phoenix, Anchorage, Honolulu',
  'Toronto, Vancouver, Edmonton, Winnipeg, Halifax, Regina, St Johns, Whitehorse',
  'Mexico City, Tijuana, Hermosillo, Cancun, Ciudad Juarez',
  'Sao Paulo, Manaus, Rio Branco, Buenos Aires, Santiago, Punta Arenas, Guayaquil',
  'Moscow, Yekaterinburg, Novosibirsk, Samara, Omsk, Irkutsk, Vladivostok, Yakutsk',
  'Kaliningrad, Magadan, Kamchatka, Berlin, Madrid, Lisbon, Kyiv, Nicosia',
  'Shanghai, Jakarta, Makassar, Jayapura, Ulaanbaatar, Tashkent, Kinshasa',
  'Sydney, Brisbane, Perth, Adelaide, Darwin, Auckland, Port Moresby',
  'Nuuk, Tahiti, Pohnpei, Tarawa, Majuro',
].flatMap((cities) => cities.split(', '))

function rank(zone: string): number {
  const place = wellKnown.indexOf(cityOf(zone))
  return place === -1 ? wellKnown.length : place
}
