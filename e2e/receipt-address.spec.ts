import { check, receipt, sendButton } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'

/** The page follows a receipt's address a moment after the receipt has come. Whoever is quicker finds the receipt all the same. */

for (const pause of [0, 60, 120]) {
  test(`a receipt that is left ${pause} ms after it came is there again when one goes back`, async ({
    signedInAs,
    freshOrder,
  }) => {
    const order = await freshOrder()
    const page = await signedInAs('agent')
    await page.goto(`/orders/${order}?account=Demo+EU`)
    const choice = page.getByRole('navigation', { name: 'What does this order need?' })
    await choice.getByRole('link', { name: /^Resend the agreement e-mail/ }).click()
    await check(page)
    await sendButton(page).click()
    await expect(receipt(page, 'Done')).toBeVisible()
    await page.waitForTimeout(pause)
    await page.getByRole('link', { name: 'Back to the order' }).click()
    await expect(page.getByRole('heading', { name: 'What does this order need?' })).toBeVisible()
    await expect(page).toHaveURL((url) => url.pathname === `/orders/${order}`)
    await page.goBack()
    await expect(receipt(page, 'Done')).toBeVisible()
    await expect(page).toHaveURL(/attempt=/)
    await expect(sendButton(page)).toHaveCount(0)
  })
}
