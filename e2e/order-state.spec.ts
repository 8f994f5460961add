import { expectAccessible } from './fixtures/accessibility.ts'
import { readButton, readsOf, standing, waitsForAgreement } from './fixtures/order-state.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

/** The order page answers why an order is stuck, asks the CA as seldom as it may, and says how old its answer is. */

test('the page takes the first look by itself, once, and offers what helps at the step that the order waits for', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder(waitsForAgreement)
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 5_000, times: 1 })
  const page = await signedInAs('agent')
  await page.goto(steps.orderPath(order))
  const state = standing(page)
  await expect(state.getByText('Asking the CA for the first time…')).toBeVisible()
  await expect(readButton(page, 'Reading…')).toHaveAttribute('aria-disabled', 'true')
  await expectAccessible(page)

  const answer = 'Waiting for the customer: the agreement is not signed'
  await expect(state.getByText(answer, { exact: true })).toBeVisible()
  await expect(state.getByRole('status')).toHaveText(`Read. ${answer}.`)
  const blocking = state.getByRole('listitem').and(state.locator('[aria-current=step]'))
  await expect(blocking).toContainText('This is what the order waits for')
  await expect(blocking).toContainText('The customer acts next.')
  await blocking.getByText('What the CA says').click()
  await expect(blocking).toContainText('evClickThroughStatus')
  await expect(blocking).toContainText('inferred')
  await expect(state).toContainText(/As of .+, read by Ann Kowalski\./)
  await expectAccessible(page)

  await page.reload()
  await expect(state.getByText(answer, { exact: true })).toBeVisible()
  expect(await readsOf(simulator, order), 'what the CA was asked').toBe(1)
  await state.getByRole('link', { name: 'Resend the agreement e-mail' }).click()
  await steps.formOf(page, 'resend-click-through-email')
  await expect(page.getByRole('region', { name: 'Where the order stands' })).toContainText(answer)
  await page.getByRole('link', { name: 'All steps' }).click()
  await expect(blocking).toBeVisible()
})

test('operations that help come first, and those that do not fit are folded away with the reason and still open', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder({ ...waitsForAgreement, smime: null })
  const page = await signedInAs('agent')
  await page.goto(steps.orderPath(order))
  const choice = page.getByRole('navigation', { name: 'What does this order need?' })
  await expect(choice.getByRole('heading', { level: 3 }).first()).toHaveText('Helps now')
  await expect(choice.getByRole('listitem').first()).toContainText('Resend the agreement e-mail')
  await expect(choice.getByRole('listitem').nth(1)).toContainText('Needs a manager')
  const callback = choice.getByRole('link', { name: /^Schedule a callback/ })
  await expect(callback).toBeHidden()
  await choice.getByText(/^Does not fit now/).click()
  await expect(callback).toContainText('This comes after another step: Agreement.')
  await expectAccessible(page)
  await callback.click()
  await steps.formOf(page, 'schedule-callback')
})

test('whoever has an operation under the keyboard when the answer comes stays on it', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder({ ...waitsForAgreement, smime: null })
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 5_000, times: 1 })
  const page = await signedInAs('agent')
  await page.goto(steps.orderPath(order))
  await expect(standing(page).getByText('Asking the CA for the first time…')).toBeVisible()
  const choice = page.getByRole('navigation', { name: 'What does this order need?' })
  const operation = choice.getByRole('link', { name: /^Resend the agreement e-mail/ })
  await operation.focus()
  await expect(choice.getByRole('heading', { name: 'Helps now' })).toBeVisible()
  await expect(operation).toBeFocused()
})

test('nothing is read by a form that is open, nor for a viewer, and both say what is known', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const agent = await signedInAs('agent')
  await steps.openForm(agent, order, 'schedule-callback')
  const line = agent.getByRole('region', { name: 'Where the order stands' })
  await expect(line).toContainText('Not known yet: nobody has read this order at the CA.')
  await expectAccessible(agent)

  const viewer = await signedInAs('viewer')
  await viewer.goto(steps.orderPath(order))
  await expect(standing(viewer)).toContainText('Reading at the CA takes an agent.')
  await expect(readButton(viewer)).toHaveCount(0)
  await expectAccessible(viewer)
  expect(await readsOf(simulator, order)).toBe(0)
})

test('two people who open an order at once see one read', async ({ signedInAs, simulator, freshOrder }) => {
  const order = await freshOrder(waitsForAgreement)
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 8_000, times: 1 })
  const ann = await signedInAs('agent')
  const max = await signedInAs('manager')
  await ann.goto(steps.orderPath(order))
  await expect.poll(() => readsOf(simulator, order)).toBe(1)
  await max.goto(steps.orderPath(order))
  await expect(standing(max).getByRole('status')).toContainText('Ann Kowalski is asking the CA right now.')
  for (const page of [ann, max])
    await expect(standing(page)).toContainText(/As of .+, read by Ann Kowalski\./)
  expect(await readsOf(simulator, order)).toBe(1)
})

test('an issued order, a stopped one and one with very many long names are told apart, and fit a telephone', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('agent', { viewport: { width: 390, height: 844 } })
  const name = (at: number) => `${'a-very-long-name-'.repeat(3)}${at}.${'sub-domain.'.repeat(12)}example`
  const domainControl = Array.from({ length: 12 }, (_, at) => ({
    domain: name(at),
    method: 'cname',
    status: at < 6 ? 'validated' : 'open',
  }))
  const over = { callback: null, clickThrough: null, dcv: null, smime: null }
  for (const [patch, answer] of [
    [{ ...over, issued: true }, 'Done: the certificate is issued'],
    [
      { ...over, standing: 'cancelled', standingReason: 'Cancelled.' },
      'Stopped: the CA has rejected or cancelled this order',
    ],
    [
      { ...over, domains: domainControl.map(({ domain }) => domain), domainControl },
      /control of 6 domains is not proven$/,
    ],
  ] as const) {
    await page.goto(steps.orderPath(await freshOrder(patch)))
    await expect(standing(page).getByText(answer).first()).toBeVisible()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  }
  await standing(page).getByText('Domain control of 6 domains').click()
  await expect(standing(page)).toContainText(name(5))
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
