import { describe, expect, test } from 'vitest'
import { orderSteps, type OrderReads } from '#lib/ca/steps.ts'
import {
  allDone as done,
  collectSsl as read,
  domainControl as domain,
  nothingRead,
} from '#lib/ca/testing/reads.ts'
import { headLine } from './head-line.ts'

const told = (reads: Partial<OrderReads>, readAt: number | null = 1) =>
  headLine({ readAt, steps: orderSteps({ ...nothingRead, ...reads }) })

describe('the answer in one sentence', () => {
  test('says that nothing is known before anything was read', () => {
    expect(told({}, null)).toEqual({
      mark: 'not-read',
      text: 'Not known yet: nobody has read this order at the CA',
    })
  })

  test.each([
    [{ evClickThroughStatus: '0' }, 'Waiting for the customer: the agreement is not signed'],
    [{ organizationValidationStatus: '2' }, 'Waiting for CA staff: the organisation is not checked yet'],
    [{ ovCallBackStatus: '0' }, 'Waiting for the customer: the callback is not done'],
    [{ brandValStatus: '2' }, 'Waiting for CA staff: the name is not reviewed yet'],
    [{ caaStatus: '0' }, 'Waiting for the domain’s owner: the CAA check is not passed'],
    [{ caaStatus: '2' }, 'Waiting: the CAA check is not passed'],
    [{ dcvStatus: '0' }, 'Waiting for the domain’s owner: control of the domain is not proven'],
  ] as const)('names who has to act, and for what: %o', (values, text) => {
    expect(told({ collectSsl: read({ ...done, ...values }) })).toEqual({ mark: 'waiting', text })
  })

  test('names the one domain, and counts several', () => {
    const collectSsl = read({ ...done, dcvStatus: '0' })
    const one = [domain('a.example', 'validated'), domain('b.example', 'not-validated')]
    expect(told({ collectSsl, domains: one }).text).toBe(
      'Waiting for the domain’s owner: control of b.example is not proven',
    )
    const two = [domain('a.example', 'not-validated'), ...one]
    expect(told({ collectSsl, domains: two }).text).toBe(
      'Waiting for the domain’s owner: control of 2 domains is not proven',
    )
    expect(told({ collectSsl, domains: [domain('a.example', 'awaiting-brand')] }).text).toBe(
      'Waiting for CA staff: a.example awaits the brand review',
    )
  })

  test('tells an order that the CA has stopped from one that waits', () => {
    expect(told({ refusedCode: -20 })).toEqual({
      mark: 'stopped',
      text: 'Stopped: the CA has rejected or cancelled this order',
    })
    expect(told({ refusedCode: -26 })).toEqual({
      mark: 'waiting',
      text: 'The CA is issuing the certificate right now',
    })
    expect(told({ collectSsl: read(done, { certificateStatus: 'Pre-Sign failed' }) }).text).toBe(
      'Stopped: the CA tried to sign the certificate and failed',
    )
  })

  test('claims nothing when the values tell nothing, and says when the certificate is there', () => {
    expect(told({ collectSsl: read({}) })).toMatchObject({ mark: 'not-known' })
    expect(told({ collectSsl: read(done, { result: 'available' }) })).toEqual({
      mark: 'done',
      text: 'Done: the certificate is issued',
    })
  })
})
