import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { samplePerson } from '../scripts/support/sample-people.ts'
import { apiClient, ask, issueToken } from './fixtures/api-client.ts'
import { changedSince, everyRow } from './fixtures/doors.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { callAction, cookieOf } from './fixtures/raw-actions.ts'
import { expect, test } from './fixtures/test.ts'

/** What somebody sends who has read how the framework works, and does not use a browser. */

test.describe.configure({ mode: 'default', timeout: 120_000 })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer({ env: { LOG_LEVEL: 'trace' } })
})
test.afterAll(() => own.stop())

const agent = samplePerson('agent')
const signInCall = (form: Record<string, string>) => ({
  server: own.url,
  path: '/sign-in',
  action: 'signInAction',
  form: { email: agent.email, password: agent.password, ...form },
})

test('signing in leads to a path of this desk, however the way on is spelled', async () => {
  const ways = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nlocation: https://evil.example',
    '///evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/%2f%2fevil.example',
    '/%252f%252fevil.example',
    '/\u2044\u2044evil.example',
    '/\uff0f\uff0fevil.example',
    '/@evil.example',
    'https:evil.example',
    'https:/evil.example',
    'HTTPS://evil.example',
    'data:text/html,<script>alert(1)</script>',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    '/go//evil.example?order=1',
    '/go/order?order=//evil.example',
    `/${'a'.repeat(10_000)}`,
    '/\u0000',
  ]
  for (const next of ways) {
    const answer = await callAction(signInCall({ next }))
    const to = (answer.headers.get('x-action-redirect') ?? answer.headers.get('location') ?? '').split(';')[0]
    expect(to, JSON.stringify(next)).not.toBe('')
    const url = new URL(to ?? '', own.url)
    expect([url.origin, url.pathname.startsWith('//')], JSON.stringify(next)).toEqual([own.url, false])
  }
})

test('a cookie that was there before signing in is worth nothing after it, and its session is over', async () => {
  const viewer = samplePerson('viewer')
  const first = await callAction(signInCall({ email: viewer.email, password: viewer.password, next: '/' }))
  const planted = /unstuck=[^;]+/.exec(first.headers.get('set-cookie') ?? '')?.[0] ?? ''
  expect((await ask(`${own.url}/`, { headers: { cookie: planted } })).text).toContain(viewer.name)
  const second = await callAction({ ...signInCall({ next: '/' }), cookie: planted })
  const given = /unstuck=[^;]+/.exec(second.headers.get('set-cookie') ?? '')?.[0] ?? ''
  expect(given).not.toBe(planted)
  const page = await ask(`${own.url}/`, { headers: { cookie: planted } })
  expect(page.headers.get('location') ?? page.text).toContain('/sign-in')
  expect(page.text).not.toContain(agent.name)
  expect((await ask(`${own.url}/`, { headers: { cookie: given } })).text).toContain(agent.name)
})

test('TRACE is not answered, and nothing that was sent comes back', async () => {
  for (const path of ['/', '/sign-in', '/palette', '/api/health/live', '/api/v1/operations']) {
    const sent = request(`${own.url}${path}`, { method: 'TRACE', headers: { 'x-secret': 'canary' } }).end()
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    expect(answer.statusCode, path).toBeGreaterThanOrEqual(400)
    expect(await text(answer), path).not.toContain('canary')
  }
})

test('no header makes the server forget who is asking, its page policy or its own address', async () => {
  const before = everyRow(own.dataDir)
  const tricks: Record<string, string>[] = [
    { 'x-middleware-subrequest': 'proxy' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    {
      'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware',
    },
    { 'x-middleware-next': '1' },
    { 'x-middleware-rewrite': 'https://evil.example/' },
    { 'x-middleware-set-cookie': 'unstuck=x' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-forwarded-port': '1' },
    { forwarded: 'host=evil.example;proto=https' },
    { 'x-original-url': '/settings', 'x-rewrite-url': '/settings' },
    { 'x-invoke-path': '/activity', 'x-matched-path': '/activity', 'x-invoke-status': '200' },
    { 'x-now-route-matches': '1=/activity', 'x-nextjs-data': '1' },
    { 'x-prerender-revalidate': 'x', 'x-next-resume': '1' },
    { 'x-action-forwarded': '1', 'next-action': 'x' },
    { 'next-router-state-tree': '%5B%22__proto__%22%5D', rsc: '1' },
    { 'next-router-state-tree': '['.repeat(5_000), rsc: '1' },
    { 'x-nonce': 'chosen', 'content-security-policy': "default-src *; script-src 'nonce-chosen'" },
    { 'x-request-id': 'chosen', 'x-unstuck-peer': '127.0.0.1' },
    { cookie: `unstuck=${'x'.repeat(4_000)}; unstuck-step=x; __proto__=1` },
    { cookie: 'unstuck=%00%ff; unstuck[]=1' },
  ]
  for (const headers of tricks) {
    for (const path of ['/', '/activity', '/settings/people', '/palette?words=a', '/sign-in']) {
      const answer = await ask(`${own.url}${path}`, { headers })
      const what = `${path} ${JSON.stringify(headers).slice(0, 100)}`
      expect(answer.status, what).toBeLessThan(500)
      expect(answer.text, what).not.toMatch(/Demo EU|@demo\.example|nonce="chosen"/)
      expect(answer.headers.get('content-security-policy') ?? '', what).toMatch(/frame-ancestors 'none'/)
      expect(answer.headers.get('content-security-policy') ?? '', what).not.toContain('chosen')
      expect(answer.headers.get('x-request-id') ?? 'none', what).not.toContain('chosen')
      expect(answer.headers.get('set-cookie'), what).toBeNull()
      const to = answer.headers.get('location')
      if (to !== null) expect(new URL(to, own.url).origin, what).toBe(own.url)
    }
  }
  expect(changedSince(before, own.dataDir)).toEqual([])
})

test('a token opens only whole, as it is spelled, and in its header', async () => {
  const token = await issueToken(own.dataDir, 'agent')
  const get = (headers: Record<string, string>, query = '') =>
    ask(`${own.url}/api/v1/operations${query}`, { headers })
  expect((await get({ authorization: `Bearer ${token}` })).status).toBe(200)
  const bare = token.slice('unstuck_'.length)
  const near = [
    token.slice(0, -1),
    `${token}A`,
    token.toLowerCase(),
    token.toUpperCase(),
    bare,
    'unstuck_',
    `unstuck_${'_'.repeat(43)}`,
    `unstuck_${'%'.repeat(43)}`,
    `${token},${token}`,
    `${token} ${token}`,
    ...Array.from({ length: 43 }, (_, at) => {
      const other = bare[at] === 'A' ? 'B' : 'A'
      return `unstuck_${bare.slice(0, at)}${other}${bare.slice(at + 1)}`
    }),
  ]
  // The last character carries two bits that no byte has: changed there, it is still no other spelling of the same token.
  for (const one of near) expect((await get({ authorization: `Bearer ${one}` })).status, one).toBe(401)
  for (const name of ['token', 'access_token', 'authorization', 'api_key'])
    expect((await get({}, `?${name}=${token}`)).status, name).toBe(401)
  for (const header of ['cookie', 'x-api-key', 'proxy-authorization', 'x-authorization'])
    expect((await get({ [header]: header === 'cookie' ? `unstuck=${token}` : token })).status, header).toBe(
      401,
    )
  for (const scheme of ['Basic', 'Token', 'Digest', ''])
    expect((await get({ authorization: `${scheme} ${token}` })).status, scheme).toBe(401)
})

test('a role that is not enough and a form from another site are lines of the log, and a flood of them is not', async ({
  stateOf,
}) => {
  const cookie = cookieOf(await stateOf('viewer', own.url))
  const form = { name: 'Somebody', email: 'somebody@example.org', role: 'administrator' }
  const invite = { server: own.url, path: '/settings/people', action: 'invitePersonAction', cookie, form }
  await callAction(invite)
  for (let sent = 0; sent < 130; sent++) {
    await callAction({ ...invite, headers: { 'sec-fetch-site': 'cross-site' } })
    await callAction({ ...invite, origin: 'https://evil.example' })
  }
  await ask(`${own.url}/api/v1/operations`, { headers: { authorization: 'Bearer unstuck_none' } })
  const lines = (words: string) =>
    own
      .log()
      .split('\n')
      .filter((line) => line.includes(words))
  await expect.poll(() => lines('an API token was refused').length).toBeGreaterThan(0)
  const refused = lines('a request was refused to whoever asked')
  expect(refused.at(-1)).toContain('"what":"change the settings","actor":"person"')
  expect(refused.join('')).not.toContain(samplePerson('viewer').email)
  expect(lines('a request from another page was refused').length).toBeGreaterThanOrEqual(60)
  // A minute may have ended in between. What the framework itself refuses and prints is bounded with all else that it prints.
  for (const words of ['a request from another page was refused', 'from a forwarded Server Actions request'])
    expect(lines(words).length, words).toBeLessThan(130)
})

test('every line of the log is one object that steers no terminal, whatever a client put where', async ({
  stateOf,
}) => {
  const cookie = cookieOf(await stateOf('agent', own.url))
  const api = apiClient(own.url, await issueToken(own.dataDir, 'agent'))
  const forged = '{"level":"error","msg":"forged"}'
  const tricks = [
    `\n${forged}`,
    `\r${forged}`,
    `\u2028${forged}`,
    '\u001b[2J',
    '\u009b2J',
    '\u0085',
    '\u202e',
    '\u0000',
  ]
  for (const trick of tricks) {
    const said = encodeURIComponent(trick)
    await callAction({ ...signInCall({ email: trick, password: trick, next: trick }) })
    await ask(`${own.url}/orders/1${said}?account=${said}&ticket=${said}`, { headers: { cookie } })
    await ask(`${own.url}/go/${said}?order=${said}`)
    await ask(`${own.url}/activity/export?order=${said}&from=${said}`, { headers: { cookie } })
    await ask(`${own.url}/api/v1/orders/${said}/events?after=${said}`)
    await ask(`${own.url}/push/${said}?orderNumber=${said}`)
    await api.perform(`1${trick}`, {
      body: { account: trick, ticket: { id: trick }, input: { [trick]: trick } },
    })
    for (const header of [
      'user-agent',
      'next-action',
      'x-request-id',
      'referer',
      'accept-language',
      'content-type',
    ])
      await ask(`${own.url}/sign-in`, {
        method: 'POST',
        headers: { [header]: said, origin: own.url },
        body: trick,
      })
  }
  const lines = own
    .log()
    .split('\n')
    .filter((line) => line !== '')
  const ours = lines.slice(lines.findIndex((line) => line.startsWith('{')))
  expect(ours.length).toBeGreaterThan(0)
  for (const line of ours) {
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    expect((JSON.parse(line) as { msg: string }).msg).not.toBe('forged')
  }
})
