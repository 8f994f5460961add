import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operationIds } from '#lib/ca/operation.ts'
import { outcomeKinds } from '#lib/ca/outcome.ts'
import { orderSteps, type OrderReads, type OrderSteps } from '#lib/ca/steps.ts'
import { collectSsl, domainControl, nothingRead, type Values } from '#lib/ca/testing/reads.ts'
import { type ClocksInput, clocksOf } from './clocks.ts'
import type { Finding, Receipt } from './receipt.ts'

const day = 86_400_000
const now = Date.parse('2026-11-21T12:00:00Z')
const source = { document: 'A document' }

const receipt = (more: Partial<Receipt>): Receipt => ({
  kind: 'done',
  title: 'Sent',
  explanation: '',
  nextStep: '',
  actsNext: 'the customer',
  code: 0,
  status: 1,
  field: null,
  message: null,
  source,
  confidence: 'documented',
  attempt: 'a',
  operation: 'resend-dcv-email',
  order: '1',
  account: { id: 'x', label: 'X' },
  ticket: null,
  at: now - day,
  actor: { id: 'p', name: 'Ann' },
  input: {},
  reason: null,
  raw: null,
  repeated: false,
  masked: false,
  resolution: null,
  ...more,
})
const input = (receipts: Partial<Receipt>[], steps: OrderSteps | null = null): ClocksInput => ({
  taken: receipts.map(receipt),
  state: steps === null ? null : { steps },
})
const emailsOf = (given: ClocksInput, at = now) => clocksOf(given, at).filter(({ kind }) => kind === 'e-mail')
const rulesOf = (given: ClocksInput, at = now) => clocksOf(given, at).filter(({ kind }) => kind === 'rule')

const stepsOf = (fields: Values, more: Partial<OrderReads> = {}) =>
  orderSteps({ ...nothingRead, collectSsl: collectSsl(fields), ...more })
const byMethod = (method: 'email' | 'cname') =>
  stepsOf({ dcvStatus: '0' }, { domains: [domainControl('a.example', 'not-validated', { method })] })

describe('the clock of an e-mail', () => {
  it('runs only where the CA sent it or took the wish to its staff', () => {
    for (const operation of operationIds)
      for (const kind of outcomeKinds) {
        const clocks = emailsOf(input([{ operation, kind }]))
        const isEmail = !['schedule-callback', 'request-manual-callback', 'replace-callback-phone'].includes(
          operation,
        )
        expect([operation, kind, clocks.length]).toEqual([
          operation,
          kind,
          isEmail && (kind === 'done' || kind === 'passed-on') ? 1 : 0,
        ])
      }
  })

  it('runs where a person found out that an attempt of unknown outcome was carried out, and says who', () => {
    const found = (finding: Finding) =>
      emailsOf(input([{ kind: 'unknown', resolution: { finding, note: 'Asked.', at: now, by: 'Max' } }]))
    expect(found('carried-out')).toMatchObject([
      { id: 'dcv-email', sentence: expect.stringMatching(/^Carried out, as Max found out: a day ago\./) },
    ])
    expect([...found('not-carried-out'), ...found('cannot-tell')]).toEqual([])
  })

  it('says of a wish that was passed on that it was asked for, and never that it was sent', () => {
    const [sent] = emailsOf(input([{ operation: 'resend-click-through-email', at: now - 3 * day }]))
    expect(sent).toMatchObject({
      days: 3,
      until: null,
      state: 'running',
      sentence: 'The CA sent it: 3 days ago.',
    })
    for (const operation of operationIds)
      for (const clock of emailsOf(input([{ operation, kind: 'passed-on' }])))
        expect(clock.sentence).toMatch(/^Asked for; that it was sent is not confirmed/)
  })

  it('says where it rests on our reading that an e-mail went out', () => {
    const given = { operation: 'resend-smime-verification-email', confidence: 'inferred' } as const
    expect(emailsOf(input([given]))[0]?.sentence).toMatch(
      /^The CA confirmed that it sends it \(as we read its answer\)/,
    )
  })

  it('of domain control is void after 30 days, and says so five days before', () => {
    const at = now - 10 * day
    const stateAt = (ms: number) => emailsOf(input([{ at }]), ms)[0]?.state
    expect(emailsOf(input([{ at }]))[0]?.until).toBe(at + 30 * day)
    expect([at + 25 * day - 1, at + 25 * day, at + 30 * day - 1, at + 30 * day].map(stateAt)).toEqual([
      'running',
      'soon',
      'soon',
      'over',
    ])
    expect(emailsOf(input([{ at }]), at + 30 * day)[0]?.advice).toContain('Send it again')
  })

  it('of a mailbox is void after 24 hours', () => {
    const at = now
    const given = input([{ at, operation: 'resend-smime-verification-email' }])
    const stateAt = (hours: number) => emailsOf(given, at + hours * 3_600_000)[0]?.state
    expect([0, 17.9, 18, 23.9, 24].map(stateAt)).toEqual(['running', 'running', 'soon', 'soon', 'over'])
  })

  it('is that of the latest e-mail, and of each address that has a code of its own', () => {
    const operation = 'resend-smime-verification-email'
    const mailbox = (emailAddress: string | undefined, hours: number) =>
      ({
        operation,
        at: now - hours * 3_600_000,
        input: { emailAddress },
      }) as const
    const idsOf = (...given: Partial<Receipt>[]) =>
      emailsOf(input(given)).map(({ id, at }) => [id, (now - at) / 3_600_000])
    const id = 'smime-verification-email'
    expect(idsOf(mailbox('b@x.example', 1), mailbox('a@x.example', 2), mailbox('a@x.example', 3))).toEqual([
      [id, 1],
      [`${id}-2`, 2],
    ])
    expect(idsOf(mailbox(undefined, 1), mailbox('a@x.example', 2))).toEqual([[id, 1]])
    expect(idsOf(mailbox('b@x.example', 1), mailbox('a@x.example', 30))).toEqual([[id, 1]])
    const agreement = { operation: 'replace-click-through-email', at: now - 2 * day } as const
    expect(emailsOf(input([{ operation: 'resend-click-through-email' }, agreement]))).toHaveLength(1)
  })

  it('stops when the CA says that its step is over, and not when only one of two domains is', () => {
    const given: Partial<Receipt>[] = [
      { operation: 'resend-click-through-email' },
      { operation: 'resend-dcv-email' },
    ]
    const titles = (fields: Values) => emailsOf(input(given, stepsOf(fields))).map(({ id }) => id)
    expect(titles({})).toEqual(['agreement-email', 'dcv-email'])
    expect(titles({ evClickThroughStatus: '1', dcvStatus: '0' })).toEqual(['dcv-email'])
    expect(titles({ evClickThroughStatus: '0', dcvStatus: '-1' })).toEqual(['agreement-email'])
    const domains = [domainControl('a.example', 'validated'), domainControl('b.example', 'not-validated')]
    expect(emailsOf(input(given, stepsOf({}, { domains }))).map(({ id }) => id)).toContain('dcv-email')
  })

  it('goes on after the certificate is issued only where it is to be collected', () => {
    const issued = stepsOf({}, { collectSsl: collectSsl({}, { code: 1, result: 'available' }) })
    const given = operationIds.map((operation) => ({ operation }))
    expect(emailsOf(input(given, issued)).map(({ id }) => id)).toEqual(['smime-collection-email'])
  })
})

describe('the clock of a rule', () => {
  const ids = (given: ClocksInput, at = now) => rulesOf(given, at).map(({ id, state }) => [id, state])

  it('is shown only where the order makes use of what the rule is about', () => {
    expect(ids(input([]))).toEqual([])
    expect(ids(input([], byMethod('cname')))).toEqual([])
    expect(ids(input([], byMethod('email'))).map(([id]) => id)).toContain('rule-dcv-email-ends')
    expect(ids(input([{}])).map(([id]) => id)).toContain('rule-dcv-email-ends')
    expect(ids(input([{}], stepsOf({ dcvStatus: '1' })))).toEqual([])
    expect(ids(input([], stepsOf({ ovCallBackStatus: '0' })))).toEqual([
      ['rule-organisation-398-days', 'over'],
    ])
    for (const clock of rulesOf(input([{}]))) expect(clock.id).not.toMatch(/phone-ends|code-signing/)
  })

  it('comes near and into force by its day in UTC, and names what will last', () => {
    const ends = (text: string) =>
      rulesOf(input([{ at: Date.parse(text) - day }]), Date.parse(text)).find(
        ({ id }) => id === 'rule-dcv-email-ends',
      )
    expect(ends('2026-11-21T12:00:00Z')).toMatchObject({ state: 'running', days: -480 })
    expect(ends('2027-12-16T00:00:00Z')?.state).toBe('soon')
    expect(ends('2028-03-14T23:59:59Z')?.state).toBe('soon')
    expect(ends('2028-03-15T00:00:00Z')?.state).toBe('over')
    expect(ends('2026-11-21T12:00:00Z')?.advice).toMatch(/^What will last: proof by a CNAME record/)
  })

  it('neither looks further ahead than two years nor back than one', () => {
    expect(ids(input([{}])).map(([id]) => id)).not.toContain('rule-tls-47-days')
    const later = Date.parse('2027-04-01T00:00:00Z')
    expect(ids(input([{ at: later }]), later).map(([id]) => id)).toEqual([
      'rule-tls-100-days',
      'rule-dcv-email-ends',
      'rule-tls-47-days',
    ])
  })
})

describe('every clock', () => {
  it('has its own id, whole sentences and a source, and keeps the order', () => {
    const one = fc.record({
      operation: fc.constantFrom(...operationIds),
      kind: fc.constantFrom(...outcomeKinds),
      at: fc.integer({ min: now - 60 * day, max: now }),
      input: fc.record({ emailAddress: fc.constantFrom('a@x.example', 'b@x.example', undefined) }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (receipts) => {
        const newestFirst = receipts.toSorted((a, b) => b.at - a.at)
        const clocks = clocksOf(input(newestFirst), now)
        expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length)
        const emails = clocks.filter(({ kind }) => kind === 'e-mail')
        expect(emails.map(({ at }) => at)).toEqual(emails.map(({ at }) => at).toSorted((a, b) => b - a))
        for (const { sentence, advice, source, title } of clocks) {
          expect(sentence).toMatch(/^[A-Z].*\.$/)
          expect(advice ?? 'None.').toMatch(/^[A-Z].*\.$/)
          expect(title).not.toMatch(/\.$/)
          expect(source?.document ?? '').not.toBe('')
        }
      }),
    )
  })
})
