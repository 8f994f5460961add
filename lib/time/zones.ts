/** Time zones by IANA name, for people who know a city or a country. Pure; needs nothing but the engine's own `Intl`. */

export interface Zone {
  /** IANA name, such as `Europe/Berlin`. */
  readonly zone: string
  /** The city as people write it: `St Johns`, `Ho Chi Minh`. */
  readonly city: string
  /** Empty when the engine does not tell. */
  readonly country: string
  /** What lists group by: `Europe`, `America`, `UTC`. */
  readonly region: string
}

/** Engines keep some first names of cities that have since been renamed. The new one is shown; both are accepted. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** True for a name that the engine can tell the time in. Offsets such as `+02:00` are refused: they know no daylight saving. */
export function isZone(text: string): boolean {
  if (zonesSeen.has(text)) return true
  if (!canTellTime(text)) return false
  if (zonesSeen.size >= 1000) zonesSeen.clear()
  zonesSeen.add(text)
  return true
}

/** Asking the engine is slow, and planning asks again and again; bounded, because a name may be spelled in many ways. */
const zonesSeen = new Set<string>()

function canTellTime(text: string): boolean {
  if (text !== 'UTC' && !/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)+$/.test(text)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The reader's own zone, `UTC` where the browser keeps it to itself. */
export function ownZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone && isZone(zone) ? (renamed[zone] ?? zone) : 'UTC'
}

/** `St Johns` for `America/St_Johns`: what sentences say. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

let listed: readonly Zone[] | null = null

/** Every zone the engine knows, by region and then by city, and UTC at the end. Made once: it takes some milliseconds. */
export function zones(): readonly Zone[] {
  listed ??= listZones()
  return listed
}

function listZones(): readonly Zone[] {
  const countries = countriesByZone()
  const names = new Set(Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone))
  names.delete('UTC')
  const all = [...names].filter(isZone).map((zone) => ({
    zone,
    city: cityOf(zone),
    country: countries.get(zone) ?? '',
    region: zone.split('/')[0] ?? zone,
  }))
  all.sort((a, b) => a.region.localeCompare(b.region, 'en') || a.city.localeCompare(b.city, 'en'))
  return [...all, { zone: 'UTC', city: 'UTC', country: '', region: 'UTC' }]
}

type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined; timeZones?: string[] }

/** Countries make zones findable by people who do not know which city stands for theirs. Some engines cannot tell. */
function countriesByZone(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const countries = new Map<string, string>()
  for (const code of twoLetters()) {
    const name = names.of(code)
    if (name === undefined) continue
    for (const zone of zonesOfCountry(code)) if (!countries.has(zone)) countries.set(zone, name)
  }
  return countries
}

/** A country's zones by today's names, from the engine. Empty for no country, and where the engine does not tell (Firefox). */
export function zonesOfCountry(code: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(code)) return []
  const locale = new Intl.Locale(`und-${code}`) as LocaleWithZones
  const found = locale.getTimeZones?.() ?? locale.timeZones ?? []
  return found.map((zone) => renamed[zone] ?? zone).filter(isZone)
}

function twoLetters(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((first) => letters.map((second) => first + second))
}

/**
 * The zone that a typed text means, or null: an IANA name in any case, a city, or a country with one clock. Never a guess between several.
 */
export function findZone(text: string): string | null {
  const wanted = plain(text)
  if (wanted === '') return null
  if (wanted === 'utc' || wanted === 'gmt') return 'UTC'
  const all = zones()
  const exact = all.find(({ zone }) => plain(zone) === wanted)
  if (exact) return exact.zone
  const old = Object.entries(renamed).find(
    ([name]) => plain(name) === wanted || plain(cityOf(name)) === wanted,
  )
  if (old) return old[1]
  const byCity = all.filter(({ city }) => plain(city) === wanted)
  if (byCity.length === 1) return byCity[0]?.zone ?? null
  const byCountry = all.filter(({ country }) => plain(country) === wanted)
  if (keepOneClock(byCountry)) return byCountry[0]?.zone ?? null
  return isZone(text.trim()) ? text.trim() : null
}

/** Germany has two zones that never differ; Spain has three that do. Winter and summer tell them apart. */
function keepOneClock(found: readonly Zone[]): boolean {
  return new Set(found.map(({ zone }) => clockOf(zone))).size === 1
}

/** The same text for zones whose clocks agree this winter and this summer. */
export function clockOf(zone: string): string {
  const year = new Date().getUTCFullYear()
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  return [0, 6].map((month) => format.format(Date.UTC(year, month, 15, 12))).join()
}

/** `São Paulo`, `sao_paulo` and `Sao Paulo` are the same place. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|['’.]/gu, '')
    .replace(/[\s_-]+/g, ' ')
    .trim()
    .toLowerCase()
}
