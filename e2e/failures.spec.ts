import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { eventsBody } from '#lib/api/schemas.ts'
import { apiClient, issueToken } from './fixtures/api-client.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expectArrived, readyToSend, receipt, sendButton, whatHappened } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'

/** Whatever the CA or the disk does, a person reads an honest end of it in time, and everybody else works on. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
const caTimeout = 2_500

test.beforeAll(async () => {
  own = await ownServer({ env: { CA_TIMEOUT_MS: String(caTimeout), CA_CONNECT_TIMEOUT_MS: '1000' } })
})
test.afterAll(() => own.stop())

const faults = [
  ['90000001', 'slow: longer than the limit', 'Unknown'],
  ['90000002', 'silent', 'Unknown'],
  ['90000003', 'reset-before', 'Unknown'],
  ['90000004', 'reset-after', 'Unknown'],
  ['90000005', 'cut-body', 'Unknown'],
  ['90000006', 'html-page', 'Unknown'],
  ['90000007', 'http-500', 'Unknown'],
  ['90000008', 'redirect', 'Unknown'],
  ['90000009', 'wrong-type', 'Done'],
  ['90000010', 'latin-1', 'Refused'],
  ['90000011', 'huge', 'Unknown'],
  ['90000012', 'unknown-code', 'Unrecognised'],
  ['90000013', 'unknown-status', 'Unrecognised'],
  ['90000014', 'empty', 'Unknown'],
] as const

for (const [order, fault, kind] of faults) {
  test(`${fault} ends as “${kind}”, once, in time, and stays so in the timeline`, async ({
    signedInAs,
    simulator,
  }) => {
    const before = (await simulator.requests(order)).length
    const page = await signedInAs('agent', { at: own })
    await readyToSend(page, order)
    await sendButton(page).click()
    await expect(receipt(page, kind)).toBeVisible({ timeout: caTimeout + 3_000 })
    if (kind === 'Unknown') {
      await expect(page.getByRole('link', { name: 'Record what became of it' })).toBeVisible()
      await expect(page.getByRole('article').getByRole('link', { name: /again/i })).toHaveCount(0)
    }
    await expect(page).toHaveURL(/attempt=/)
    await page.reload()
    await expect(receipt(page, kind)).toBeVisible()
    const timeline = page.getByRole('region', { name: /^Attempts on this order/ })
    await expect(timeline.getByRole('listitem').filter({ hasText: kind }).first()).toBeVisible()
    const requests = await simulator.requests(order)
    expect(requests.length - before).toBe(1)
    const paths = (await simulator.allRequests()).map(({ path }) => path)
    expect(paths.length).toBeGreaterThan(0)
    expect(paths).not.toContain('/followed-redirect')
  })
}

test('while one person waits for a silent CA, another one’s work on the same account is done', async ({
  startOwnServer,
  signedInAs,
  freshOrder,
  simulator,
}) => {
  // It waits long enough that the other's press has not to be quick.
  const patient = await startOwnServer({ env: { CA_TIMEOUT_MS: '10000' } })
  const stuck = await freshOrder()
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: stuck, fault: 'silent' })
  const ann = await signedInAs('agent', { at: patient })
  const max = await signedInAs('manager', { at: patient })
  await readyToSend(ann, stuck)
  await readyToSend(max, order)
  await sendButton(ann).click()
  await expectArrived(simulator, stuck)
  await sendButton(max).click()
  await expect(receipt(max, 'Done')).toBeVisible()
  await expect(receipt(ann, 'Unknown')).toBeVisible()
  // The history tells who was first, however late a page shows it.
  const api = apiClient(patient.url, await issueToken(patient.dataDir, 'viewer'))
  const settledAt = async (about: string) => {
    const { events } = eventsBody.parse((await api.get(`/api/v1/orders/${about}/events`)).body)
    return events.find(({ kind }) => kind === 'attempt.settled')?.seq ?? 0
  }
  expect(await settledAt(order)).toBeGreaterThan(0)
  expect(await settledAt(order)).toBeLessThan(await settledAt(stuck))
})

test('a -16 puts the account on hold for everybody, and the form says so instead of sending', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const locked = await freshOrder({ account: 'demo-us' })
  const order = await freshOrder({ account: 'demo-us' })
  await simulator.setAnswer({ orderNumber: locked, errorCode: -16 })
  const ann = await signedInAs('agent', { at: own })
  const max = await signedInAs('manager', { at: own })
  await readyToSend(max, order, { account: 'Demo US' })
  await readyToSend(ann, locked, { account: 'Demo US' })
  await sendButton(ann).click()
  await expect(receipt(ann, 'Refused')).toBeVisible()
  await sendButton(max).click()
  await expect(whatHappened(max)).toContainText('Not sent: the account Demo US is on hold')
  expect(await simulator.requests(order)).toEqual([])
})

function change(statement: string): void {
  const db = new DatabaseSync(join(own.dataDir, 'unstuck.db'), { timeout: 5_000 })
  db.exec(statement)
  db.close()
}

/** What a full or read-only disk does to a writer: each such change of this table fails. Answers with what ends it. */
function breakWrites(verb: 'INSERT' | 'UPDATE', table: string): () => void {
  change(
    `CREATE TRIGGER broken BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
  )
  return () => change('DROP TRIGGER broken')
}

test('when the history cannot be written nothing is sent, on the screen and over HTTP, and afterwards it is', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const api = apiClient(own.url, await issueToken(own.dataDir, 'agent'))
  const page = await signedInAs('agent', { at: own })
  await readyToSend(page, order, { ticket: 'full disk' })
  const mend = breakWrites('INSERT', 'event')
  try {
    await sendButton(page).click()
    await expect(whatHappened(page)).toContainText('Not sent: the history could not be written')
    const answer = await api.perform(order)
    expect([answer.status, answer.body?.cause]).toEqual([503, 'history'])
    expect(await simulator.requests(order)).toEqual([])
  } finally {
    mend()
  }
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('when the outcome cannot be written the receipt still says what the CA answered, and that it was not kept', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 2_000 })
  const page = await signedInAs('agent', { at: own })
  await readyToSend(page, order)
  await sendButton(page).click()
  await expectArrived(simulator, order)
  const mend = breakWrites('INSERT', 'event')
  try {
    await expect(receipt(page, 'Done')).toBeVisible()
    await expect(page.getByText('This receipt could not be written to the history')).toBeVisible()
  } finally {
    mend()
  }
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('while nothing can be written, orders can still be read', async ({ signedInAs, freshOrder }) => {
  const order = await freshOrder()
  const page = await signedInAs('viewer', { at: own })
  await page.goto('/')
  // Sessions that are due to be marked as seen, which is a write.
  change('UPDATE session SET seen_at = seen_at - 120000')
  const mend = breakWrites('UPDATE', 'session')
  try {
    await page.goto(`/orders/${order}?account=Demo+EU`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(order)
  } finally {
    mend()
  }
})

test('a press while another process holds the database waits for it and then sends once', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent', { at: own })
  await readyToSend(page, order, { ticket: 'held database' })
  const db = new DatabaseSync(join(own.dataDir, 'unstuck.db'), { timeout: 5_000 })
  db.exec('BEGIN IMMEDIATE')
  try {
    await sendButton(page).click()
    // Long enough for a call that does not wait for its record.
    await page.waitForTimeout(1_500)
    expect(await simulator.requests(order)).toEqual([])
  } finally {
    db.exec('ROLLBACK')
    db.close()
  }
  await expect(receipt(page, 'Done')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})
