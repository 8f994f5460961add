import { describe, expect, it } from 'vitest'
import { changesOf, forgetDraft, forgetOthers, readDraft, refilled, saveDraft } from './draft.ts'

const place = { person: 'p1', order: '100', operation: 'schedule-callback', account: 'eu' }
const draft = {
  values: { comments: 'a.b%c' },
  starting: { ticket: '48213', comments: '' },
  key: 'k1',
  sent: false,
}

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

  it('of a form that was started from one ticket records the ticket of the link it is opened with next, and keeps what was typed', () => {
    const storage = tab()
    const started = { ticket: '48213', ticketSystem: 'zendesk', callZone: '', comments: '', reason: '' }
    const typed = { ...started, comments: 'Ring twice', callZone: 'Asia/Tokyo' }
    saveDraft(storage, place, { ...draft, values: changesOf(typed, started), starting: started })
    const back = readDraft(storage, place)
    if (back === null) throw new Error('the draft is gone')
    expect(refilled(back, started)).toEqual(typed)
    expect(refilled(back, { ...started, ticket: '50001', ticketSystem: '' })).toEqual({
      ...typed,
      ticket: '50001',
      ticketSystem: '',
    })
  })

  it('gives way to another link even where the value was typed, and to no link where it was not', () => {
    const started = { ticket: '', ticketSystem: '', language: '' }
    const values = { ticket: '48213', ticketSystem: 'zendesk', language: 'de-de' }
    const kept = { ...draft, values, starting: started }
    expect(refilled(kept, started)).toEqual(values)
    expect(refilled(kept, { ticket: '50001', ticketSystem: '', language: 'fr-fr' })).toEqual({
      ticket: '50001',
      ticketSystem: '',
      language: 'fr-fr',
    })
  })

  it('kept before it knew what its form started from gives way to the link too', () => {
    const storage = tab()
    saveDraft(storage, place, draft)
    storage().setItem(Object.keys(storage())[0] ?? '', '{"values":{"ticket":"1","comments":"b"},"key":"k"}')
    const back = readDraft(storage, place)
    expect(back && refilled(back, { ticket: '2', comments: '' })).toEqual({ ticket: '2', comments: 'b' })
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
