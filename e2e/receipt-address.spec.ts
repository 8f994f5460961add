import type { Page } from '@playwright/test'
import { holdPage } from './fixtures/held-page.ts'
import { check, receipt, sendButton } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'
import { orderPath } from './steps.ts'

/** The page follows a receipt's address a moment after the receipt has come. Whoever is quicker finds the receipt all the same. */

const choiceOf = (page: Page) => page.getByRole('navigation', { name: 'What does this order need?' })

async function comeToTheLastLook(page: Page, order: string): Promise<void> {
  await page.goto(orderPath(order))
  await choiceOf(page)
    .getByRole('link', { name: /^Resend the agreement e-mail/ })
    .click()
  await check(page)
}

async function leave(page: Page, order: string): Promise<void> {
  await page.getByRole('link', { name: 'Back to the order' }).click()
  await expect(choiceOf(page)).toBeVisible()
  await expect(page).toHaveURL((url) => url.pathname === `/orders/${order}`)
}

async function expectReceipt(page: Page): Promise<void> {
  await expect(receipt(page, 'Done')).toBeVisible()
  await expect(page).toHaveURL(/attempt=/)
  await expect(sendButton(page)).toHaveCount(0)
}

test('while the page still waits to follow, one can leave the receipt, and it is there again when one goes back', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await comeToTheLastLook(page, order)
  const following = await holdPage(page)
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  await following.asked
  await leave(page, order)
  await page.goBack()
  await expect(page).toHaveURL(/attempt=/)
  following.answer()
  await expectReceipt(page)
})

test('a receipt that is left as soon as it has come is there again when one goes back', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await comeToTheLastLook(page, order)
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  await leave(page, order)
  await page.goBack()
  await expectReceipt(page)
})
