import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportMeaning } from './push/read-push.ts'
import { reportRows } from './push/report-rows.ts'
import { orderSteps, type OrderReads, type ReportedFact } from './steps.ts'
import { allDone, collectSsl, nothingRead, type Values } from './testing/reads.ts'

const readWith = (values: Values, more: Partial<OrderReads> = {}): OrderReads => ({
  ...nothingRead,
  collectSsl: collectSsl({ ...allDone, ...values }),
  ...more,
})

const fact = (status: string, statusCode = '0', eventType = 'Certificate'): ReportedFact => {
  const said = { eventType, status, statusCode }
  return { ...said, ...reportMeaning(said) }
}
const verified = fact('verified', '0', 'CallBack')
const mailed = fact('click-through', '0', 'ClickThrough')
const issued = fact('issued', '6')
const brand = fact('awaitingbrandvalidation', '12')

const stepsAfter = (reads: OrderReads, ...reported: ReportedFact[]) => orderSteps({ ...reads, reported })
const stepAfter = (reads: OrderReads, id: string, ...reported: ReportedFact[]) =>
  stepsAfter(reads, ...reported).steps.find((step) => step.id === id)

describe('what the CA reported since the last read', () => {
  test('a certificate that is reported issued is done, and nothing blocks, whatever was read before', () => {
    for (const reads of [
      readWith({ ovCallBackStatus: '0' }),
      nothingRead,
      { ...nothingRead, refusedCode: -22 },
    ]) {
      const { steps, blocking, operations } = stepsAfter(reads, issued)
      expect(steps.at(-1)).toMatchObject({
        id: 'issued',
        state: 'done',
        says: 'The CA reported “Certificate issued”. The certificate is issued and valid.',
        rawField: 'status, statusCode (push)',
        rawValue: 'issued, 6',
        confidence: 'documented',
      })
      expect(blocking).toBeNull()
      expect(operations.find(({ operation }) => operation === 'schedule-callback')?.fits).toBe('no')
    }
    expect(stepAfter(nothingRead, 'issued', fact('issued', '9'))?.says).toContain(
      'Nobody has collected it yet',
    )
  })

  test.each([
    ['failed', '3', 'yes'],
    ['failed', '5', 'yes'],
    ['rejected', '7', 'no'],
    ['revoked', '8', 'no'],
    ['replaced', '14', 'no'],
  ] as const)('%s (%s) stops the last step with words, and marks it as what blocks', (status, code, fits) => {
    const { steps, blocking, operations } = stepsAfter(
      readWith({ ovCallBackStatus: '0' }),
      fact(status, code),
    )
    expect(steps.at(-1)).toMatchObject({ state: 'blocked', actsNext: 'you', rawValue: `${status}, ${code}` })
    expect(steps.at(-1)?.says).toMatch(/^The CA reported “.+”\. /)
    expect(blocking?.id).toBe('issued')
    expect(operations.find(({ operation }) => operation === 'schedule-callback')?.fits).toBe(fits)
  })

  test('a brand review that is reported waits for the CA’s staff', () => {
    expect(stepAfter(readWith({}), 'brand', brand)).toMatchObject({ state: 'done' })
    expect(stepAfter(readWith({ brandValStatus: '-1' }), 'brand', brand)).toMatchObject({
      state: 'waiting',
      actsNext: 'CA staff',
      blocking: true,
      rawValue: 'awaitingbrandvalidation, 12',
    })
  })

  test('a number that is reported verified is told, and the callback is not called done', () => {
    for (const reads of [readWith({ ovCallBackStatus: '0' }), nothingRead]) {
      const before = orderSteps(reads).steps.find(({ id }) => id === 'callback')
      const step = stepAfter(reads, 'callback', verified)
      expect(step).toMatchObject({ state: before?.state, actsNext: null, helps: before?.helps })
      expect(step?.says).toMatch(
        /^The CA reported “Phone number verified”\. Whether the callback is done .* not documented/,
      )
    }
  })

  test('an agreement e-mail that is reported sent makes the agreement wait for the customer, and the callback for it', () => {
    const reads = readWith({ evClickThroughStatus: '7', ovCallBackStatus: '0' })
    expect(stepAfter(reads, 'agreement', mailed)).toMatchObject({
      state: 'waiting',
      actsNext: 'the customer',
      says: 'The CA reported “Agreement e-mail sent”. The customer signs the agreement behind the link in that e-mail.',
      helps: ['resend-click-through-email', 'replace-click-through-email'],
    })
    expect(stepAfter(reads, 'callback', mailed)?.state).toBe('blocked')
    expect(stepAfter(readWith({}), 'agreement', mailed)?.state).toBe('done')
  })

  test('of several reports about a step the newest speaks, and what came before the last word on the certificate does not', () => {
    const revoked = fact('revoked', '8')
    expect(stepAfter(nothingRead, 'issued', revoked, issued)?.state).toBe('blocked')
    expect(stepAfter(nothingRead, 'issued', issued, revoked)?.state).toBe('done')
    expect(stepAfter(nothingRead, 'brand', issued, brand)?.state).toBe('not-known')
    expect(stepAfter(nothingRead, 'brand', brand, issued)?.state).toBe('waiting')
  })

  test('a report that is not known changes nothing', () => {
    const odd = fact('issued', '99')
    const reads = readWith({ ovCallBackStatus: '0' })
    expect(stepsAfter(reads, odd)).toEqual(orderSteps(reads))
    expect(stepsAfter(reads, odd, issued).steps.at(-1)?.state).toBe('done')
  })

  test('any reports over any read leave one step at most that blocks, and no step done but by the read or by “issued”', () => {
    const facts = fc.constantFrom(
      ...reportRows.map((row) => fact(row.status, row.statusCode ?? '0', row.events?.[0] ?? 'X')),
      fact('odd', '1'),
    )
    const value = fc.constantFrom('-1', '0', '1', '2', '7')
    const values = fc.record(
      { evClickThroughStatus: value, ovCallBackStatus: value, brandValStatus: value, dcvStatus: value },
      { requiredKeys: [] },
    )
    const state = fc.oneof(
      values.map((some) => readWith(some)),
      fc.constant(nothingRead),
    )
    fc.assert(
      fc.property(state, fc.array(facts, { maxLength: 5 }), (reads, reported) => {
        const read = new Map(orderSteps(reads).steps.map((step) => [step.id, step.state]))
        const { steps } = stepsAfter(reads, ...reported)
        expect(steps.filter(({ blocking }) => blocking).length).toBeLessThan(2)
        const news = steps.filter(({ id, state: now }) => now === 'done' && read.get(id) !== 'done')
        for (const { id } of news)
          expect([id, reported.some(({ kind }) => kind === 'issued')]).toEqual(['issued', true])
      }),
      { numRuns: 500 },
    )
  })
})
