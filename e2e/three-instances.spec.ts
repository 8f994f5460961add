import { readdirSync } from 'node:fs'
import { receiptBody } from '#lib/api/schemas.ts'
import { samplePerson } from '../scripts/support/sample-people.ts'
import { admin, apiClient, ask, plainOperation, problemOf, receiptOf } from './fixtures/api-client.ts'
import { loadThrough } from './fixtures/load.ts'
import { sentFor } from './fixtures/order-state.ts'
import { callAction, cookieOf } from './fixtures/raw-actions.ts'
import { expect, test } from './fixtures/test.ts'
import { attemptsPerMinute, startThree, type ThreeInstances } from './fixtures/three-instances.ts'
import * as steps from './steps.ts'

/** Three servers over one PostgreSQL, under load, one of them killed: nothing acknowledged is lost, nothing is sent twice. */

test.describe.configure({ mode: 'default' })

let three: ThreeInstances
test.beforeAll(async () => {
  three = await startThree()
})
test.afterAll(() => three?.stop())

const url = (server: number) => three.servers[server]?.url ?? ''
const quiet = (server: number) => apiClient(url(server), three.tokens[3] ?? '')
const viewer = samplePerson('viewer')
const signIn = (server: string, password: string = viewer.password) =>
  callAction({
    server,
    path: '/sign-in',
    action: 'signInAction',
    form: { email: viewer.email, password, next: '/' },
  })

test('three that begin in the same moment bring an empty database up to date once', async () => {
  const written = readdirSync('lib/store/migrations').filter((name) => /^\d{4}-/.test(name))
  const applied = await three.rows<{ name: string }>('select name from kysely_migration order by name')
  expect(applied.map(({ name }) => `${name}.ts`)).toEqual(written.toSorted())
  expect(await three.rows('select id from instance')).toHaveLength(3)
})

test('under load, with one killed in the middle, nothing acknowledged is lost and nothing is sent twice', async ({
  freshOrder,
  simulator,
  stateOf,
}) => {
  test.setTimeout(120_000)
  const slow = async (delayMs: number, patch?: object) => {
    const order = await freshOrder(patch)
    await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs })
    return order
  }
  const slowOnes = (count: number, delayMs: number, patch?: object) =>
    Promise.all(Array.from({ length: count }, () => slow(delayMs, patch)))
  const sent = async (order: string) => (await sentFor(simulator, order)).length
  const cookie = cookieOf(await stateOf('agent', three.url))
  const approver = cookieOf(await stateOf('administrator', three.url))
  const [waits] = await slowOnes(1, 200)
  const wish = {
    operation: 'replace-callback-phone',
    key: 'waits',
    body: { account: steps.account, input: { phoneNumber: '+442079460001' }, reason: steps.reason },
  }
  problemOf(await quiet(0).perform(waits ?? '', wish), 202)
  const [approval] = await three.rows<{ id: string }>('select id from approval')
  const [us] = await three.rows<{ id: string }>(`select id from account where label = 'Demo US'`)

  const [dies, outlives] = [await slow(18_000), await slow(12_000)]
  const load = loadThrough(three.url, three.tokens.slice(0, 3))
  const orders = await slowOnes(3 * (attemptsPerMinute + 6), 120)
  const read = await slowOnes(4, 150, { account: 'demo-us' })
  const running = load.run(orders)
  const signIns = [1, 2, 3].map(() => signIn(three.url).catch(() => null))
  const reads = read.map((order, at) =>
    ask(`${url(1 + (at % 2))}/orders/${order}/state`, {
      method: 'POST',
      headers: { cookie, origin: url(1 + (at % 2)), 'content-type': 'application/json' },
      body: JSON.stringify({ account: us?.id, reason: null, automatic: false }),
    }),
  )
  const approvals = [1, 2, 1, 2].map((server) =>
    callAction({
      server: url(server),
      path: `/orders/${waits}`,
      action: 'approveChangeAction',
      cookie: approver,
      form: { approval: approval?.id ?? '' },
    }),
  )
  await expect.poll(() => load.acknowledged.size, { timeout: 15_000 }).toBeGreaterThan(attemptsPerMinute)
  // One waits for the CA when its server is killed, and another, at its neighbour, waits for longer than that.
  const lost = quiet(0)
    .perform(dies, { key: 'dies' })
    .catch(() => null)
  const kept = quiet(1).perform(outlives)
  for (const order of [dies, outlives]) await expect.poll(() => sent(order)).toBe(1)
  await three.servers[0]?.kill()
  expect(await lost, 'no answer came from the killed server').toBeNull()
  await three.servers[0]?.start()
  await running

  // The dead one’s attempt is unknown long before its deadline; the slow one’s is not.
  const settled = receiptBody.parse((await quiet(2).perform(dies, { key: 'dies' })).body)
  expect([settled.kind, settled.repeated]).toEqual(['unknown', true])
  expect(receiptBody.parse((await kept).body).kind).toBe('done')

  await load.askAgain(orders)
  const rows = await three.rows<{
    key: string
    order_number: string
    outcome_kind: string | null
    early: boolean
  }>('select key, order_number, outcome_kind, settled_at < deadline_at as early from attempt')
  const kinds = new Map(rows.map((row) => [row.key, row.outcome_kind]))
  for (const [attempt, kind] of load.acknowledged) expect(kinds.get(attempt)).toBe(kind)
  expect(rows.filter((row) => row.outcome_kind === null)).toEqual([])
  expect(rows.filter((row) => row.outcome_kind === 'unknown' && !row.early)).toEqual([])
  expect(new Set(rows.map((row) => row.order_number)).size, 'one attempt for each order').toBe(rows.length)
  const done = new Set(rows.filter((row) => row.outcome_kind === 'done').map((row) => row.order_number))
  for (const order of [...orders, dies, outlives]) {
    const calls = await sent(order)
    expect(done.has(order) ? calls === 1 : calls <= 1, `${order}: ${calls} calls`).toBe(true)
  }

  for (const answer of await Promise.all(reads)) expect(answer.text).toContain('"is":"read"')
  const moments = (await Promise.all(read.map((order) => simulator.requests(order)))).flat()
  const times = moments.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b)
  expect(times.length).toBeGreaterThanOrEqual(read.length)
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0))
  expect(Math.min(...gaps), 'no read began before the one before had ended').toBeGreaterThanOrEqual(149)

  const decided = await Promise.all(approvals)
  expect(decided.filter(({ text }) => text.includes('"ok":true'))).toHaveLength(1)
  expect(await sent(waits ?? '')).toBe(1)
  expect(receiptOf(await quiet(2).perform(waits ?? '', wish)).repeated).toBe(true)

  const cookies = (await Promise.all(signIns)).map((answer) => answer?.headers.get('set-cookie') ?? '')
  expect(cookies.some((one) => one.includes('unstuck='))).toBe(true)
})

test('attempts in a minute are counted over all servers', async () => {
  const attempts = await three.rows<{ actor_id: string; at: number }>(
    'select actor_id, intended_at::float8 as at from attempt order by intended_at',
  )
  const times = Map.groupBy(attempts, ({ actor_id }) => actor_id)
  for (const own of times.values())
    for (const [at, later] of own.slice(attemptsPerMinute).entries())
      expect(later.at - (own[at]?.at ?? 0)).toBeGreaterThanOrEqual(60_000)
  // Somebody came to the limit, else this says nothing.
  const most = Math.max(...[...times.values()].map((own) => own.length))
  expect(most).toBeGreaterThanOrEqual(attemptsPerMinute)
})

test('the same operation asked for at three servers at once under three keys is one call', async ({
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const answers = await Promise.all([0, 1, 2].map((server) => quiet(server).perform(order)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(await sentFor(simulator, order)).toHaveLength(1)
})

test('a hold that one server places stops all three', async ({ freshOrder, simulator }) => {
  const order = await freshOrder({ account: 'demo-us' })
  const body = { account: 'Demo US' }
  await simulator.setAnswer({
    endpoint: '!UpdateUserEvClickThrough',
    orderNumber: order,
    errorCode: -16,
    times: 1,
  })
  expect(receiptOf(await quiet(0).perform(order, { operation: plainOperation, body })).kind).toBe('refused')
  for (const server of [0, 1, 2]) problemOf(await quiet(server).perform(await freshOrder(), { body }), 423)
  expect(await sentFor(simulator, order)).toHaveLength(1)
})

test('a session is good at every server and ends at all of them, and guesses count at all of them', async ({
  stateOf,
}) => {
  const cookie = cookieOf(await stateOf('agent', three.url))
  const statuses = () =>
    Promise.all([0, 1, 2].map(async (at) => (await ask(`${url(at)}/`, { headers: { cookie } })).status))
  expect(await statuses()).toEqual([200, 200, 200])
  await callAction({ server: url(1), path: '/', action: 'signOutAction', args: [], cookie })
  expect(await statuses()).toEqual([307, 307, 307])

  for (let guess = 0; guess < 8; guess++) await signIn(three.url, `wrong guess ${guess}`)
  for (const server of [0, 1, 2]) expect((await signIn(url(server))).text).toContain('Too many tries')
})

test('the history is whole after all that', async () => {
  expect(await admin(three.dataDir, ['history', 'verify'], '', three.env)).toContain('The history is whole')
})
