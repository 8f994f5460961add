import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviceForOutcome, adviceForStep, adviceLanguages } from './advice.ts'
import { cleanFact, fill } from './fill.ts'
import { at, outcome, step } from './testing/facts.ts'

describe('a template', () => {
  test('takes the first choice when its facts are known, and drops a line that is left empty', () => {
    const template = 'Sent[ to {email}|].\n[Extension: {extension}|]\nEnd.'
    expect(fill(template, { email: 'a@b.example', extension: '12' })).toBe(
      'Sent to a@b.example.\nExtension: 12\nEnd.',
    )
    expect(fill(template, {})).toBe('Sent.\nEnd.')
  })

  test('never reads a fact as a template', () => {
    expect(fill('[To {email}|] {order}', { email: '{order}[a|b]', order: '1' })).toBe('To {order}[a|b] 1')
  })
})

describe('a fact', () => {
  test.each([
    ['a\r\nb\u{2028}c', 'a b c'],
    ['\u{202e}moc.evil\u{202c}', 'moc.evil'],
    ['a\u{200b}\u{ad}b', 'a b'],
    ['<b>{order}</b>', 'border/b'],
    ['bücher.example', 'bücher.example'],
    ['  пример.рф ', 'пример.рф'],
    [' \n ', undefined],
    ['x'.repeat(254), undefined],
    [null, undefined],
  ])('%j becomes one clean line', (text, clean) => {
    expect(cleanFact(text)).toBe(clean)
  })
})

describe('facts that mean harm', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({
      unit: fc.constantFrom(
        '\n',
        '\r',
        '\u{202e}',
        '\u{2066}',
        '\u{200b}',
        '\u{feff}',
        '{order}',
        '[',
        '|',
        ']',
        '<b>',
        'a',
      ),
      maxLength: 60,
    }),
    fc.constant('x'.repeat(5000)),
  )
  const language = fc.constantFrom(...adviceLanguages.map(({ value }) => value))

  test('stay one clean line in the text, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, language, async (order, domain, email, language) => {
        const one = step({
          kind: 'domain-control',
          title: `Domain control of ${domain}`,
          says: `Not proven. The domain control e-mail goes to ${email}; its code has to be entered.`,
        })
        const two = outcome({
          order,
          operation: 'schedule-callback',
          input: {
            emailAddress: email,
            phoneNumber: domain,
            extensionNumber: domain,
            preferredTimeUTC: email,
          },
        })
        const three = outcome({
          order,
          operation: 'switch-callback-to-email',
          kind: 'passed-on',
          input: { emailAddress: email },
        })
        for (const text of [
          await adviceForStep(one, order, language),
          await adviceForOutcome(two, language, { zone: domain, now: at }),
          await adviceForOutcome(three, language, { now: at }),
        ]) {
          expect(text.split('\n').length).toBeLessThanOrEqual(7)
          expect(text).not.toMatch(/[<>{}[\]|]|\p{Cf}|[^\P{Cc}\n]|\s\n|\n\s/u)
          expect(text.length).toBeLessThan(1700)
        }
      }),
    )
  })
})
