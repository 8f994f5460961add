import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { samplePerson, type SampleRole } from '../scripts/support/sample-people.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import {
  check,
  expectArrived,
  formPath,
  readyToSend,
  receipt,
  sendButton,
  ticketField,
  whatHappened,
} from './fixtures/sending.ts'
import { signIn } from './fixtures/sign-in.ts'
import { expect, test } from './fixtures/test.ts'
import { fillSignIn } from './steps.ts'

/** The server goes, changes or forgets the person while a form is open: what was typed stays, and it is sent once or not at all. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())
test.beforeEach(({ strict }) =>
  strict.allow(/net::ERR_|Failed to fetch|Failed to load resource|UnrecognizedActionError/),
)

const typed = 'Typed before it went wrong'

test('a server that is gone at the press is said so, the text stays, and the same press later makes one call', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent', { at: own })
  await readyToSend(page, order, { ticket: typed })
  await own.stop()
  await sendButton(page).click()
  await expect(whatHappened(page)).toContainText('No answer: this desk’s server did not answer')
  expect(await simulator.requests(order)).toEqual([])
  await own.start()
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  await expect(page.getByRole('article')).toContainText(typed)
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a server that dies during the call: the same press later finds the attempt as unknown and makes no second call', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 4_000 })
  const page = await signedInAs('agent', { at: own })
  await readyToSend(page, order)
  await sendButton(page).click()
  await expectArrived(simulator, order)
  await own.kill()
  await expect(whatHappened(page)).toContainText('No answer')
  await own.start()
  await sendButton(page).click()
  await expect(receipt(page, 'Unknown')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a press while offline sends nothing later by itself, and a press after that sends once', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent', { at: own })
  await readyToSend(page, order)
  await page.context().setOffline(true)
  await sendButton(page).click()
  await expect(whatHappened(page)).toContainText('No answer: your browser is offline')
  await page.context().setOffline(false)
  // Long enough for anything that resumes by itself, retries or polls.
  await page.waitForTimeout(2_500)
  expect(await simulator.requests(order)).toEqual([])
  await expect(whatHappened(page)).toContainText('No answer')
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a tab from before an upgrade is told to reload, nothing was sent, and after the reload the text is there', async ({
  startOwnServer,
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const upgraded = await startOwnServer()
  const order = await freshOrder()
  const page = await signedInAs('agent', { at: upgraded })
  await page.goto(formPath(order))
  await ticketField(page).fill(typed)
  await check(page)
  await upgraded.stop()
  await upgraded.startAsOtherBuild()
  await sendButton(page).click()
  await expect(whatHappened(page)).toContainText('this page is older than the server')
  await expect(whatHappened(page)).toContainText('nothing was sent')
  await expect(sendButton(page)).toHaveCount(0)
  expect(await simulator.requests(order)).toEqual([])
  await page.getByRole('button', { name: 'Reload the page' }).click()
  await expect(page.getByText('What you typed before is still here')).toBeVisible()
  await expect(ticketField(page)).toHaveValue(typed)
  // The copy's pages are still those of the first build, so it is that one that has to take them.
  await upgraded.stop()
  await upgraded.start()
  await check(page)
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})

/** As if nobody had used any session for two hours. */
function letSessionsExpire(): void {
  const db = new DatabaseSync(join(own.dataDir, 'unstuck.db'), { timeout: 5_000 })
  db.exec(`UPDATE session SET seen_at = seen_at - 7200000`)
  db.close()
}

const signInFresh = (page: Page, role: SampleRole, path: string) => signIn(page, role, own.url, path)

test('a session that ends while typing is said so; after signing in the draft is there and is sent once', async ({
  page,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await signInFresh(page, 'agent', formPath(order))
  await ticketField(page).fill(typed)
  await check(page)
  letSessionsExpire()
  await sendButton(page).click()
  await expect(whatHappened(page)).toContainText('Not sent: you are signed out')
  expect(await simulator.requests(order)).toEqual([])
  await page.getByRole('link', { name: 'Sign in and come back here' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await fillSignIn(page, samplePerson('agent'))
  await expect(page).not.toHaveURL(/\/sign-in/)
  await expect(ticketField(page)).toHaveValue(typed)
  await check(page)
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a reload keeps what was typed, and “Start over” forgets it', async ({ page, freshOrder }) => {
  const order = await freshOrder()
  await signInFresh(page, 'agent', formPath(order))
  await ticketField(page).fill(typed)
  await check(page)
  await page.reload()
  await expect(page.getByText('What you typed before is still here')).toBeVisible()
  await expect(ticketField(page)).toHaveValue(typed)
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(ticketField(page)).toHaveValue('')
  await page.reload()
  await expect(ticketField(page)).toHaveValue('')
})

async function typeAndSignOut(page: Page, order: string): Promise<void> {
  await signInFresh(page, 'agent', formPath(order))
  await ticketField(page).fill(typed)
  await check(page)
  await page.getByRole('button', { name: /Ann Kowalski/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
}

const keptInTab = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))

test('signing out leaves nothing of a draft in the tab', async ({ page, freshOrder }) => {
  const order = await freshOrder()
  await typeAndSignOut(page, order)
  await expect.poll(() => keptInTab(page)).not.toContain(typed)
  await signInFresh(page, 'agent', formPath(order))
  await expect(ticketField(page)).toHaveValue('')
})

test('another person in the same tab does not see the draft of the one before', async ({
  page,
  freshOrder,
}) => {
  const order = await freshOrder()
  await signInFresh(page, 'agent', formPath(order))
  await ticketField(page).fill(typed)
  await check(page)
  letSessionsExpire()
  await signInFresh(page, 'manager', formPath(order))
  await expect(page.getByRole('banner')).toContainText('Max Okafor')
  await check(page)
  await expect(page.getByRole('main')).not.toContainText(typed)
  await expect.poll(() => keptInTab(page)).not.toContain(typed)
})
