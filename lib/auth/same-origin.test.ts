import { describe, expect, it } from 'vitest'
import { judgeAddress } from './client-address.ts'
import { judgeOrigin } from './same-origin.ts'

const judge = (headers: Record<string, string>) => judgeOrigin(new Headers(headers), 'https://desk.example')

describe('the origin of a mutation', () => {
  it('is this desk when the browser says so', () => {
    expect(
      judge({ origin: 'https://desk.example', host: 'inside:3000', 'sec-fetch-site': 'same-origin' }),
    ).toBe(true)
    expect(judge({ origin: 'http://localhost:3000', host: 'localhost:3000' })).toBe(true)
  })

  it.each([
    ['another site', { origin: 'https://evil.example', host: 'desk.example' }],
    ['a sandboxed page', { origin: 'null', host: 'desk.example' }],
    ['nobody', { host: 'desk.example' }],
    ['this desk over plain http', { origin: 'http://desk.example', host: 'desk.example' }],
    ['this desk with a dot', { origin: 'https://desk.example.', host: 'desk.example' }],
    ['this desk at another port', { origin: 'https://desk.example:8443', host: 'desk.example' }],
    ['a sub-domain', { origin: 'https://a.desk.example', host: 'desk.example' }],
    ['a name in front', { origin: 'https://desk.example@evil.example', host: 'desk.example' }],
    ['no address', { origin: 'desk.example', host: 'desk.example' }],
    ['a file', { origin: 'file://desk.example', host: 'desk.example' }],
    ['two origins', { origin: 'https://desk.example https://evil.example', host: 'desk.example' }],
    ['nothing at all', { origin: '', host: '' }],
    ['a navigation', { origin: 'https://desk.example', host: 'desk.example', 'sec-fetch-site': 'none' }],
    ['an empty word', { origin: 'https://desk.example', host: 'desk.example', 'sec-fetch-site': '' }],
    [
      'a sibling site',
      { origin: 'https://desk.example', host: 'desk.example', 'sec-fetch-site': 'same-site' },
    ],
    [
      'a host that only the client claims',
      { origin: 'https://evil.example', host: 'desk.example', 'x-forwarded-host': 'evil.example' },
    ],
  ])('is refused when it is %s', (_name, headers) => {
    expect(judge(headers)).toBe(false)
  })
})

describe('the address a request came from', () => {
  it('is the connection’s own, whatever the client writes', () => {
    expect(judgeAddress('10.0.0.7', '1.2.3.4', 0)).toBe('10.0.0.7')
  })

  it('is the entry that the trusted proxies wrote', () => {
    expect(judgeAddress('10.0.0.7', '9.9.9.9, 1.2.3.4', 1)).toBe('1.2.3.4')
    expect(judgeAddress('10.0.0.7', '9.9.9.9, 1.2.3.4, 10.0.0.2', 2)).toBe('1.2.3.4')
  })

  it('is the connection’s own when fewer proxies wrote than are trusted, or what they wrote is no address', () => {
    expect(judgeAddress('10.0.0.7', '9.9.9.9', 2)).toBe('10.0.0.7')
    expect(judgeAddress('10.0.0.7', 'everybody', 1)).toBe('10.0.0.7')
  })
})
