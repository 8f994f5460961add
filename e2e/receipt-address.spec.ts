import type { Page, Route } from '@playwright/test'
import { readyToSend, receipt, sendButton } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'

test('a receipt that is left before its page has followed the address is there again when one goes back', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await readyToSend(page, order)
  const held = await holdReadings(page)
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  await expect(page).toHaveURL(/attempt=/)
  await expect.poll(() => held.length, 'the page follows its address').toBeGreaterThan(0)

  await page.getByRole('link', { name: 'Back to the order' }).click()
  await expect(page.getByRole('heading', { name: 'What does this order need?' })).toBeVisible()
  await expect(page).toHaveURL((url) => url.pathname === `/orders/${order}`)
  await page.unroute(hasAttempt)
  await Promise.all(held.map((route) => route.abort()))

  await page.goBack()
  await expect(receipt(page, 'Done')).toBeVisible()
  await expect(sendButton(page)).toHaveCount(0)
  expect(await simulator.requests(order)).toHaveLength(1)
})

const hasAttempt = (url: URL) => url.searchParams.has('attempt')

/** The router's readings of a receipt's address get no answer until somebody gives one. */
async function holdReadings(page: Page): Promise<readonly Route[]> {
  const held: Route[] = []
  await page.route(hasAttempt, async (route) => {
    if (route.request().headers()['rsc'] === undefined) await route.continue()
    else held.push(route)
  })
  return held
}
