/** Milliseconds that a token may work at the most: ten years. */
const longest = 3660 * 86_400_000

/**
 * When a token ends, as epoch milliseconds: after so many days (`90`), or at the end of a day in UTC (`2027-03-31`). Null for what is
 * neither, for a day that is over, and for more than ten years.
 */
export function lifeOf(wanted: string, now: number): number | null {
  const end = /^\d{1,4}$/.test(wanted) ? now + Number(wanted) * 86_400_000 : endOfDay(wanted)
  return end !== null && end > now && end - now <= longest ? end : null
}

function endOfDay(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const begin = Date.parse(`${day}T00:00:00Z`)
  // The round trip tells a day that no month has from a real one.
  const isReal = !Number.isNaN(begin) && new Date(begin).toISOString().startsWith(day)
  return isReal ? begin + 86_400_000 : null
}
