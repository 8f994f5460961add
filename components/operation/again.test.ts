import { describe, expect, it } from 'vitest'
import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import { faultOf, valuesAgain } from './again.ts'
import { examine } from './examine.ts'
import { againOf, formOf } from './links.ts'
import { startingValues } from './values.ts'

const refused = (receipt: Partial<Receipt>): Receipt => ({
  kind: 'refused',
  title: 'Refused',
  explanation: 'The CA did not take it.',
  nextStep: 'Correct it.',
  actsNext: 'you',
  code: -4,
  status: null,
  field: null,
  message: null,
  source: null,
  confidence: 'documented',
  attempt: 'a1',
  operation: 'schedule-callback',
  order: '100',
  account: { id: 'eu', label: 'Europe' },
  ticket: { id: '48213', system: 'zendesk' },
  at: 0,
  actor: { id: 'p1', name: 'Ada' },
  input: {},
  reason: null,
  raw: null,
  repeated: false,
  masked: false,
  resolution: null,
  ...receipt,
})

describe('a form that is opened to do an attempt again', () => {
  it('holds the call as it was planned, on the customer’s wall, and would send the same', async () => {
    const about = catalogue['schedule-callback']
    const input = { preferredTimeUTC: '2026-11-23 09:00', language: 'de-de' }
    const values = {
      ...startingValues(about, { prefill: {}, ticket: '', ticketSystem: '', templates: [] }),
      ...valuesAgain(about, refused({ input }), 'Europe/Berlin'),
    }
    expect(values).toMatchObject({
      callZone: 'Europe/Berlin',
      callDate: '2026-11-23',
      callTime: '10:00',
      ticket: '48213',
      ticketSystem: 'zendesk',
    })
    const found = await examine(about, '100', values, Date.UTC(2026, 10, 21))
    expect(found.ok && found.input).toEqual(input)
  })

  it('plans in UTC when the customer’s zone is not known', () => {
    const again = refused({ input: { preferredTimeUTC: '2026-11-23 09:00' } })
    expect(valuesAgain(catalogue['schedule-callback'], again, '')).toMatchObject({
      callZone: 'UTC',
      callTime: '09:00',
    })
  })

  it.each(operationIds)('for %s keeps the reason only where a contact changes', (operation) => {
    const about = catalogue[operation]
    const { reason } = valuesAgain(about, refused({ operation, reason: 'Asked by phone' }), '')
    expect(reason).toBe(about.contactChange ? 'Asked by phone' : undefined)
  })
})

describe('the way to do an attempt again', () => {
  it('leads to the form with what it sent, and to an empty one where that was masked', () => {
    expect(againOf(refused({}), 'UTC')).toBe(`${formOf(refused({}))}&again=a1&tz=UTC`)
    expect(againOf(refused({ masked: true }), 'UTC')).toBe(formOf(refused({})))
  })
})

describe('the field that the CA named', () => {
  const about = catalogue['replace-callback-phone']

  it('is marked with the CA’s words, or ours when it had none', () => {
    expect(faultOf(about, refused({ field: 'phoneNumber', message: 'bad phone' }))).toEqual({
      field: 'phoneNumber',
      message: 'The CA’s words: bad phone',
    })
    expect(faultOf(about, refused({ field: 'phoneNumber' }))?.message).toBe('The CA did not take it.')
  })

  it('is nobody’s fault when the form has no such field', () => {
    expect(faultOf(about, refused({ field: 'orderNumber' }))).toBeNull()
    expect(faultOf(about, refused({}))).toBeNull()
  })
})
