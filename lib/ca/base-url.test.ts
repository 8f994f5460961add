import { describe, expect, test } from 'vitest'
import { checkBaseUrl, defaultBaseUrl } from './base-url.ts'

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
    'http://169.254.169.254/latest/',
    'http://10.0.0.1/',
    'http://0.0.0.0/',
    'http://[::ffff:127.0.0.1]/',
    'http://127.0.0.1.nip.example/',
    'http://localhost./',
    'http://localhost@evil.example/',
    'http://evil.example\\@localhost/',
    'https://evil.example#@secure.trust-provider.com/',
    'https://secure.trust-provider.com/products/?',
    'file:///etc/',
    'gopher://127.0.0.1/',
    'data:text/plain,/',
    'unix:/var/run/docker.sock/',
    'blob:https://secure.trust-provider.com/',
    '//secure.trust-provider.com/products/',
  ])('“%s” is refused with a sentence', (text) => {
    const checked = checkBaseUrl(text)
    expect(checked.ok).toBe(false)
    if (!checked.ok) expect(checked.message).not.toMatch(/secret@/)
  })
})
