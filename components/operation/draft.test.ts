import { describe, expect, it } from 'vitest'
import { forgetDraft, forgetOthers, readDraft, saveDraft } from './draft.ts'

const place = { person: 'p1', order: '100', operation: 'schedule-callback', account: 'eu' }
const draft = { values: { ticket: '48213', comments: 'a.b%c' }, key: 'k1', sent: false }

function tab(): () => Storage {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem(name: string, value: string) {
      kept.set(name, value)
      Object.defineProperty(storage, name, { value, enumerable: true, configurable: true })
    },
    removeItem(name: string) {
      kept.delete(name)
      delete (storage as Record<string, unknown>)[name]
    },
  }
  for (const name of ['getItem', 'setItem', 'removeItem'])
    Object.defineProperty(storage, name, { enumerable: false })
  return () => storage as unknown as Storage
}

describe('a draft', () => {
  it('comes back as it was kept, with its attempt key', () => {
    const storage = tab()
    saveDraft(storage, place, draft)
    expect(readDraft(storage, place)).toEqual(draft)
  })

  it.each([
    { person: 'p2' },
    { order: '101' },
    { operation: 'resend-dcv-email' },
    { account: 'us' },
    { order: '100.schedule-callback', operation: 'eu' },
  ])('is not found from another place: %j', (other) => {
    const storage = tab()
    saveDraft(storage, place, draft)
    expect(readDraft(storage, { ...place, ...other })).toBeNull()
  })

  it('is gone once it is forgotten', () => {
    const storage = tab()
    saveDraft(storage, place, draft)
    forgetDraft(storage, place)
    expect(readDraft(storage, place)).toBeNull()
  })

  it('of another person does not outlive a change of hands, and everything else in the tab does', () => {
    const storage = tab()
    saveDraft(storage, place, draft)
    saveDraft(storage, { ...place, person: 'p2' }, draft)
    saveDraft(storage, { ...place, person: 'p' }, draft)
    storage().setItem('something-else', 'stays')
    forgetOthers(storage, 'p1')
    expect(readDraft(storage, place)).toEqual(draft)
    expect(readDraft(storage, { ...place, person: 'p2' })).toBeNull()
    expect(readDraft(storage, { ...place, person: 'p' })).toBeNull()
    expect(storage().getItem('something-else')).toBe('stays')
  })

  it.each([
    'null',
    '{',
    '[]',
    '"text"',
    '{"values":{},"key":""}',
    '{"key":"k"}',
    '{"values":null,"key":"k"}',
  ])('that is broken counts as none: %s', (text) => {
    const storage = tab()
    saveDraft(storage, place, draft)
    storage().setItem(Object.keys(storage())[0] ?? '', text)
    expect(readDraft(storage, place)).toBeNull()
  })

  it('never stands in the way when the browser forbids or has no room to keep it', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    expect(() => saveDraft(forbidden, place, draft)).not.toThrow()
    expect(readDraft(forbidden, place)).toBeNull()
    expect(() => [forgetDraft(forbidden, place), forgetOthers(forbidden, 'p1')]).not.toThrow()
  })
})
