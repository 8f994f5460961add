import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { operationIds } from './operation.ts'
import { extendedFields } from './reads/collect-ssl/reply.ts'
import type { CollectSslReply } from './reads/collect-ssl/reply.ts'
import type { DomainStatus } from './reads/get-mdc-domain-details/reply.ts'
import { orderSteps } from './steps.ts'
import type { OrderReads } from './steps.ts'
import { allDone, collectSsl, domainControl as domain, nothingRead, type Values } from './testing/reads.ts'

const read = (values: Values | null, more: Partial<OrderReads> = {}): OrderReads => ({
  ...nothingRead,
  collectSsl: values === null ? null : collectSsl(values),
  ...more,
})
const stepOf = (reads: OrderReads, id: string) => orderSteps(reads).steps.find((step) => step.id === id)
const fitOf = (reads: OrderReads, id: string) =>
  orderSteps(reads).operations.find(({ operation }) => operation === id)

const ov: Values = { csrStatus: '1', ...allDone }

describe('the steps of an order', () => {
  test('come in the order in which they happen, each with its field, its value and who acts next', () => {
    const { steps } = orderSteps(read({ ...ov, evClickThroughStatus: '0', ovCallBackStatus: '0' }))
    expect(steps.map(({ id, state, actsNext, blocking }) => [id, state, actsNext, blocking])).toEqual([
      ['agreement', 'waiting', 'the customer', true],
      ['domain-control', 'done', 'nobody', false],
      ['organisation', 'done', 'nobody', false],
      ['callback', 'blocked', 'the customer', false],
      ['brand', 'done', 'nobody', false],
      ['caa', 'done', 'nobody', false],
      ['issued', 'blocked', null, false],
    ])
    expect(steps[0]).toMatchObject({
      rawField: 'evClickThroughStatus',
      rawValue: '0',
      helps: ['resend-click-through-email', 'replace-click-through-email'],
      confidence: 'inferred',
    })
    expect(steps[3]?.says).toMatch(/^This comes after another step: Agreement\./)
  })

  test.each([
    [{ evClickThroughStatus: '0' }, 'agreement'],
    [{ dcvStatus: '2' }, 'domain-control'],
    [{ organizationValidationStatus: '2', ovCallBackStatus: '0' }, 'organisation'],
    [{ ovCallBackStatus: '0' }, 'callback'],
    [{ brandValStatus: '0', caaStatus: '0' }, 'brand'],
    [{ caaStatus: '0' }, 'caa'],
    [{ csrStatus: '0', evClickThroughStatus: '0' }, 'csr'],
    [{ evSignerSecondApproval: '0', evPhysicalExistence: '1', caaStatus: '0' }, 'ev-checks'],
    [{}, 'issued'],
  ] as [Values, string][])('with %j the order stands still at “%s”', (values, id) => {
    expect(orderSteps(read({ ...ov, ...values })).blocking?.id).toBe(id)
  })

  test('a callback that the CA calls in progress waits for nothing before it', () => {
    const step = stepOf(read({ ...ov, evClickThroughStatus: '0', ovCallBackStatus: '2' }), 'callback')
    expect(step).toMatchObject({ state: 'waiting', actsNext: 'the customer' })
  })

  test('a value in no list, or none, is not known, and whether the last step blocks is then not said', () => {
    for (const reads of [
      read({ ...ov, caaStatus: '7' }),
      read({ ...ov, caaStatus: undefined as unknown as string }),
    ]) {
      expect(stepOf(reads, 'caa')).toMatchObject({
        state: 'not-known',
        actsNext: null,
        helps: [],
        source: null,
      })
      expect(orderSteps(reads).blocking).toBeNull()
      expect(stepOf(reads, 'issued')?.says).toMatch(/not known/)
    }
    expect(stepOf(read({ ...ov, caaStatus: '7' }), 'caa')).toMatchObject({ rawValue: '7' })
  })

  test('without any read nothing is claimed and nothing is taken away but a reason is given', () => {
    const { steps, blocking, operations } = orderSteps(read(null))
    expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(['not-known']))
    expect(blocking).toBeNull()
    expect(operations.map(({ operation, fits }) => [operation, fits])).toEqual(
      operationIds.map((id) => [id, 'perhaps']),
    )
  })

  test('“Awaiting Brand Validation” stands above the number', () => {
    const reads = {
      ...read(null),
      collectSsl: collectSsl(ov, { validationStatus: 'Awaiting Brand Validation' }),
    }
    expect(stepOf(reads, 'brand')).toMatchObject({
      state: 'waiting',
      actsNext: 'CA staff',
      rawField: 'validationStatus',
      confidence: 'documented',
      blocking: true,
    })
  })

  test('an issued certificate is blocked by nothing, whatever the statuses say', () => {
    for (const result of ['available', 'attached'] as const) {
      const reads = { ...read(null), collectSsl: collectSsl({ ovCallBackStatus: '0' }, { code: 1, result }) }
      expect(orderSteps(reads).blocking).toBeNull()
      expect(stepOf(reads, 'issued')).toMatchObject({ state: 'done', confidence: 'second-hand' })
      expect(fitOf(reads, 'schedule-callback')).toMatchObject({
        fits: 'no',
        reason: 'The certificate is issued.',
      })
    }
    const unknown = { ...read(null), collectSsl: collectSsl(ov, { code: 7, result: 'not-known' }) }
    expect(stepOf(unknown, 'issued')).toMatchObject({ state: 'not-known', rawValue: '7' })
  })

  test('a certificate that could not be signed says so, behind the steps that are open', () => {
    const failed = (values: Values) => ({
      ...read(null),
      collectSsl: collectSsl(values, { certificateStatus: 'Pre-Sign Failed: CAA' }),
    })
    expect(orderSteps(failed(ov)).blocking).toMatchObject({
      id: 'issued',
      state: 'blocked',
      actsNext: 'you',
      rawField: 'certificateStatus',
      rawValue: 'Pre-Sign Failed: CAA',
      confidence: 'inferred',
    })
    expect(orderSteps(failed({ ...ov, caaStatus: '0' })).blocking?.id).toBe('caa')
  })

  test.each([
    [-20, 'blocked', /rejected or cancelled/],
    [-21, 'blocked', /revoked/],
    [-22, 'blocked', /payment/],
    [-26, 'waiting', /issuing/],
  ])('a refused read with %i says what it says of the order', (refusedCode, state, says) => {
    const { blocking, operations } = orderSteps(read(null, { refusedCode }))
    expect(blocking).toMatchObject({ id: 'issued', state, says: expect.stringMatching(says) })
    expect(operations.find(({ operation }) => operation === 'schedule-callback')?.fits).toBe('no')
  })

  test('a refused read that is about us, not about the order, claims nothing', () => {
    for (const refusedCode of [-16, -4, -999]) {
      expect(orderSteps(read(null, { refusedCode })).blocking).toBeNull()
      expect(fitOf(read(null, { refusedCode }), 'schedule-callback')?.fits).toBe('perhaps')
    }
  })
})

describe('domain control', () => {
  const reads = read(
    { ...ov, dcvStatus: '0' },
    {
      domains: [
        domain('a.example', 'validated'),
        domain('b.example', 'not-validated', { index: 2, method: 'cname' }),
        domain('c.example', 'not-validated', { index: 3, emailAddress: 'admin@c.example' }),
        domain('d.example', 'awaiting-brand', { index: 5 }),
        domain('e.example', 'not-known', { index: 6 }),
      ],
    },
  )

  test('is one step for each domain', () => {
    const steps = orderSteps(reads).steps.filter(({ kind }) => kind === 'domain-control')
    expect(steps.map(({ id, state, rawField, helps }) => [id, state, rawField, helps.length])).toEqual([
      ['domain-control-1', 'done', '1_dcvStatus', 0],
      ['domain-control-2', 'waiting', '2_dcvStatus', 0],
      ['domain-control-3', 'waiting', '3_dcvStatus', 1],
      ['domain-control-4', 'waiting', '5_dcvStatus', 0],
      ['domain-control-5', 'not-known', '6_dcvStatus', 0],
    ])
    expect(steps[1]).toMatchObject({ title: 'Domain control of b.example', blocking: true })
    expect(steps[2]?.says).toMatch(/admin@c\.example/)
  })

  test('an e-mail helps where e-mail is the way, and the reason names the domain’s own state elsewhere', () => {
    expect(fitOf(reads, 'resend-dcv-email')).toMatchObject({ fits: 'yes', step: 'domain-control-3' })
    const dns = read(ov, { domains: [domain('b.example', 'not-validated', { method: 'cname' })] })
    expect(fitOf(dns, 'resend-dcv-email')).toMatchObject({
      fits: 'no',
      reason: expect.stringMatching(/CNAME record.*no e-mail/),
    })
    const two = read(ov, {
      domains: [domain('a.example', 'not-validated'), domain('b.example', 'not-validated')],
    })
    expect(fitOf(two, 'resend-dcv-email')?.reason).toMatch(/several domains/)
  })

  test('the order’s own status speaks for a domain only when it leaves no doubt', () => {
    const one = [domain('a.example', 'not-known')]
    expect(stepOf(read({ dcvStatus: '0' }, { domains: one }), 'domain-control-1')?.state).toBe('waiting')
    const two = [domain('a.example', 'not-known'), domain('b.example', 'validated')]
    expect(stepOf(read({ dcvStatus: '0' }, { domains: two }), 'domain-control-1')?.state).toBe('not-known')
    expect(stepOf(read({ dcvStatus: '1' }, { domains: two }), 'domain-control-1')?.state).toBe('done')
  })
})

describe('which operations fit', () => {
  test('every operation has an answer and a reason, in every state', () => {
    const value = fc.constantFrom('-1', '0', '1', '2', '3', 'x')
    const status = fc.constantFrom<DomainStatus[]>(
      'validated',
      'not-validated',
      'awaiting-brand',
      'not-known',
    )
    const some = fc.record(Object.fromEntries(extendedFields.map((name) => [name, value])), {
      requiredKeys: [],
    })
    const result = fc.constantFrom<CollectSslReply['result'][]>('being-processed', 'available', 'not-known')
    fc.assert(
      fc.property(some, result, fc.array(status, { maxLength: 3 }), (values, result, statuses) => {
        const reads = {
          collectSsl: collectSsl(values, { result }),
          refusedCode: null,
          domains: statuses.map((one, at) => domain(`d${at}.example`, one, { index: at })),
        }
        const { steps, operations, blocking } = orderSteps(reads)
        expect(operations.map(({ operation }) => operation)).toEqual(operationIds)
        for (const { reason, fits, step } of operations) {
          expect(reason).toMatch(/\.$/)
          if (fits === 'yes') expect(steps.find(({ id }) => id === step)?.state).toBe('waiting')
        }
        for (const step of steps) {
          expect(step.says).toMatch(/\.$/)
          expect(step).not.toHaveProperty('open')
          if (step.state === 'done' && step.kind !== 'issued')
            expect(step.rawValue).toMatch(/^(1|Validated)$/)
          if (step.state === 'not-known')
            expect([step.actsNext, step.source, step.blocking]).toEqual([null, null, false])
          else expect([step.source, step.confidence]).not.toContain(null)
        }
        const first = steps.find(({ state }) => state === 'waiting' || state === 'blocked')
        if (blocking !== null) expect(blocking).toBe(first)
      }),
      { numRuns: 1000 },
    )
  })

  test('S/MIME operations are unlikely where a domain is proven, and otherwise perhaps', () => {
    expect(fitOf(read({ dcvStatus: '0' }), 'resend-smime-collection-email')?.fits).toBe('no')
    expect(fitOf(read({ dcvStatus: '-1' }), 'resend-smime-collection-email')?.fits).toBe('perhaps')
    const domainsOnly = read(null, { domains: [domain('a.example', 'validated')], refusedCode: -4 })
    expect(fitOf(domainsOnly, 'resend-smime-collection-email')?.fits).toBe('perhaps')
  })
})

test.each([-20, -21, -22, -26])(
  'what the CA says of the whole order by %s stands above domains from before',
  (refusedCode) => {
    const domains = [domain('a.example', 'not-validated')]
    expect(orderSteps({ collectSsl: null, refusedCode, domains }).blocking?.kind).toBe('issued')
  },
)
