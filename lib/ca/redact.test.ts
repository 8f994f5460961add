import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleText } from './bytes.ts'
import { redactor } from './redact.ts'

const password = 'Kanarie&ü "9" <x>+%'
const spellings = {
  plain: password,
  'URL-encoded': new URLSearchParams([['p', password]]).toString().slice(2),
  'percent-encoded': encodeURIComponent(password),
  'percent-encoded in lower case': encodeURIComponent(password).toLowerCase(),
  'encoded twice': encodeURIComponent(encodeURIComponent(password)),
  'HTML-escaped': password
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;'),
  'HTML-escaped by number': [...password].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'JSON-escaped': JSON.stringify(password).slice(1, -1),
  'JSON-escaped to ASCII': JSON.stringify(password).slice(1, -1).replace('ü', '\\u00fc'),
  'in upper case': password.toUpperCase(),
  'in a charset of its own': password.replace('ü', '?'),
  'in a charset misread': Buffer.from(password, 'utf8').toString('latin1'),
  'with a named entity': password.replace('ü', '&uuml;'),
  'Latin-1 bytes made visible': visibleText(Buffer.from(password, 'latin1')),
}

describe('redaction', () => {
  test.each(Object.entries(spellings))('removes the password, %s', (_, echoed) => {
    expect(redactor(password)(`before ${echoed} after`)).toBe('before [redacted] after')
  })

  // Read one way too many, each of these would take longer than anybody lives.
  test.each([
    ['blanks before a page’s text', 'I love certs', `<td>i${' '.repeat(60_000)}x`],
    ['blanks of many kinds', 'a \u00a0b', `a${'&nbsp; \u00a0?'.repeat(15_000)}x`],
    [
      'an encoded echo that was cut',
      '!"#$%&()*+,/:;<=>?@[]^`{|}~',
      encodeURIComponent('!"#$%&()*+,/:;<=>?@[]^`{|}'),
    ],
    ['a run of escapes', '%%%%%%%%%%%%', '%25'.repeat(20_000)],
    ['letters beyond ASCII', 'üüüüüüüüüüüü', '&amp;uuml;'.repeat(6000)],
  ])('comes to an end over %s', (_, secret, text) => {
    expect(redactor(secret)(text)).toBeTypeOf('string')
  })

  test('removes what follows the names of the credentials', () => {
    const redact = redactor('something else')
    expect(redact('a=1&loginName=me&loginPassword=gone%21&b=2')).toBe(
      'a=1&loginName=[redacted]&loginPassword=[redacted]&b=2',
    )
    expect(redact('loginPassword%3Dgone%2521%26b%3D2')).toBe('loginPassword%3D[redacted]%26b%3D2')
    expect(redact('{"loginPassword":"gone"}')).toBe('{"loginPassword":"[redacted]"}')
    expect(redact("The 'loginPassword' argument is missing!")).toBe(
      "The 'loginPassword' argument is missing!",
    )
  })

  test('removes the beginning of a password at which a reply was cut', () => {
    expect(redactor('correct horse')('echo: correct+ho')).toBe('echo: [redacted]')
    expect(redactor('correct horse')('echo: cor')).toBe('echo: cor')
  })

  test('blanks in a password do not hide it, doubled, collapsed or at its ends', () => {
    const redact = redactor('  two  words\u200B ')
    for (const echoed of ['two words', 'two  words', 'two++words', 'two%20%20words'])
      expect(redact(`<${echoed}>`)).toBe('<[redacted]>')
    expect(redactor('   ')('a b   c')).toBe('a b   c')
  })

  test('leaves everything else as it is', () => {
    const text = 'errorCode=-4&errorMessage=The value of the %27language%27 argument is invalid!'
    expect(redactor(password)(text)).toBe(text)
    expect(redactor('')(text)).toBe(text)
  })

  test('any password is removed, plain and URL-encoded', () => {
    const any = fc
      .string({ unit: 'grapheme', minLength: 6, maxLength: 128 })
      .filter((one) => one.isWellFormed())
    fc.assert(
      fc.property(any, (secret) => {
        const redact = redactor(secret)
        const core = secret.replace(/^[\p{Cc}\p{Cf}\s]+|[\p{Cc}\p{Cf}\s]+$/gu, '')
        fc.pre(core !== '')
        expect(redact(`<${secret}>`).replace(/[\p{Cc}\p{Cf}\s]/gu, '')).toBe('<[redacted]>')
        expect(redact(new URLSearchParams([['p', core]]).toString())).toBe('p=[redacted]')
      }),
    )
  })

  test('a hostile reply does not take long', () => {
    const start = performance.now()
    redactor('a'.repeat(128))('a'.repeat(65_536).replaceAll('aaaa', 'aaa%'))
    redactor('%25'.repeat(40))('%25'.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
