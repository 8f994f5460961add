import { describe, expect, test } from 'vitest'
import { allCodes } from '#lib/ca/codes.ts'
import { operationIds } from '#lib/ca/operation.ts'
import type { ActsNext } from '#lib/ca/outcome.ts'
import { outcomeKinds } from '#lib/ca/outcome.ts'
import { orderSteps, type OrderReads } from '#lib/ca/steps.ts'
import { stepKinds, type StepState } from '#lib/ca/steps-table.ts'
import { adviceForOutcome, adviceForStep, adviceLanguages, type StepFacts } from './advice.ts'
import { textForStep } from './step-advice.ts'
import { at, outcome, step } from './testing/facts.ts'

const soon = { now: at + 60_000 }
const fullInput = {
  phoneNumber: '+49 30 1234567',
  emailAddress: 'anna@example.org',
  preferredTimeUTC: '2026-11-23 14:30',
  extensionNumber: '12345',
}

function expectWhole(where: unknown[], text: string) {
  const lines = text.split('\n')
  expect([...where, lines.length >= 3 && lines.length <= 7]).toEqual([...where, true])
  expect([...where, text.length <= 900 || text.length]).toEqual([...where, true])
  expect([...where, text.match(/[{}[\]|<>]|undefined|null|NaN|\s\n|\n\s|\s$|^\s| {2}/)]).toEqual([
    ...where,
    null,
  ])
  expect([...where, lines[0]?.includes('12345678')]).toEqual([...where, true])
}

describe('advice on a step', () => {
  test('there is for every step in every state, whoever acts next, in every language', async () => {
    const states: StepState[] = ['done', 'waiting', 'blocked', 'not-needed', 'not-known']
    const whose: (ActsNext | null)[] = [
      'the customer',
      'the domain’s owner',
      'CA staff',
      'nobody',
      'you',
      null,
    ]
    for (const { value } of adviceLanguages)
      for (const kind of stepKinds)
        for (const state of states)
          for (const actsNext of whose)
            expectWhole(
              [value, kind, state],
              await adviceForStep(step({ kind, state, actsNext }), '12345678', value),
            )
  })

  test('speaks of the way in which each domain is proven, and names domain and address', async () => {
    const domain = (name: string, method: 'email' | 'cname' | 'http' | 'not-known', more = {}) => ({
      index: 1,
      name,
      method,
      methodRaw: null,
      emailAddress: null,
      status: 'not-validated' as const,
      statusRaw: 'Not Validated',
      ...more,
    })
    const { steps } = orderSteps({
      collectSsl: null,
      refusedCode: null,
      domains: [
        domain('a.example', 'email', { emailAddress: 'admin@a.example' }),
        domain('b.example', 'email'),
        domain('c.example', 'cname'),
        domain('d.example', 'http'),
        domain('e.example', 'not-known'),
        domain('f.example', 'email', { status: 'awaiting-brand', statusRaw: 'Awaiting Brand' }),
      ],
    })
    const domains = steps.filter(({ kind }) => kind === 'domain-control')
    expect(domains.map(textForStep)).toEqual([
      'dcv-email',
      'dcv-email',
      'dcv-cname',
      'dcv-file',
      'dcv-unknown',
      'brand',
    ])
    const said = await Promise.all(domains.map((one) => adviceForStep(one, '1', 'en')))
    for (const [index, letter] of [...'abcdef'].entries()) expect(said[index]).toContain(`${letter}.example`)
    expect(said[0]).toContain('e-mail at admin@a.example, also')
    expect(said[1]).toContain('Sectigo’s e-mail, also')
  })

  const textOfStop = (more: Partial<OrderReads>) => {
    const { steps } = orderSteps({ collectSsl: null, refusedCode: null, domains: null, ...more })
    return textForStep(steps.at(-1) as StepFacts)
  }

  test('tells a stopped order from one that waits', () => {
    expect([-20, -21, -22, -26, -14].map((refusedCode) => textOfStop({ refusedCode }))).toEqual([
      'order-rejected',
      'order-revoked',
      'order-unpaid',
      'issuing',
      'step-not-known',
    ])
    const read = { kind: 'collect-ssl', code: 0, result: 'being-processed', validationStatus: null } as const
    const open = { evClickThroughStatus: { raw: '0', state: 'open', confidence: null } } as const
    const failed = { ...read, certificateStatus: 'PRE-SIGN FAILED: CAA', fields: {} }
    expect(textOfStop({ collectSsl: failed })).toBe('sign-failed')
    expect(textOfStop({ collectSsl: { ...read, certificateStatus: null, fields: open } })).toBe('step-waits')
    expect(textOfStop({ collectSsl: { ...read, certificateStatus: null, fields: {} } })).toBe(
      'step-not-known',
    )
  })

  test('tells of a callback that waits what it waits for', () => {
    const callback = (first: 'evClickThroughStatus' | 'organizationValidationStatus') => {
      const open = { raw: '0', state: 'open', confidence: null } as const
      const fields = { [first]: open, ovCallBackStatus: open }
      const about = {
        kind: 'collect-ssl',
        code: 0,
        result: 'being-processed',
        validationStatus: null,
      } as const
      const collectSsl = { ...about, certificateStatus: null, fields }
      const { steps } = orderSteps({ collectSsl, refusedCode: null, domains: null })
      return textForStep(steps.find(({ kind }) => kind === 'callback') as StepFacts)
    }
    expect(callback('evClickThroughStatus')).toBe('callback-after-agreement')
    expect(callback('organizationValidationStatus')).toBe('callback-after-organisation')
  })
})

describe('what is not certain', () => {
  const sure = /As far as we (can see|know)|According to (Sectigo|its answer)|We are checking/

  test('is said to be so: every text on a step rests on our reading or on what the CA says', async () => {
    for (const kind of stepKinds)
      for (const state of ['done', 'waiting', 'blocked', 'not-needed', 'not-known'] as const)
        for (const actsNext of ['the customer', 'CA staff', 'nobody', null] as const)
          expect(await adviceForStep(step({ kind, state, actsNext }), '1', 'en')).toMatch(sure)
  })

  test('is said to be so: every outcome that the CA does not document as done', async () => {
    const rows = allCodes().filter(({ row }) => row.kind === 'done' && row.confidence !== 'documented')
    expect(rows.length).toBeGreaterThan(2)
    for (const operation of rows.flatMap(({ operations }) => operations))
      expect(await adviceForOutcome(outcome({ operation }), 'en', soon)).toMatch(sure)
  })
})

describe('advice on an outcome', () => {
  test('there is for every operation and every outcome, with and without facts, in every language', async () => {
    const codes = [null, 0, -4, -16, -122, -123, -124, -125]
    for (const { value } of adviceLanguages)
      for (const operation of operationIds)
        for (const kind of outcomeKinds)
          for (const [index, code] of (kind === 'refused' ? codes : [null, 0]).entries())
            for (const now of kind === 'done' ? [at + 60_000, at + 90 * 86_400_000] : [at + 60_000]) {
              const facts = outcome({ operation, kind, code, input: index % 2 === 0 ? fullInput : {} })
              const text = await adviceForOutcome(facts, value, { now, zone: 'Europe/Berlin' })
              expectWhole([value, operation, kind, code], text)
            }
  })

  test('never says that something was sent or booked unless the outcome does', async () => {
    const claims = /Sectigo (has )?(sent|booked|confirmed|accepted our)/
    for (const operation of operationIds)
      for (const kind of outcomeKinds.filter((one) => one !== 'done')) {
        const text = await adviceForOutcome(outcome({ operation, kind }), 'en', soon)
        expect([operation, kind, claims.exec(text)?.[0]]).toEqual([operation, kind, undefined])
        if (kind === 'unknown') expect(text).toContain('We do not know yet')
        if (kind === 'passed-on') expect(text).toMatch(/not confirmed|not booked/)
      }
  })

  test('of an unknown outcome follows what a person found out', async () => {
    const unknown = outcome({ kind: 'unknown', operation: 'resend-click-through-email' })
    const said = (finding: 'carried-out' | 'not-carried-out' | 'cannot-tell') =>
      adviceForOutcome({ ...unknown, resolution: { finding } }, 'en', soon)
    expect(await said('carried-out')).toContain('sent the e-mail')
    expect(await said('not-carried-out')).toContain('This has not been done yet')
    expect(await said('cannot-tell')).toContain('We do not know yet')
  })

  test('announces no call whose time is past, and no code that is void', async () => {
    const call = outcome({ operation: 'schedule-callback', input: fullInput })
    expect(await adviceForOutcome(call, 'en', soon)).toContain('Please be by the phone')
    expect(await adviceForOutcome(call, 'en', { now: Date.parse('2026-11-23T14:31Z') })).toContain(
      'has passed',
    )
    const mailbox = outcome({ operation: 'resend-smime-verification-email' })
    expect(await adviceForOutcome(mailbox, 'en', soon)).toMatch(/Saturday,? 21 November 2026 at 09:00 UTC/)
    expect(await adviceForOutcome(mailbox, 'en', { now: at + 25 * 3_600_000 })).toContain('too old')
    expect(await adviceForOutcome(outcome({}), 'en', { now: at + 29 * 86_400_000 })).not.toContain('too old')
    expect(await adviceForOutcome(outcome({}), 'en', { now: at + 31 * 86_400_000 })).toContain('too old')
  })

  test.each([
    [
      'Europe/Berlin',
      '2026-03-29 00:30',
      'de',
      'Sonntag, 29. März 2026 um 01:30 (Mitteleuropäische Normalzeit), 00:30 UTC',
    ],
    [
      'Europe/Berlin',
      '2026-03-29 01:30',
      'de',
      'Sonntag, 29. März 2026 um 03:30 (Mitteleuropäische Sommerzeit), 01:30 UTC',
    ],
    [
      'America/New_York',
      '2026-11-01 05:30',
      'en',
      'Sunday 1 November 2026 at 01:30 (Eastern Daylight Time), 05:30 UTC',
    ],
    [
      'America/New_York',
      '2026-11-01 06:30',
      'en',
      'Sunday 1 November 2026 at 01:30 (Eastern Standard Time), 06:30 UTC',
    ],
    [
      'Australia/Sydney',
      '2026-10-03 22:00',
      'en',
      'Sunday 4 October 2026 at 09:00 (Australian Eastern Daylight Time), Saturday 3 October 2026 at 22:00 UTC',
    ],
    [
      'America/Sao_Paulo',
      '2026-07-15 12:00',
      'pt',
      'quarta-feira, 15 de julho de 2026 às 09:00 (Horário Padrão de Brasília), 12:00 UTC',
    ],
    ['UTC', '2026-07-15 12:00', 'fr', 'mercredi 15 juillet 2026 à 12:00 UTC'],
    ['Nowhere/Else', '2026-07-15 12:00', 'nl', 'woensdag 15 juli 2026 om 12:00 UTC'],
  ] as const)(
    'tells the time of a call in %s at %s UTC as the clock on the wall there shows it',
    async (zone, utc, language, said) => {
      const call = outcome({ operation: 'schedule-callback', input: { preferredTimeUTC: utc } })
      const text = await adviceForOutcome(call, language, { zone, now: 0 })
      // Engines differ in the comma after the weekday, and in which space they take.
      const plain = (words: string) => words.replaceAll('\u{a0}', ' ').replaceAll(',', '')
      expect(plain(text)).toContain(plain(said))
    },
  )
})
