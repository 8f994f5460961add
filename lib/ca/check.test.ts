import { describe, expect, test } from 'vitest'
import { checkBaseUrl, defaultBaseUrl } from './base-url.ts'
import { isOperationId, operationAbout } from './catalogue.ts'
import { checkBeforeSend } from './check.ts'
import { saidOf } from './said.ts'

describe('the check before sending', () => {
  test('names the account, every value in words, the time in UTC and who acts next', () => {
    const input = { preferredTimeUTC: '2031-05-14 13:30', extensionNumber: '204', language: 'de-de' }
    expect(checkBeforeSend('schedule-callback', input, 'Europe')).toMatchObject({
      recipient: null,
      lines: [
        { label: 'Account', value: 'Europe' },
        { label: 'Date and time of the call', value: '2031-05-14 13:30 UTC' },
        { label: 'Extension', value: '204' },
        { label: 'Language of the call', value: 'German (de-de)' },
        { label: 'Acts next', value: 'the customer' },
      ],
    })
  })

  test('says what leaving the recipient out means', () => {
    const values = (id: 'resend-dcv-email' | 'resend-smime-verification-email') =>
      checkBeforeSend(id, {}, 'Europe').lines.map(({ value }) => value)
    expect(values('resend-dcv-email')).toContain('the last address used')
    expect(values('resend-smime-verification-email')).toContain('every address in the certificate')
  })

  test('names up to three recipients and counts more', () => {
    const said = (emailAddress: string) =>
      saidOf('resend-smime-verification-email', { emailAddress }).recipient
    expect(said('a@x.de')).toBe('a@x.de')
    expect(said('a@x.de,b@x.de,c@x.de')).toBe('a@x.de, b@x.de and c@x.de')
    expect(said('a@x.de,b@x.de,c@x.de,d@x.de')).toBe('4 chosen addresses')
    expect(saidOf('schedule-callback', { preferredTimeUTC: '2031-05-14 13:30' })).toEqual({
      when: '2031-05-14 13:30 UTC',
    })
  })

  test('an id that is none of ours has no description', () => {
    expect(operationAbout('resend-dcv-email')?.title).toBe('Resend the domain control e-mail')
    for (const id of ['', 'constructor', '__proto__', 'resend-dcv-email ']) {
      expect(operationAbout(id)).toBeNull()
      expect(isOperationId(id)).toBe(false)
    }
  })
})

describe('base URLs', () => {
  test.each([
    defaultBaseUrl,
    'http://127.0.0.1:4010/products/',
    'http://localhost/',
    'http://[::1]:1/',
    'https://CA.example/',
  ])('%s is accepted', (text) => {
    expect(checkBaseUrl(text)).toEqual({ ok: true, url: new URL(text).href })
  })

  test.each([
    '',
    'secure.trust-provider.com/products/',
    'http://secure.trust-provider.com/products/',
    'http://127.0.0.1.example.com/',
    'http://localhost.example.com/',
    'ftp://secure.trust-provider.com/',
    'javascript:alert(1)//',
    'https://user:secret@secure.trust-provider.com/products/',
    'https://secure.trust-provider.com/products',
    'https://secure.trust-provider.com/products/?a=1',
    'https://secure.trust-provider.com/products/#',
  ])('“%s” is refused with a sentence', (text) => {
    const checked = checkBaseUrl(text)
    expect(checked.ok).toBe(false)
    if (!checked.ok) expect(checked.message).not.toMatch(/secret@/)
  })
})
