import { randomBytes } from 'node:crypto'
import { eventsBody, receiptBody } from '#lib/api/schemas.ts'
import { startPostgres, type RunningPostgres } from '../scripts/postgres.ts'
import { admin, apiClient, ask, issueToken, problemOf } from './fixtures/api-client.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expectArrived, readyToSend, receipt, sendButton, whatHappened } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

/** Two servers over one PostgreSQL are one desk: no double call, one session, and what one leaves open the other tells honestly. */

test.describe.configure({ mode: 'default' })

let postgres: RunningPostgres
let env: Record<string, string>
let one: OwnServer
let two: OwnServer
let token: string

test.beforeAll(async () => {
  const started = await startPostgres()
  if ('missing' in started) throw new Error(started.missing)
  postgres = started
  env = {
    DATABASE_URL: started.url,
    SESSION_SECRET: randomBytes(32).toString('base64'),
    VAULT_KEY: randomBytes(32).toString('hex'),
  }
  // With the database named, `sharesData` means no more than: do not add the sample people again.
  ;[one, two] = await Promise.all([ownServer({ env }), ownServer({ env, sharesData: true })])
  token = await issueToken(one.dataDir, 'manager', env)
})
test.afterAll(async () => {
  await two?.stop()
  await one?.stop()
  await postgres?.stop()
})

test('two people at once on two servers cause one call, and the second is told who was first', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 4_000 })
  const ann = await signedInAs('agent', { at: one })
  const max = await signedInAs('manager', { at: two })
  await readyToSend(ann, order)
  await readyToSend(max, order)
  await Promise.all([sendButton(ann).click(), sendButton(max).click()])
  for (const page of [ann, max]) await expect(receipt(page, 'Done').or(whatHappened(page))).toBeVisible()
  const told = [ann, max].map((page) => whatHappened(page))
  expect((await told[0]?.isVisible()) !== (await told[1]?.isVisible()), 'one receipt and one notice').toBe(
    true,
  )
  const notice = (await told[0]?.isVisible()) ? told[0] : told[1]
  await expect(notice ?? ann.locator('never')).toContainText(
    /Not sent: (Ann Kowalski|Max Okafor) is sending this right now/,
  )
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('one key at both servers, many times at once, is one call and one receipt', async ({
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 400 })
  const clients = [one, two].map((server) => apiClient(server.url, token))
  const wishes = Array.from({ length: 6 }, () =>
    clients.map((client) => client.perform(order, { key: `both-${order}` })),
  )
  const answers = await Promise.all(wishes.flat())
  const receipts = answers.map((answer) => receiptBody.parse(answer.body))
  expect(new Set(receipts.map((each) => each.attempt)).size).toBe(1)
  expect(receipts.filter((each) => !each.repeated)).toHaveLength(1)
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a session of one server is good at the other, and signing out at one ends it at both', async ({
  browser,
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const kept = await signedInAs('administrator', { at: one })
  await kept.goto(`${two.url}/orders/${order}?account=Demo+EU`)
  await expect(kept.getByRole('heading', { level: 1 })).toContainText(order)

  // The cookie that somebody may have copied has to be worthless after the sign-out.
  const copy = await browser.newContext({ storageState: await kept.context().storageState() })
  await kept.goto(one.url)
  await kept.getByRole('button', { name: /Ada Moreau/ }).click()
  await kept.getByRole('button', { name: 'Sign out' }).click()
  await expect(kept).toHaveURL(/\/sign-in/)
  const page = await copy.newPage()
  for (const server of [two, one]) {
    await page.goto(`${server.url}/`)
    await expect(page).toHaveURL(/\/sign-in/)
  }
  await copy.close()
})

test('a server killed in the middle of a call: the call becomes unknown, is never made again, and no acknowledged receipt is lost', async ({
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const other = await freshOrder()
  const atOne = apiClient(one.url, token)
  const atTwo = apiClient(two.url, token)
  const body = { account: 'Demo EU', override: { reason: 'one of several' } }
  const acknowledged = []
  for (let sent = 0; sent < 5; sent++)
    acknowledged.push(receiptBody.parse((await atOne.perform(other, { body })).body))

  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 4_000 })
  const lost = atOne.perform(order, { key: `killed-${order}` }).catch(() => null)
  await expectArrived(simulator, order)
  await one.kill()
  expect(await lost, 'no answer came from the killed server').toBeNull()

  // While nobody knows better, the neighbour calls it under way and lets nobody repeat it.
  const meanwhile = await atTwo.perform(order, { body })
  expect(problemOf(meanwhile, 409).duplicate?.kind).toBeNull()

  await one.start()
  const settled = receiptBody.parse((await atTwo.perform(order, { key: `killed-${order}` })).body)
  expect([settled.kind, settled.repeated]).toEqual(['unknown', true])
  expect(settled.title).toBe('Unknown: the program ended in between')
  expect(await simulator.requests(order)).toHaveLength(1)

  const { events } = eventsBody.parse((await atTwo.get(`/api/v1/orders/${other}/events`)).body)
  const outcomes = new Map(
    events.filter((event) => event.outcome !== null).map((event) => [event.attempt, event.outcome]),
  )
  for (const { attempt, kind } of acknowledged) expect(outcomes.get(attempt)).toBe(kind)
  expect(await admin(one.dataDir, ['history', 'verify'], '', env)).toContain('The history is whole')
})

test('without its database a server is alive, not ready, sends nothing and says so', async ({
  freshOrder,
  page: screen,
  simulator,
}) => {
  const order = await freshOrder()
  await screen.goto(`${two.url}/sign-in`)
  await postgres.stop()
  expect((await ask(`${two.url}/api/health/live`)).status).toBe(200)
  expect((await ask(`${two.url}/api/health/ready`)).status).toBe(503)
  const answer = await apiClient(two.url, token).perform(order)
  expect(answer.status, answer.text).toBe(503)
  expect(answer.body).toMatchObject({ kind: 'not-sent', cause: 'history' })
  const page = await ask(`${two.url}/sign-in`)
  expect([page.status, page.text.includes('Sign in')]).toEqual([200, true])
  expect(await simulator.requests(order)).toEqual([])

  await steps.fillSignIn(screen, { email: 'somebody@demo.example', password: 'whatever it may be' })
  await expect(steps.summaryOf(screen)).toContainText('could not check this just now')
  await expect(screen.getByRole('textbox', { name: 'E-mail address' })).toHaveValue('somebody@demo.example')
})
