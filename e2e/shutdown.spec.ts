import { setTimeout as sleep } from 'node:timers/promises'
import { eventsBody } from '#lib/api/schemas.ts'
import { admin, apiClient, ask, issueToken, problemOf, receiptOf } from './fixtures/api-client.ts'
import { expectArrived, readyToSend, sendButton, whatHappened } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'

/** SIGTERM to the built program: readiness goes off, nothing new is sent, what is under way ends with its receipt, and the status is 0. */

const ready = async (url: string) => (await ask(`${url}/api/health/ready`)).status

test('a server that is told to stop finishes the call under way, refuses new ones, and ends with status 0', async ({
  startOwnServer,
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const server = await startOwnServer({ env: { SHUTDOWN_DRAIN_SECONDS: '8', CA_TIMEOUT_MS: '14000' } })
  const token = await issueToken(server.dataDir, 'manager')
  const client = apiClient(server.url, token)
  const [order, other, watched] = [await freshOrder(), await freshOrder(), await freshOrder()]
  const page = await signedInAs('agent', { at: server })
  await readyToSend(page, watched)
  expect(await ready(server.url)).toBe(200)

  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 11_000 })
  const sending = client.perform(order, { key: `stop-${order}` })
  await expectArrived(simulator, order)
  const stopped = server.stop()

  await expect.poll(() => ready(server.url)).toBe(503)
  expect((await ask(`${server.url}/api/health/live`)).status).toBe(200)
  const refused = await client.perform(other)
  expect(problemOf(refused, 503).cause).toBe('stopping')
  expect(refused.headers.get('retry-after')).toBe('10')
  await sendButton(page).click()
  await expect(whatHappened(page)).toContainText('Not sent: the server is stopping')
  expect(await ready(server.url)).toBe(503)

  expect(receiptOf(await sending).kind).toBe('done')
  expect(await stopped).toBe(0)
  expect(await simulator.requests(other)).toEqual([])
  expect(await simulator.requests(watched)).toEqual([])

  await server.start()
  const { events } = eventsBody.parse((await client.get(`/api/v1/orders/${order}/events`)).body)
  expect(events.map((event) => event.kind)).toEqual(['attempt.intended', 'attempt.settled'])
  expect(await admin(server.dataDir, ['history', 'verify'])).toContain('The history is whole')
})

test('a call goes on to its outcome when its browser has gone and the server is told to stop', async ({
  startOwnServer,
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const server = await startOwnServer()
  const order = await freshOrder()
  const page = await signedInAs('agent', { at: server })
  await readyToSend(page, order)
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 3_000 })
  await sendButton(page).click()
  await expectArrived(simulator, order)
  await page.context().close()
  await sleep(200)
  expect(await server.stop()).toBe(0)

  await server.start()
  const client = apiClient(server.url, await issueToken(server.dataDir, 'viewer'))
  const { events } = eventsBody.parse((await client.get(`/api/v1/orders/${order}/events`)).body)
  expect(events.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['attempt.intended', null],
    ['attempt.settled', 'done'],
  ])
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a server that nobody has asked anything ends at once', async ({ startOwnServer }) => {
  const server = await startOwnServer()
  const before = Date.now()
  expect(await server.stop()).toBe(0)
  // Waiting for something that is not under way, it would take its limit of 25 seconds.
  expect(Date.now() - before).toBeLessThan(10_000)
})
