const steps = [
  [60, 'minute', 1],
  [24 * 60, 'hour', 60],
  [30 * 24 * 60, 'day', 24 * 60],
  [365 * 24 * 60, 'month', 30 * 24 * 60],
  [Number.POSITIVE_INFINITY, 'year', 365 * 24 * 60],
] as const

/**
 * How long ago or ahead, in whole units. Never “tomorrow” or “next month”: thirty hours ahead may be the day after tomorrow, and whoever is
 * told to expect a call must not look for it on the wrong day.
 */
export function relativeTime(at: number, now: number): string {
  const minutes = Math.round((at - now) / 60_000)
  if (Math.abs(minutes) < 1) return 'just now'
  const [, unit, size] = steps.find(([below]) => Math.abs(minutes) < below) ?? steps[4]
  return new Intl.RelativeTimeFormat('en', { numeric: 'always' }).format(Math.trunc(minutes / size), unit)
}
