import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

test('so many go on in a window, then the rest is told how many seconds to wait, each key for itself', () => {
  const limit = createRateLimit({ most: 2, windowMs: 60_000, keys: 10 })
  expect([limit.take('a', 0), limit.take('a', 1), limit.take('a', 30_500), limit.take('b', 30_500)]).toEqual([
    0, 0, 30, 0,
  ])
  expect(limit.take('a', 60_000)).toBe(0)
})

test('a clock that goes back holds nobody up', () => {
  const limit = createRateLimit({ most: 1, windowMs: 60_000, keys: 10 })
  limit.take('a', 1_000_000)
  expect([limit.take('a', 1_000_001), limit.take('a', 5)]).toEqual([60, 0])
})

test('however many keys come, only so many are remembered', () => {
  const limit = createRateLimit({ most: 1, windowMs: 60_000, keys: 2 })
  for (const key of ['a', 'b', 'c']) limit.take(key, 0)
  expect([limit.take('c', 1), limit.take('b', 1), limit.take('a', 1)]).toEqual([60, 60, 0])
})
