import { expect, test } from 'vitest'
import { forgetRead, mayReadByItself, noteRead } from './read-guard.ts'

const hour = 3_600_000
const place = { order: '10/01', account: 'eu.1' }

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage
}

test('a page reads an order by itself once in three hours, unless that told something', () => {
  const kept = storage()
  expect(mayReadByItself(() => kept, place, hour)).toBe(true)
  expect(noteRead(() => kept, place, hour)).toBe(true)
  expect(mayReadByItself(() => kept, place, 4 * hour - 1)).toBe(false)
  expect(mayReadByItself(() => kept, { ...place, order: '2' }, 2 * hour)).toBe(true)
  expect(mayReadByItself(() => kept, place, 4 * hour)).toBe(true)
  forgetRead(() => kept, place)
  expect(mayReadByItself(() => kept, place, 2 * hour)).toBe(true)
})

test('a tab that can keep nothing in mind never reads by itself', () => {
  const forbidden = () => {
    throw new Error('storage is forbidden')
  }
  expect(mayReadByItself(forbidden, place, hour)).toBe(false)
  expect(noteRead(forbidden, place, hour)).toBe(false)
  expect(() => forgetRead(forbidden, place)).not.toThrow()
})
