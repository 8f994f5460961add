import { sentFor } from './fixtures/order-state.ts'
import {
  check,
  expectArrived,
  formPath,
  plain,
  readyToSend,
  receipt,
  sendButton,
  whatHappened,
} from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'
import { entriesOf } from './steps.ts'

/** Whatever people press twice, the CA is called once, and whoever comes second learns what the first did. */

test('a double click on the send button makes one call', async ({ signedInAs, freshOrder, simulator }) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await readyToSend(page, order)
  await sendButton(page).dblclick()
  await expect(receipt(page, 'Done')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('Enter held down on the send button makes one call', async ({ signedInAs, freshOrder, simulator }) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 500 })
  const page = await signedInAs('agent')
  await readyToSend(page, order)
  await sendButton(page).focus()
  for (let repeat = 0; repeat < 15; repeat++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(receipt(page, 'Done')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a reload in the middle of a slow answer and another press get the first receipt, and one call was made', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 3_000 })
  const page = await signedInAs('agent')
  await readyToSend(page, order, { ticket: 'R-1' })
  await sendButton(page).click()
  await expectArrived(simulator, order)
  await page.reload()
  await expect(page.getByText('You sent this before and no answer arrived')).toBeVisible()
  await check(page)
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  await expect(page.getByText('this was already sent; nothing was sent again')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('the same form in two tabs makes one call, and the second tab says who sent it', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const first = await signedInAs('agent')
  const second = await first.context().newPage()
  await readyToSend(first, order)
  await readyToSend(second, order)
  await sendButton(first).click()
  await expect(receipt(first, 'Done')).toBeVisible()
  await sendButton(second).click()
  await expect(whatHappened(second)).toContainText('Not sent: this was done a short while ago')
  await expect(whatHappened(second)).toContainText('Ann Kowalski')
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('the back button shows the receipt again, and the form opened anew is stopped as a duplicate', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await page.goto(`/orders/${order}?account=Demo+EU`)
  // Its answer would make the form's page load anew, while that is still on its way.
  await expect(page.getByRole('main').getByText(/^As of /)).toBeVisible()
  const choice = page.getByRole('navigation', { name: 'What does this order need?' })
  await choice.getByRole('link', { name: /^Resend the agreement e-mail/ }).click()
  await check(page)
  await sendButton(page).click()
  await expect(receipt(page, 'Done')).toBeVisible()
  await expect(page).toHaveURL(/attempt=/)

  await page.getByRole('link', { name: 'Back to the order' }).click()
  await expect(page.getByRole('heading', { name: 'What does this order need?' })).toBeVisible()
  // The address follows the screen a moment later; going back before that would leave the order's first page.
  await expect(page).toHaveURL((url) => url.pathname === `/orders/${order}`)
  await page.goBack()
  await expect(receipt(page, 'Done')).toBeVisible()
  await expect(sendButton(page)).toHaveCount(0)

  await page.getByRole('link', { name: 'Do it again' }).click()
  await check(page)
  await sendButton(page).click()
  await expect(whatHappened(page)).toContainText('Not sent: this was done a short while ago')
  expect(await sentFor(simulator, order)).toHaveLength(1)
})

test('two people who press at the same moment cause one call: one gets the receipt, the other is told', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 4_000 })
  const pages = await Promise.all([signedInAs('agent'), signedInAs('manager')])
  for (const page of pages) await readyToSend(page, order)
  await Promise.all(pages.map((page) => sendButton(page).click()))
  const ends = await Promise.all(
    pages.map(async (page) => {
      await expect(receipt(page, 'Done').or(whatHappened(page))).toBeVisible()
      return (await receipt(page, 'Done').isVisible()) ? 'receipt' : await whatHappened(page).innerText()
    }),
  )
  expect(ends.filter((end) => end === 'receipt')).toHaveLength(1)
  expect(ends.find((end) => end !== 'receipt')).toMatch(
    /Not sent: (Ann Kowalski|Max Okafor) is sending this right now/,
  )
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('the second person reads who, when, ticket and outcome, and goes past with a reason alone', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 6_000, times: 1 })
  const ann = await signedInAs('agent')
  const max = await signedInAs('manager')
  await readyToSend(ann, order, { ticket: '48213', src: 'zendesk' })
  await readyToSend(max, order)
  await sendButton(ann).click()
  await expectArrived(simulator, order)

  await sendButton(max).click()
  const told = whatHappened(max)
  await expect(told).toContainText('Not sent: Ann Kowalski is sending this right now')
  await expect(told).toContainText('48213 (zendesk)')
  await expect(told).toContainText('Under way')
  // What is under way cannot be gone past.
  await expect(max.getByRole('button', { name: `${plain.send} all the same` })).toHaveCount(0)

  await expect(receipt(ann, 'Done')).toBeVisible()
  await sendButton(max).click()
  await expect(told).toContainText('Not sent: this was done a short while ago')
  await expect(told).toContainText('Ann Kowalski')
  await expect(told).toContainText('Done')
  await expect(told).toContainText('48213 (zendesk)')
  await expect(told.getByRole('time').first()).toBeVisible()
  await expect(told.getByRole('link', { name: 'See that attempt' })).toHaveAttribute('href', /attempt=/)

  const allTheSame = max.getByRole('button', { name: `${plain.send} all the same` })
  await allTheSame.click()
  await expect(max.getByText('Say why it has to be sent again.').first()).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(1)

  await max.getByRole('textbox', { name: 'Why it has to be sent again' }).fill('The customer deleted it.')
  await allTheSame.click()
  await expect(receipt(max, 'Done')).toBeVisible()
  expect(await simulator.requests(order)).toHaveLength(2)
  await max.goto(formPath(order).replace(`/${plain.operation}`, ''))
  await expect(entriesOf(max)).toHaveCount(2)
})
