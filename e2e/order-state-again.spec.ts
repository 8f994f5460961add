import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import {
  ageRead,
  readButton,
  readsOf,
  reasonForm,
  standing,
  waitsForAgreement,
} from './fixtures/order-state.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

/** Reading an order again: sooner than the CA likes it only with a reason, and whatever goes wrong, what was known and typed stays. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

const answer = 'Waiting for the customer: the agreement is not signed'
const why = 'The customer says that the agreement was signed a minute ago.'

/** Opens an order and waits for the first look at it. */
async function openKnown(page: Page, order: string): Promise<void> {
  await page.goto(steps.orderPath(order))
  await expect(standing(page).getByText(answer, { exact: true })).toBeVisible()
}

test('an early read needs a reason, by keyboard alone, and shows what has changed', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder(waitsForAgreement)
  const page = await signedInAs('agent', { at: own })
  await openKnown(page, order)

  await readButton(page).focus()
  await page.keyboard.press('Enter')
  const reason = page.getByRole('textbox', { name: 'Why can it not wait?' })
  await expect(reason).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(reason).toBeFocused()
  await expect(reason).toHaveAccessibleDescription(/Say in a few words why it is read now\./)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(readButton(page)).toBeFocused()

  await page.keyboard.press('Enter')
  await page.keyboard.type(why)
  ageRead(own, order, 0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(standing(page)).toContainText('It was read less than a minute ago.')
  await expect(reason, 'what was typed stays').toHaveValue(why)
  expect(await readsOf(simulator, order)).toBe(1)

  ageRead(own, order, 2)
  await simulator.setOrder(order, { clickThrough: null, callback: null })
  await reasonForm(page).getByRole('button', { name: 'Read it now' }).press('Enter')
  await expect(standing(page).getByText(answer, { exact: true })).toHaveCount(0)
  await expect(reasonForm(page)).toHaveCount(0)
  await expect(readButton(page)).toBeFocused()
  expect(await readsOf(simulator, order)).toBe(2)
})

test('a first look that fails says why, is not repeated by itself, and a press asks again when it may', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder(waitsForAgreement)
  await simulator.setFault({ orderNumber: order, fault: 'html-page', times: 1 })
  const page = await signedInAs('agent', { at: own })
  await page.goto(steps.orderPath(order))
  await expect(standing(page)).toContainText('The last read told nothing')
  await expectAccessible(page)
  ageRead(own, order, 200)
  await page.reload()
  await expect(readButton(page)).toBeVisible()
  await page.waitForTimeout(1_500)
  expect(await readsOf(simulator, order), 'this tab asks no second time by itself').toBe(1)
  await readButton(page).press('Enter')
  await expect(standing(page).getByText(answer, { exact: true })).toBeVisible()
  await expect(standing(page)).not.toContainText('The last read told nothing')
  await expect(readButton(page)).toBeFocused()
})

test('a read that fails later leaves what was known, with its age', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder(waitsForAgreement)
  const page = await signedInAs('agent', { at: own })
  await openKnown(page, order)
  ageRead(own, order, 200)
  await simulator.setFault({ orderNumber: order, fault: 'html-page' })
  await page.reload()
  await expect(standing(page)).toContainText('The last read told nothing')
  await expect(standing(page).getByText(answer, { exact: true })).toBeVisible()
  await expect(standing(page)).toContainText('What is shown below was known before.')
  await expect(standing(page)).toContainText(/As of .+, read by Ann Kowalski\./)
  await expectAccessible(page)
})

test('offline and signed out are said beside the form, and the typed reason stays', async ({
  signedInAs,
  simulator,
  freshOrder,
  strict,
}) => {
  strict.allow(/net::ERR_|Failed to fetch|Failed to load resource/)
  const order = await freshOrder(waitsForAgreement)
  const page = await signedInAs('agent', { at: own })
  await openKnown(page, order)
  await readButton(page).click()
  const reason = page.getByRole('textbox', { name: 'Why can it not wait?' })
  await reason.fill(why)
  const send = reasonForm(page).getByRole('button', { name: 'Read it now' })

  await page.context().setOffline(true)
  await send.press('Enter')
  await expect(standing(page)).toContainText('Your browser is offline.')
  await page.context().setOffline(false)
  await page.context().clearCookies()
  await send.press('Enter')
  await expect(standing(page)).toContainText('Not read: you are signed out')
  await expect(standing(page).getByRole('link', { name: /^Sign in/ })).toBeVisible()
  await expectAccessible(page)
  await expect(reason).toHaveValue(why)
  expect(await readsOf(simulator, order)).toBe(1)
})
