import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { apiClient, ask, issueToken } from './fixtures/api-client.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { callAction, cookieOf } from './fixtures/raw-actions.ts'
import { signIn } from './fixtures/sign-in.ts'
import { expect, test } from './fixtures/test.ts'

/** What the product promises about its doors, from the side of somebody who rattles at them. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer({ env: { LOG_LEVEL: 'trace' } })
})
test.afterAll(() => own.stop())

test('every kind of response carries the protective headers, and no cache keeps data', async ({
  stateOf,
  freshOrder,
}) => {
  const order = await freshOrder()
  const cookie = cookieOf(await stateOf('agent', own.url))
  const paths = [
    '/sign-in',
    '/',
    '/activity',
    '/codes',
    `/orders/${order}?account=Demo+EU`,
    '/nope',
    '/orders/1/2/3',
    '/orders/%ff',
    '/search?order=',
    '/go/order?order=1',
    '/api/health/live',
    '/api/health/ready',
    '/api/v1/operations',
    '/api/v1/openapi.json',
    '/api/nope',
    '/activity/export',
  ]
  const nonces = new Set<string>()
  for (const path of paths) {
    for (const sent of ['', cookie]) {
      const answer = await ask(`${own.url}${path}`, { headers: { cookie: sent } })
      const get = (name: string) => answer.headers.get(name) ?? ''
      expect(answer.status, path).toBeLessThan(500)
      expect(get('cache-control'), path).toContain('no-store')
      expect([get('x-content-type-options'), get('x-frame-options'), get('referrer-policy')], path).toEqual([
        'nosniff',
        'DENY',
        'same-origin',
      ])
      expect([get('x-powered-by'), get('server')], path).toEqual(['', ''])
      const policy = get('content-security-policy')
      for (const rule of [
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy, path).toContain(rule)
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(nonces.has(nonce), 'a nonce is used once').toBe(false)
      nonces.add(nonce)
      const tags = get('content-type').startsWith('text/html')
        ? [...answer.text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
        : []
      for (const tag of tags) expect(tag, path).toContain(`nonce="${nonce}"`)
    }
  }
})

test('the session’s cookie is out of reach of scripts and of other sites, and gives a new id at each sign-in', async ({
  browser,
}) => {
  const seen = new Set<string>()
  for (let time = 1; time <= 2; time++) {
    const context = await browser.newContext()
    await signIn(await context.newPage(), 'viewer', own.url)
    const cookies = await context.cookies()
    expect(
      cookies.map(({ name, httpOnly, sameSite, expires }) => [name, httpOnly, sameSite, expires]),
    ).toEqual([['unstuck', true, 'Lax', -1]])
    seen.add(cookies[0]?.value ?? '')
    await context.close()
  }
  expect(seen.size).toBe(2)
})

test('a page that is missing and a page that fails keep their policy, and their scripts run', async ({
  signedInAs,
  strict,
  freshOrder,
}) => {
  strict.allow(
    /status of (404|500)|An error occurred in the Server Components|Minified React error|no such table/,
  )
  const order = await freshOrder()
  const page = await signedInAs('agent', { at: own })
  for (const path of ['/nope', `/orders/${'9'.repeat(200)}`, '/orders/1/2/3']) {
    expect((await page.goto(path))?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
  }
  const db = new DatabaseSync(join(own.dataDir, 'unstuck.db'), { timeout: 5_000 })
  db.exec('ALTER TABLE attempt RENAME TO lost')
  await page.goto(`/orders/${order}?account=Demo+EU`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page could not be shown')
  await expect(page.getByRole('main')).not.toContainText(/no such table|SQL|node_modules|at \//)
  db.exec('ALTER TABLE lost RENAME TO attempt')
  db.close()
  await page.getByRole('button', { name: 'Show the page again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(order)
})

const evil = `<img src=x onerror="window.pwned=1">'"><script>window.pwned=1</script>`
test('whatever comes in through tickets, comments, order numbers and the CA’s words is shown as text', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await simulator.setAnswer({ orderNumber: order, errorCode: -20, errorMessage: evil })
  const api = apiClient(own.url, await issueToken(own.dataDir, 'agent', {}, `token ${evil}`.slice(0, 60)))
  const input = { preferredTimeUTC: '2199-01-01 10:00', comments: `${evil} comment` }
  const body = { account: 'Demo EU', ticket: { id: `${evil} t`.slice(0, 100), system: '<b>x</b>' }, input }
  const answer = await api.perform(order, { operation: 'request-manual-callback', body })
  expect([answer.status, answer.body?.message], answer.text).toEqual([200, evil])
  const page = await signedInAs('administrator', { at: own })
  const tricky = encodeURIComponent('<svg/onload=window.pwned=1>')
  const query = `account=${tricky}&ticket=${tricky}&ignored=${tricky}:empty,phone:not-allowed&attempt=${tricky}`
  for (const path of [
    `/orders/${order}?account=Demo+EU`,
    `/orders/${order}/request-manual-callback?attempt=${answer.body?.attempt}&account=Demo+EU`,
    `/orders/${tricky}?${query}`,
    `/activity?order=${order}`,
    `/activity?person=${tricky}`,
    '/',
    `/search?order=${tricky}%20x`,
    `/sign-in?next=${tricky}&reason=${tricky}`,
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => 'pwned' in window), path).toBe(false)
    expect(await page.getByRole('img').filter({ hasText: 'onerror' }).count(), path).toBe(0)
  }
  await page.goto(`/orders/${order}?account=Demo+EU`)
  await expect(page.getByRole('main')).toContainText('<script>window.pwned=1</script>')
})

test('tricks with paths open no file and fail nothing', async ({ stateOf }) => {
  const cookie = cookieOf(await stateOf('viewer', own.url))
  const tricks = [
    '/orders/..%2f..%2factivity',
    '/orders/%2e%2e',
    '/orders/%00',
    '/orders/%ff',
    '/orders/%25%32%66',
    `/orders/${'1'.repeat(5_000)}`,
    '/orders/1%2f2/schedule-callback',
    '/_next/static/..%2f..%2fserver.js',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/_next/image?url=/etc/passwd&w=64&q=75',
    '/..%2f..%2fetc/passwd',
    '/.env',
    '/data/unstuck.db',
    '/server.js',
    '/api/v1/orders/%ff/events',
    '/go/%ff?order=1',
    '/activity?before=x&after=y&from=0000-99-99',
    '//evil.example/%2f..',
    '/\\evil.example',
    '/orders/1?account=%ff&attempt=%00',
  ]
  for (const path of tricks) {
    const answer = await ask(`${own.url}${path}`, { headers: { cookie } })
    expect(answer.status, path).toBeLessThan(500)
    expect(answer.text, path).not.toMatch(/root:x:|"dependencies"|SQLite format|SESSION_SECRET/)
    const location = answer.headers.get('location')
    if (location !== null) expect(new URL(location, own.url).host, path).toBe(new URL(own.url).host)
  }
})

test('every line the server printed is one JSON object, whatever was put in', async ({ freshOrder }) => {
  const order = await freshOrder()
  const api = apiClient(own.url, await issueToken(own.dataDir, 'agent'))
  const forged = '\n{"level":"info","msg":"forged"}\r\n'
  await api.perform(`1${forged}`)
  await api.perform(order, { body: { account: forged, ticket: { id: forged } } })
  await api.perform(order, { operation: encodeURIComponent(forged) })
  await ask(`${own.url}/orders/1${encodeURIComponent(forged)}?x=${encodeURIComponent(forged)}`)
  await callAction({
    server: own.url,
    path: '/sign-in',
    action: 'signInAction',
    form: { email: forged, password: forged, next: forged },
  })
  // Next's own greeting comes before the first line of the log.
  const lines = own
    .log()
    .split('\n')
    .filter((line) => line !== '')
  const first = lines.findIndex((line) => line.startsWith('{'))
  expect(first).toBeGreaterThanOrEqual(0)
  const read = lines
    .slice(first)
    .map((line) => JSON.parse(line) as { level: string; time: string; msg: string })
  expect(read.every(({ level, time, msg }) => level && time && msg && msg !== 'forged')).toBe(true)
})
