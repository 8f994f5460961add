import { operationIds } from '#lib/ca/operation.ts'
import { eventsBody } from '#lib/api/schemas.ts'
import { admin, apiClient, ask, issueToken, problemOf, receiptOf } from './fixtures/api-client.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expect, test } from './fixtures/test.ts'

/** The machine interface says what the form says, in the documented form, and never more than one call per key. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
let agent: ReturnType<typeof apiClient>
let agentToken: string

test.beforeAll(async () => {
  own = await ownServer()
  agentToken = await issueToken(own.dataDir, 'agent')
  agent = apiClient(own.url, agentToken)
})
test.afterAll(() => own.stop())

test('without a valid token nothing is read and nothing is sent', async ({ freshOrder, simulator }) => {
  const order = await freshOrder()
  const revoked = await issueToken(own.dataDir, 'agent', {}, 'to be revoked')
  await admin(own.dataDir, ['token', 'revoke', '--name', 'to be revoked'])
  for (const token of [null, 'wrong', `unstuck_${'A'.repeat(43)}`, revoked, `${agentToken}x`]) {
    const client = apiClient(own.url, token)
    const answers = [
      await client.perform(order),
      await client.get(`/api/v1/orders/${order}/events`),
      await client.get('/api/v1/operations'),
    ]
    for (const answer of answers) {
      expect(problemOf(answer, 401).cause).toBe('signed-out')
      expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    }
  }
  expect(await simulator.requests(order)).toEqual([])
})

test('a browser’s session opens nothing here', async ({ signedInAs, freshOrder, simulator }) => {
  const order = await freshOrder()
  const page = await signedInAs('manager', { at: own })
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'from-a-browser', origin: own.url }
  const path = `${own.url}/api/v1/orders/${order}/operations/resend-click-through-email`
  const answer = await page.request.post(path, { headers, data: { account: 'Demo EU' } })
  expect(answer.status()).toBe(401)
  expect((await page.request.get(`${own.url}/api/v1/orders/${order}/events`)).status()).toBe(401)
  expect(await simulator.requests(order)).toEqual([])
})

test('a token opens no page and no export', async () => {
  for (const path of ['/', '/activity', '/orders/10000101', '/activity/export']) {
    const answer = await agent.get(path)
    const kind = answer.status === 200 ? await ask(`${own.url}${path}`) : answer
    expect([answer.status, kind.text.includes('Attempts on this order')], path).not.toEqual([200, true])
    expect([307, 303, 401], path).toContain(answer.status)
  }
})

test('a token’s role is checked for each operation', async ({ freshOrder, simulator }) => {
  const order = await freshOrder()
  const viewer = apiClient(own.url, await issueToken(own.dataDir, 'viewer'))
  for (const operation of operationIds)
    expect(problemOf(await viewer.perform(order, { operation }), 403).cause).toBe('forbidden')
  const body = {
    account: 'Demo EU',
    input: { phoneNumber: '+49 30 1234567' },
    reason: 'asked by the customer',
  }
  expect(
    problemOf(await agent.perform(order, { operation: 'replace-callback-phone', body }), 403).title,
  ).toContain('role')
  expect(await simulator.requests(order)).toEqual([])
  expect(eventsBody.parse((await viewer.get(`/api/v1/orders/${order}/events`)).body).events).toEqual([])
})

test('a key sends once: again it gets the first receipt, with other content it is refused, and two tokens may share a word', async ({
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  for (const key of [null, '', ' ', 'ä', 'x'.repeat(256), 'a b'])
    problemOf(
      await agent.perform(order, key === 'ä' ? { key: null, headers: { 'idempotency-key': 'Ã¤' } } : { key }),
      400,
    )
  expect(await simulator.requests(order)).toEqual([])

  const first = receiptOf(await agent.perform(order, { key: 'same-word' }))
  expect([first.kind, first.repeated, first.order]).toEqual(['done', false, order])
  const again = receiptOf(await agent.perform(order, { key: 'same-word' }))
  expect(again).toEqual({ ...first, repeated: true })

  const other = await freshOrder()
  expect(problemOf(await agent.perform(other, { key: 'same-word' }), 409).cause).toBe('key-reused')
  const second = apiClient(own.url, await issueToken(own.dataDir, 'agent'))
  expect(receiptOf(await second.perform(other, { key: 'same-word' })).repeated).toBe(false)
  expect((await simulator.requests(order)).length + (await simulator.requests(other)).length).toBe(2)
})

test('twenty arrivals of one key at once are one call and one receipt', async ({ freshOrder, simulator }) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 500 })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => agent.perform(order, { key: `once-${order}` })),
  )
  const receipts = answers.map(receiptOf)
  expect(new Set(receipts.map((one) => one.attempt)).size).toBe(1)
  expect(receipts.filter((one) => !one.repeated)).toHaveLength(1)
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a request that has not the documented form is a 4xx that names what is wrong, and nothing is sent', async ({
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const send = (body: unknown, headers = {}) => agent.perform(order, { body, headers })
  problemOf(await send('{"account":'), 400)
  problemOf(await send('[]'), 400)
  problemOf(await send('null'), 400)
  problemOf(await send(''), 400)
  problemOf(await send({ account: 'Demo EU', surprise: 1 }), 400)
  expect(problemOf(await send({ account: 'Demo EU', ticket: { id: '' } }), 400).errors?.[0]?.field).toBe(
    'ticket.id',
  )
  problemOf(await send({ account: 'Demo EU', override: true }), 400)
  problemOf(await send({ account: 'Demo EU', input: { comments: { deep: 1 } } }), 400)
  problemOf(await send({ account: 'Demo EU' }, { 'content-type': 'text/plain' }), 415)
  problemOf(await send({ account: 'Demo EU' }, { 'content-type': 'application/x-www-form-urlencoded' }), 415)
  problemOf(await send({ account: 'Demo EU', reason: 'x'.repeat(70_000) }), 413)
  problemOf(await send('['.repeat(60_000)), 400)

  const notThere = problemOf(await agent.perform(order, { operation: 'revoke-everything' }), 404)
  expect(notThere.errors?.[0]?.field).toBe('operation')
  for (const name of ['constructor', '__proto__', 'toString'])
    problemOf(await agent.perform(order, { operation: name }), 404)
  expect(problemOf(await send({ account: 'No such' }), 404).cause).toBe('account')
  // There are two, so leaving it out names none.
  expect(problemOf(await send({}), 404).cause).toBe('account')
  expect(await simulator.requests(order)).toEqual([])
})

test('input that the CA would refuse is a 422 with an entry for each field', async ({
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const fieldsOf = async (operation: string, input: object, client = agent) => {
    const answer = await client.perform(order, { operation, body: { account: 'Demo EU', input } })
    const problem = problemOf(answer, 422)
    expect(problem.cause).toBe('input')
    for (const error of problem.errors ?? []) expect(error.message).toMatch(/\S.*\.$/)
    return (problem.errors ?? []).map((error) => error.field).sort()
  }
  expect(await fieldsOf('schedule-callback', {})).toEqual(['preferredTimeUTC'])
  const both = { preferredTimeUTC: 'tomorrow', extensionNumber: '123456' }
  expect(await fieldsOf('schedule-callback', both)).toEqual(['extensionNumber', 'preferredTimeUTC'])
  expect(await fieldsOf('schedule-callback', { preferredTimeUTC: '2020-01-01 10:00:00' })).toEqual([
    'preferredTimeUTC',
  ])
  const manager = apiClient(own.url, await issueToken(own.dataDir, 'manager'))
  const wrong = { phoneNumber: '1'.repeat(33) }
  expect(await fieldsOf('replace-callback-phone', wrong, manager)).toEqual(['phoneNumber', 'reason'])
  const injected = { dcvEmailAddress: 'a@b.example\r\nloginName=x' }
  expect(await fieldsOf('resend-dcv-email', injected)).toEqual(['dcvEmailAddress'])
  expect(await fieldsOf('resend-dcv-email', { loginPassword: 'x' })).toEqual(['loginPassword'])
  expect(await simulator.requests(order)).toEqual([])
})
