import { describe, expect, test } from 'vitest'
import { readBytes, testReadFiles } from '../../testing/read-files.ts'
import { encodeRead } from '../protocols.ts'

const kind = 'collect-ssl'
const states = { '-1': 'not-required', '0': 'open', '1': 'completed', '2': 'in-progress' } as const
const is = (raw: keyof typeof states) => ({
  raw,
  state: states[raw],
  confidence: raw === '0' ? 'inferred' : 'second-hand',
})
const odd = (raw: string) => ({ raw, state: 'not-known', confidence: null })
const said = (fields: object, more: object = {}) => ({
  reply: {
    code: 0,
    result: 'being-processed',
    certificateStatus: null,
    validationStatus: null,
    fields,
    ...more,
  },
})

describe('CollectSSL', () => {
  testReadFiles(kind, new URL('replies/', import.meta.url), {
    'open-agreement': said(
      {
        csrStatus: is('1'),
        dcvStatus: is('1'),
        ovCallBackStatus: is('0'),
        organizationValidationStatus: is('2'),
        freeDVUPStatus: is('-1'),
        evClickThroughStatus: is('0'),
        brandValStatus: is('1'),
        caaStatus: is('-1'),
      },
      { certificateStatus: 'Being Processed', validationStatus: 'Awaiting Validation' },
    ),
    'other-casing': said({
      dcvStatus: is('2'),
      ovCallBackStatus: is('0'),
      evClickThroughStatus: is('1'),
    }),
    issued: said(
      { dcvStatus: is('1'), ovCallBackStatus: is('1'), evClickThroughStatus: is('1') },
      { code: 1, result: 'available', certificateStatus: 'Issued' },
    ),
    attached: said({ csrStatus: is('1') }, { code: 2, result: 'attached' }),
    'code-above-two': said({ dcvStatus: is('1') }, { code: 7, result: 'not-known' }),
    'values-not-listed': said({
      dcvStatus: odd('3'),
      ovCallBackStatus: odd('Completed'),
      evClickThroughStatus: odd('-2'),
      caaStatus: odd('01'),
      brandValStatus: odd('1.0'),
    }),
    'value-twice': said({ dcvStatus: odd('1 · 0'), csrStatus: is('1') }),
    'awaiting-brand': said({ brandValStatus: is('0') }, { validationStatus: 'Awaiting Brand Validation' }),
    'ev-fields': said({
      evAssumedName: is('-1'),
      evPhysicalExistence: is('1'),
      evOperationalExistence: is('0'),
      evSignerApproverRequester: is('2'),
      evSignerSecondApproval: is('0'),
      maStatus: is('1'),
    }),
    'lines-bare': said({}),
    'lines-with-names': said(
      { csrStatus: is('1'), dcvStatus: is('0') },
      { validationStatus: 'Awaiting Validation' },
    ),
    'lines-refused': {
      outcome: {
        kind: 'refused',
        code: -4,
        message: "The value of the 'orderNumber' argument is invalid!",
      },
    },
    'unescaped-message': {
      outcome: { kind: 'refused', code: -16, message: expect.stringMatching(/^Incorrect login/) },
    },
    rejected: { outcome: { kind: 'refused', code: -20, confidence: 'second-hand' } },
    'awaiting-payment': { outcome: { kind: 'refused', code: -22, title: expect.stringMatching(/payment/) } },
    'being-issued': { outcome: { kind: 'refused', code: -26, message: null } },
    'code-not-listed': { outcome: { kind: 'unrecognised', code: -23, message: 'Something else' } },
    'maintenance-page': { outcome: { kind: 'unknown', code: null } },
    'without-code': { outcome: { kind: 'unknown', code: null } },
  })

  test('the state is asked for, and never the certificate', () => {
    expect(encodeRead({ kind, orderNumber: 'A 1&2' })).toEqual({
      path: 'download/CollectSSL',
      pairs: [
        ['orderNumber', 'A 1&2'],
        ['queryType', '0'],
        ['showExtStatus', 'Y'],
        ['responseFormat', '1'],
      ],
    })
  })

  test('a read that failed warns of nothing that was done, because nothing was', () => {
    for (const text of ['', '<html>', 'errorCode=0&errorCode=1', 'what?']) {
      const { outcome } = readBytes(kind, Buffer.from(text))
      expect(outcome?.kind).toBe('unknown')
      expect(`${outcome?.explanation} ${outcome?.nextStep}`).toMatch(
        /Nothing was changed.*Read it again later/,
      )
      expect(`${outcome?.explanation} ${outcome?.nextStep}`).not.toMatch(/carried|attempt|send/)
    }
  })
})
