import { describe, expect, it } from 'vitest'
import { catalogue } from '#lib/ca/catalogue.ts'
import { parseInput } from '#lib/ca/inputs.ts'
import { operationIds } from '#lib/ca/operation.ts'
import { examine } from './examine.ts'
import { callOf, inFormOrder, inputOf, newKey, startingValues, type Values } from './values.ts'

const now = Date.UTC(2026, 10, 21, 6, 0)
const empty = { prefill: {}, ticket: '', ticketSystem: '', templates: [] }
const typed = (id: keyof typeof catalogue, values: Values) => ({
  ...startingValues(catalogue[id], empty),
  ...values,
})
const look = (id: keyof typeof catalogue, values: Values) =>
  examine(catalogue[id], '100', typed(id, values), now)
const call = { callDate: '2026-11-23', callTime: '10:00', callZone: 'Europe/Berlin' }

describe.each(operationIds)('the form of %s', (id) => {
  const about = catalogue[id]

  it('starts with a text for each of its fields, and takes what a link fills in', () => {
    const values = startingValues(about, {
      prefill: { tz: 'Asia/Tokyo', lang: 'de-de', ext: '12', template: '7' },
      ticket: '1',
      ticketSystem: 'z',
      templates: [{ id: 7 }],
    })
    for (const { name } of about.fields) expect(values[name]).toBeTypeOf('string')
    expect(values).toMatchObject({ ticket: '1', ticketSystem: 'z', reason: '' })
    if (about.fields.some(({ control }) => control === 'language')) expect(values.language).toBe('de-de')
    if (about.fields.some(({ control }) => control === 'callback-time'))
      expect(values.callZone).toBe('Asia/Tokyo')
  })

  it('sends its own parameters and nothing of its controls', () => {
    const sent = callOf({ about, order: '100', account: { id: 'eu' }, key: 'k' }, typed(id, call))
    expect(Object.keys(sent.input)).toEqual(about.fields.map(({ name }) => name))
    expect(sent).toMatchObject({
      operation: id,
      order: '100',
      account: 'eu',
      key: 'k',
      override: false,
      asksOnly: false,
    })
  })

  it('finds the same faults as the server in a form that was left empty, at fields it has', async () => {
    const found = await look(id, {})
    const server = parseInput(id, inputOf(about, startingValues(about, empty)))
    expect(found.ok).toBe(server.ok && !about.contactChange)
    if (!found.ok) expect(inFormOrder(about, found.errors).others).toEqual([])
  })
})

describe('a link’s template', () => {
  const about = catalogue['resend-dcv-email']
  const from = (template: string) => ({ ...empty, prefill: { template }, templates: [{ id: 7 }] })

  it('is filled in when it has a name here, and never sent unseen when it has none', () => {
    expect(startingValues(about, from('7')).dcvTemplateID).toBe('7')
    expect(startingValues(about, from('8')).dcvTemplateID).toBe('')
  })
})

describe('a planned call', () => {
  it('travels in UTC', async () => {
    const found = await look('schedule-callback', call)
    expect(found.ok && found.input.preferredTimeUTC).toBe('2026-11-23 09:00')
  })

  it('whose city has not become a zone yet, as when Enter is pressed in its field, is planned there all the same', async () => {
    const found = await look('schedule-callback', { ...call, callZone: ' berlin ' })
    expect(found.ok && found.values.callZone).toBe('Europe/Berlin')
    expect(found.ok && found.input.preferredTimeUTC).toBe('2026-11-23 09:00')
  })

  it.each([
    [{ callDate: '2027-03-28', callTime: '02:30' }, 'callTime', /does not exist/],
    [{ callDate: '2026-11-21', callTime: '07:00' }, 'callTime', /already passed/],
    [{ callZone: 'Spain' }, 'callZone', /from the list/],
    [{ callZone: '' }, 'callZone', /Choose/],
    [{ callDate: '' }, 'callDate', /Choose/],
    [{ callTime: '' }, 'callTime', /Choose/],
    [{ callDate: '2027-10-31', callTime: '02:30' }, 'callWhich', /twice/],
  ])('with %j is stopped at %s', async (values, field, message) => {
    const found = await look('schedule-callback', { ...call, ...values })
    if (found.ok) throw new Error('it should have been stopped')
    expect(found.errors).toEqual([{ field, message: expect.stringMatching(message) }])
  })

  it.each([
    ['earlier', '2027-10-31 00:30'],
    ['later', '2027-10-31 01:30'],
  ])('at a time that comes twice is the %s one when that was chosen', async (callWhich, utc) => {
    const found = await look('schedule-callback', {
      ...call,
      callDate: '2027-10-31',
      callTime: '02:30',
      callWhich,
    })
    expect(found.ok && found.input.preferredTimeUTC).toBe(utc)
  })
})

describe('a phone number', () => {
  it.each([
    ['0049 (30) 90-18 20', '+49 30 901820'],
    ['+1 415 555 2671', '+1 415 555 2671'],
    ['+44(0)20 7946 0018', '+44 20 7946 0018'],
    ['030 901820', '030 901820'],
    ['+49 1', '+49 1'],
  ])('typed as %s is sent as %s', async (phoneNumber, sent) => {
    const found = await look('replace-callback-phone', { phoneNumber, reason: 'Asked for' })
    if (found.ok) expect(found.values.phoneNumber).toBe(sent)
    else expect(found.errors[0]?.field).toBe('phoneNumber')
  })
})

describe('a contact change', () => {
  it('is stopped without a reason', async () => {
    expect(await look('replace-callback-phone', { phoneNumber: '+49 30 901820' })).toMatchObject({
      ok: false,
      errors: [{ field: 'reason' }],
    })
  })
})

describe('the domain control address', () => {
  it('is not sent when the last one is to be used, even when another had been typed', async () => {
    const found = await look('resend-dcv-email', { dcvChoice: 'same', dcvEmailAddress: 'a@example.org' })
    expect(found.ok && found.input).toEqual({})
  })

  it('has to be there when another is to be used', async () => {
    expect(await look('resend-dcv-email', { dcvChoice: 'other' })).toMatchObject({
      ok: false,
      errors: [{ field: 'dcvEmailAddress' }],
    })
  })
})

describe('a ticket', () => {
  it('needs a reference when a system is named', async () => {
    expect(await look('resend-callback-email', { ticketSystem: 'zendesk' })).toMatchObject({
      ok: false,
      errors: [{ field: 'ticket' }],
    })
  })
})

describe('an error of the server', () => {
  it('about the call’s time stands at the time field, and one that no field can show stands alone', () => {
    const sorted = inFormOrder(catalogue['schedule-callback'], [
      { field: 'form', message: 'a' },
      { field: 'ticket', message: 'b' },
      { field: 'preferredTimeUTC', message: 'c' },
    ])
    expect(sorted.fields.map(({ field }) => field)).toEqual(['callTime', 'ticket'])
    expect(sorted.others).toEqual([{ field: 'form', message: 'a' }])
  })
})

describe('a fresh attempt key', () => {
  it('is a version 4 UUID and never the same', () => {
    const keys = Array.from({ length: 50 }, newKey)
    for (const key of keys)
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(keys).size).toBe(50)
  })
})
