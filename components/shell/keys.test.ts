import { describe, expect, it } from 'vitest'
import { readPress, type Press, type Situation } from './keys.ts'
import { placesFor } from './places.ts'

const press = (key: string, changes: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...changes,
})

const situation = (changes: Partial<Situation> = {}): Situation => ({
  singleKeys: true,
  isBusy: false,
  pressedG: null,
  now: 10_000,
  places: placesFor('agent'),
  ...changes,
})

const move = (pressed: Press, changes?: Partial<Situation>) => readPress(pressed, situation(changes)).move

describe('Ctrl+K and Cmd+K', () => {
  const chords = [press('k', { ctrlKey: true }), press('K', { metaKey: true })]

  it.each(chords)('open the palette from a field, and with the single keys switched off', (chord) => {
    for (const isBusy of [true, false])
      for (const singleKeys of [true, false])
        expect(move(chord, { isBusy, singleKeys })).toEqual({ is: 'palette' })
  })

  it('do nothing with another modifier, while a word is composed, or held down', () => {
    for (const changes of [
      { altKey: true },
      { shiftKey: true },
      { metaKey: true },
      { isComposing: true },
      { repeat: true },
    ])
      expect(move(press('k', { ctrlKey: true, ...changes }))).toBeNull()
  })
})

describe('the single keys', () => {
  const keys = [
    ['/', 'search'],
    ['?', 'keys'],
    ['c', 'copy-link'],
  ] as const

  it.each(keys)('%s asks for the %s', (key, is) => {
    expect(move(press(key))).toEqual({ is })
    expect(move(press(key, { shiftKey: true }))).toEqual({ is })
  })

  it.each(keys)(
    '%s means nothing in a field, with a modifier, while composing, held down, or switched off',
    (key) => {
      expect(move(press(key), { isBusy: true })).toBeNull()
      expect(move(press(key), { singleKeys: false })).toBeNull()
      for (const changes of [
        { ctrlKey: true },
        { metaKey: true },
        { altKey: true },
        { isComposing: true },
        { repeat: true },
      ])
        expect(move(press(key, changes))).toBeNull()
    },
  )

  it('g and then a place’s key lead to that place, in time, and c after g copies nothing', () => {
    const { pressedG } = readPress(press('g'), situation())
    expect(pressedG).toBe(10_000)
    for (const { key, href } of placesFor('agent'))
      expect(readPress(press(key), situation({ pressedG, now: 11_000 }))).toEqual({
        move: { is: 'go', href },
        pressedG: null,
      })
    expect(move(press('d'), { pressedG, now: 20_000 })).toBeNull()
    expect(readPress(press('x'), situation({ pressedG }))).toEqual({ move: null, pressedG: null })
  })

  it('no two places share a key', () => {
    const keys = placesFor('administrator').map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
