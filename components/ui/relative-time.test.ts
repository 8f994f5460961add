import { describe, expect, it } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = Date.UTC(2026, 10, 21, 20, 0)
const hour = 3_600_000

describe('how long ago or ahead', () => {
  it.each([
    [0, 'just now'],
    [-hour / 60, '1 minute ago'],
    [3.4 * hour, 'in 3 hours'],
    [30 * 24 * hour, 'in 1 month'],
    [-800 * 24 * hour, '2 years ago'],
  ])('is told in whole units: %d ms', (from, words) => {
    expect(relativeTime(now + from, now)).toBe(words)
  })

  it('names no day, because forty hours after an evening it is not tomorrow any more', () => {
    expect(relativeTime(now + 40 * hour, now)).toBe('in 1 day')
    expect(relativeTime(now - 40 * hour, now)).toBe('1 day ago')
  })
})
