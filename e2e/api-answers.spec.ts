import { createServer } from 'node:net'
import { once } from 'node:events'
import { operationIds } from '#lib/ca/operation.ts'
import { eventsBody, operationsBody } from '#lib/api/schemas.ts'
import { admin, apiClient, ask, issueToken, problemOf, receiptOf } from './fixtures/api-client.ts'
import { harness } from './fixtures/harness.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expect, test } from './fixtures/test.ts'

/** What the machine interface answers when it was asked well: receipts, guards, lists, and a document that describes them all. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
let agent: ReturnType<typeof apiClient>

test.beforeAll(async () => {
  own = await ownServer({ env: { ATTEMPTS_PER_MINUTE: '60' } })
  agent = apiClient(own.url, await issueToken(own.dataDir, 'agent'))
})
test.afterAll(() => own.stop())

test('a duplicate says who, when, for which ticket and with what outcome, and goes past with a reason', async ({
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const ticket = { id: 'T-1', system: 'jira' }
  const first = receiptOf(await agent.perform(order, { body: { account: 'Demo EU', ticket } }))
  const stopped = problemOf(await agent.perform(order), 409)
  expect(stopped.cause).toBe('duplicate')
  expect(stopped.duplicate).toEqual({
    attempt: first.attempt,
    actor: expect.stringContaining('token-'),
    at: first.at,
    ticket,
    kind: 'done',
    title: first.title,
  })
  const body = { account: 'Demo EU', override: { reason: 'The customer deleted it.' } }
  expect(receiptOf(await agent.perform(order, { body })).attempt).not.toBe(first.attempt)
  expect(await simulator.requests(order)).toHaveLength(2)
})

test('each kind of receipt comes as a 200 that says its kind', async ({ freshOrder, simulator }) => {
  const cases = [
    { kind: 'done', given: { errorCode: 0, status: 1 } },
    { kind: 'nothing-done', given: { errorCode: 0, status: 0 } },
    { kind: 'refused', given: { errorCode: -20 } },
    { kind: 'unrecognised', given: { errorCode: -987 } },
    { kind: 'unknown', given: { raw: '<html>down</html>', contentType: 'text/html' } },
  ]
  for (const { kind, given } of cases) {
    const order = await freshOrder()
    await simulator.setAnswer({ orderNumber: order, ...given })
    const receipt = receiptOf(await agent.perform(order))
    expect(receipt.kind).toBe(kind)
    expect(receipt.code).toBe(given.errorCode ?? null)
  }
  const order = await freshOrder()
  expect(receiptOf(await agent.perform(order, { operation: 'resend-callback-email' })).kind).toBe('passed-on')
})

test('events come a page at a time in order, each hash once, and the operations list matches the catalogue', async ({
  freshOrder,
}) => {
  const order = await freshOrder()
  const reason = { reason: 'again' }
  for (let sent = 0; sent < 3; sent++)
    receiptOf(await agent.perform(order, { body: { account: 'Demo EU', override: reason } }))
  const path = `/api/v1/orders/${order}/events`
  const page = eventsBody.parse((await agent.get(path)).body)
  expect(page.events.map((event) => event.kind)).toEqual(
    [1, 2, 3].flatMap(() => ['attempt.intended', 'attempt.settled']),
  )
  expect(page.next).toBeNull()
  const seqs = page.events.map((event) => event.seq)
  expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  const rest = eventsBody.parse((await agent.get(`${path}?after=${seqs[3]}`)).body)
  expect(rest.events.map((event) => event.seq)).toEqual(seqs.slice(4))
  for (const after of ['x', '-1', '1.5', '9'.repeat(16), '1%20or%201'])
    problemOf(await agent.get(`${path}?after=${after}`), 400)
  const listed = operationsBody.parse((await agent.get('/api/v1/operations')).body)
  expect(listed.operations.map((one) => one.id).sort()).toEqual([...operationIds].sort())
})

test('the OpenAPI document has every path and method that answers, and all its references lead somewhere', async () => {
  const answer = await ask(`${own.url}/api/v1/openapi.json`)
  const document = answer.body as {
    openapi: string
    servers: unknown
    paths: Record<string, Record<string, unknown>>
  }
  expect(document.openapi).toBe('3.1.0')
  expect(document.servers).toEqual([{ url: own.url }])
  const refs = [...answer.text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(refs.length).toBeGreaterThan(0)
  for (const ref of new Set(refs)) {
    expect(ref).toMatch(/^#\//)
    const found = ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document)
    expect(found, ref).toBeDefined()
  }
  const expected = operationIds.map((id) => `/api/v1/orders/{orderNumber}/operations/${id}`)
  expect(Object.keys(document.paths).sort()).toEqual(
    [...expected, '/api/v1/orders/{orderNumber}/events', '/api/v1/operations'].sort(),
  )
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((one) => (one as { operationId: string }).operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of operationIds)
    expect((await ask(`${own.url}/api/v1/orders/1/operations/${id}`)).status, `GET ${id}`).toBe(405)
})

test('an account on hold is a 423, and a lifted hold sends again', async ({ freshOrder, simulator }) => {
  const held = await freshOrder()
  await simulator.setAnswer({ orderNumber: held, errorCode: -16, times: 1 })
  const add = [
    'account',
    'add',
    '--label',
    'Held',
    '--login-name',
    'demo-eu',
    '--base-url',
    `${harness().simulatorUrl}/products/`,
  ]
  await admin(own.dataDir, add, 'demo-eu-password')
  const body = { account: 'Held' }
  const refused = receiptOf(await agent.perform(held, { body }))
  expect([refused.kind, refused.code]).toEqual(['refused', -16])
  const order = await freshOrder()
  expect(problemOf(await agent.perform(order, { body }), 423).cause).toBe('hold')
  expect(await simulator.requests(order)).toEqual([])
  // Other accounts are not held up.
  receiptOf(await agent.perform(await freshOrder()))
  await admin(own.dataDir, ['account', 'lift-hold', '--label', 'Held', '--note', 'checked'])
  // Lifted by another process, it may take the three seconds in which the server itself still remembers the refusal.
  await expect
    .poll(async () => (await agent.perform(order, { body })).body?.kind, { timeout: 8_000 })
    .toBe('done')
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a CA that refuses the connection is a 502, and the same key may be used to see that nothing left', async ({
  freshOrder,
}) => {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  listener.close()
  const add = [
    'account',
    'add',
    '--label',
    'Down',
    '--login-name',
    'x',
    '--base-url',
    `http://127.0.0.1:${port}/products/`,
  ]
  await admin(own.dataDir, add, 'some password')
  const order = await freshOrder()
  const down = await agent.perform(order, { key: `down-${order}`, body: { account: 'Down' } })
  expect(problemOf(down, 502).title).toBe('Not sent: the CA’s server refused the connection')
  expect((await agent.perform(order, { key: `down-${order}`, body: { account: 'Down' } })).status).toBe(502)
  // What never left does not stand in the way of the next try.
  expect((await agent.perform(order, { body: { account: 'Down' } })).status).toBe(502)
})

test('more attempts than a minute allows are a 429 with Retry-After, and hold up nobody else', async ({
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const eager = apiClient(own.url, await issueToken(own.dataDir, 'agent'))
  const body = { account: 'Demo EU', override: { reason: 'load' } }
  const statuses: number[] = []
  for (let sent = 0; sent < 61; sent++) {
    const answer = await eager.perform(order, { body })
    statuses.push(answer.status)
    if (answer.status === 200) continue
    expect(problemOf(answer, 429).cause).toBe('throttled')
    const seconds = Number(answer.headers.get('retry-after'))
    expect(seconds).toBeGreaterThanOrEqual(1)
    expect(seconds).toBeLessThanOrEqual(60)
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(60)
  expect(await simulator.requests(order)).toHaveLength(60)
  receiptOf(await agent.perform(await freshOrder()))
})
