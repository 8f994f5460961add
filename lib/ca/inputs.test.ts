import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { checkNotPast, checkOrderNumber, inputSchemas, parseInput } from './inputs.ts'
import { languages } from './languages.ts'
import { operationIds } from './operation.ts'

const errorsOf = (id: (typeof operationIds)[number], raw: Record<string, string>) => {
  const parsed = parseInput(id, raw)
  return parsed.ok ? [] : parsed.errors
}

describe('inputs', () => {
  test('every field of the catalogue is a field of the schema, with the same need', () => {
    for (const id of operationIds) {
      const names = catalogue[id].fields.map(({ name }) => name)
      const unknown = errorsOf(id, Object.fromEntries(names.map((name) => [name, '']))).map(
        ({ field }) => field,
      )
      expect(unknown).toEqual(catalogue[id].fields.filter(({ required }) => required).map(({ name }) => name))
      expect(inputSchemas[id]).toBeDefined()
    }
  })

  test('a name that the operation does not have is refused by that name', () => {
    expect(errorsOf('resend-callback-email', { phoneNumber: '+49 30 12345' })).toEqual([
      { field: 'phoneNumber', message: 'This operation has no field “phoneNumber”.' },
    ])
    expect(errorsOf('resend-click-through-email', { adminEmailAddress: 'a@example.com' })).toHaveLength(1)
    expect(
      errorsOf('schedule-callback', { preferredTimeUTC: '2031-05-14 13:30', comments: 'x' }),
    ).toHaveLength(1)
    expect(errorsOf('resend-callback-email', JSON.parse('{"__proto__":"x"}'))).toHaveLength(1)
  })

  test('values are trimmed, and an empty optional value is absent', () => {
    expect(
      parseInput('request-manual-callback', {
        preferredTimeUTC: ' 2031-05-14 13:30 ',
        extensionNumber: '  ',
        language: 'DE-DE',
        comments: ' One\r\ntwo ',
      }),
    ).toEqual({
      ok: true,
      input: { preferredTimeUTC: '2031-05-14 13:30', language: 'de-de', comments: 'One\ntwo' },
    })
  })

  test.each([
    '2031-02-29 10:00',
    '2031-06-31 10:00',
    '2031-05-14 24:00',
    '2031-05-14 13:60',
    '2031-05-14T13:30',
    '2031-05-14  13:30',
    '2031-5-14 13:30',
    '2031-05-14 13:30:00',
    '0000-00-00 00:00',
  ])('“%s” is no call time', (preferredTimeUTC) => {
    expect(errorsOf('schedule-callback', { preferredTimeUTC })[0]?.field).toBe('preferredTimeUTC')
  })

  test('29 February of a leap year is a call time', () => {
    expect(parseInput('schedule-callback', { preferredTimeUTC: '2032-02-29 00:00' }).ok).toBe(true)
  })

  test.each(['+49 (30) 123-456.7', '030 12345', '00 1 312 555 0142', '+44 20 7946 0161'])(
    '“%s” is a phone number',
    (phoneNumber) => {
      expect(parseInput('replace-callback-phone', { phoneNumber })).toEqual({
        ok: true,
        input: { phoneNumber },
      })
    },
  )

  test.each([
    '',
    '+',
    '1234',
    '12 34+5678',
    'call me',
    '٠١٢٣٤٥٦',
    '1234567890123456789',
    `${'1 '.repeat(17)}1`,
  ])('“%s” is no phone number', (phoneNumber) => {
    expect(errorsOf('replace-callback-phone', { phoneNumber })).toHaveLength(1)
  })

  test('a phone number copied from elsewhere loses what nobody typed', () => {
    const parsed = parseInput('replace-callback-phone', {
      phoneNumber: '\u202A+49\u00A030\u2011123456\u202C',
    })
    expect(parsed).toEqual({ ok: true, input: { phoneNumber: '+49 30-123456' } })
  })

  test.each(['a@example.com', 'first.last+tag@sub.example.co.uk', "o'neil@xn--bcher-kva.example"])(
    '“%s” is an address',
    (email) => {
      expect(parseInput('switch-callback-to-email', { emailAddress: email })).toEqual({
        ok: true,
        input: { emailAddress: email },
      })
    },
  )

  test.each([
    'a',
    'a@',
    '@example.com',
    'a@example',
    'a b@example.com',
    'a@example.com,b@example.com',
    'a@exa mple.com',
    '.a@example.com',
    'a..b@example.com',
    'a@-example.com',
    'a@example..com',
    'Anna <a@example.com>',
    'ä@example.com',
    `a@${'b'.repeat(250)}.com`,
  ])('“%s” is no address', (emailAddress) => {
    expect(errorsOf('switch-callback-to-email', { emailAddress })).toHaveLength(1)
  })

  test('an address list is separated by commas however it was pasted, and each address stays once', () => {
    const emailAddress = 'a@example.com; B@example.com\nb@example.com,, c@example.com'
    expect(parseInput('resend-smime-verification-email', { emailAddress })).toEqual({
      ok: true,
      input: { emailAddress: 'a@example.com,B@example.com,c@example.com' },
    })
    expect(
      errorsOf('resend-smime-verification-email', { emailAddress: 'a@example.com, oops' })[0]?.message,
    ).toMatch(/“oops”/)
  })

  test('lengths count characters, not bytes and not UTF-16 units', () => {
    const manual = (comments: string) =>
      parseInput('request-manual-callback', { preferredTimeUTC: '2031-05-14 13:30', comments }).ok
    expect(manual('😀'.repeat(2000))).toBe(true)
    expect(manual('😀'.repeat(2001))).toBe(false)
    expect(manual('ä'.repeat(2000))).toBe(true)
  })

  test('half a character and control characters are refused', () => {
    for (const comments of ['\uD800', 'a\u0000b', 'a\u001Bb'])
      expect(
        errorsOf('request-manual-callback', { preferredTimeUTC: '2031-05-14 13:30', comments }),
      ).toHaveLength(1)
  })

  test('the seven languages and no other are accepted', () => {
    expect(languages).toHaveLength(7)
    const language = (value: string) =>
      parseInput('schedule-callback', { preferredTimeUTC: '2031-05-14 13:30', language: value }).ok
    expect(languages.every(({ value }) => language(value))).toBe(true)
    expect(language('it-it')).toBe(false)
  })

  test('templates and base order numbers are whole numbers', () => {
    const dcv = (raw: Record<string, string>) => parseInput('resend-dcv-email', raw).ok
    expect(dcv({ dcvTemplateID: '12', baseOrderNumber: '123' })).toBe(true)
    for (const bad of ['0', '-1', '1.5', '1e3', 'x']) expect(dcv({ dcvTemplateID: bad })).toBe(false)
    expect(dcv({ baseOrderNumber: '12a' })).toBe(false)
  })

  test('an order number has 1 to 128 characters and no blanks, and digits only for the domain control e-mail', () => {
    expect(checkOrderNumber(null, 'A-1')).toBeNull()
    expect(checkOrderNumber(null, '1'.repeat(128))).toBeNull()
    for (const bad of ['', '1'.repeat(129), '1 2', ' 1', '1\n', '1\u0000', '\uD800', '1\u00A02'])
      expect(checkOrderNumber(null, bad)).not.toBeNull()
    expect(checkOrderNumber('resend-dcv-email', 'A1')).not.toBeNull()
    expect(checkOrderNumber('resend-dcv-email', '123')).toBeNull()
  })

  test('a call time is past from its own minute on', () => {
    const at = Date.UTC(2031, 4, 14, 13, 30)
    expect(checkNotPast('2031-05-14 13:30', at - 1)).toBeNull()
    expect(checkNotPast('2031-05-14 13:30', at)).not.toBeNull()
    expect(checkNotPast('nonsense', at)).toBeNull()
  })

  test('cleaning twice is cleaning once, and nothing makes the schema throw', () => {
    const ids = fc.constantFrom(...operationIds)
    const values = fc.dictionary(
      fc.constantFrom('phoneNumber', 'emailAddress', 'preferredTimeUTC', 'comments', 'dcvTemplateID', 'x'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(ids, values, (id, raw) => {
        const once = parseInput(id, raw)
        if (once.ok) expect(parseInput(id, once.input as Record<string, string>)).toEqual(once)
        else expect(once.errors.every(({ message }) => message.endsWith('.'))).toBe(true)
      }),
    )
  })
})
