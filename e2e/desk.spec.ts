import { catalogue } from '#lib/ca/catalogue.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

test('an order number is understood with blanks, a leading # or both, and / leads to the search from anywhere', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  const search = page.getByRole('textbox', { name: 'Open an order by its number' })
  for (const typed of [order, `  ${order}  `, `#${order}`, `# ${order.slice(0, 4)} ${order.slice(4)}`]) {
    await page.goto('/codes')
    await expect(async () => {
      await page.getByRole('heading', { level: 1 }).click()
      await page.keyboard.press('/')
      await expect(search).toBeFocused({ timeout: 500 })
    }).toPass()
    await search.fill(typed)
    await search.press('Enter')
    await expect(page).toHaveURL(`/orders/${order}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${order}`)
  }
})

test('what cannot be an order number is kept, explained, and can be corrected in place', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  const tooLong = '9'.repeat(129)
  await page.goto('/')
  const search = page.getByRole('textbox', { name: 'Open an order by its number' })
  await search.fill(tooLong)
  await search.press('Enter')
  await expect(steps.summaryOf(page)).toBeFocused()
  await expect(steps.summaryOf(page)).toContainText('An order number has 128 characters at the most.')
  const field = page.getByRole('textbox', { name: 'Order number', exact: true })
  await expect(field).toHaveValue(tooLong)
  await field.fill(order)
  await page.getByRole('button', { name: 'Open order' }).click()
  await expect(page).toHaveURL(`/orders/${order}`)
})

test('a link without a usable order number opens the desk and says what was wrong with it', async ({
  signedInAs,
}) => {
  const page = await signedInAs('agent')
  await page.goto('/go/schedule-callback?order={{ticket.order}}&ticket=48213')
  await expect(page).toHaveURL(/\/\?ignored=/)
  await expect(page.getByText('The link’s template was not filled in for the order number')).toBeVisible()
})

test('a link with an operation that does not exist opens the order and says so', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await page.goto(`/go/make-coffee?order=${order}&account=Demo+EU`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(order)
  await expect(page.getByText('The link asked for an operation that does not exist here.')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'What does this order need?' })).toBeVisible()
})

test('when nothing says which account an order is in, it is asked and never guessed', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await page.goto(`/go/schedule-callback?order=${order}&account=No+Such+Account&ticket=48213&ext=204`)
  await expect(page.getByText('Account not known')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check before sending' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Demo US' }).click()
  // What the link filled in survives the choice.
  const form = await steps.formOf(page, 'schedule-callback')
  await expect(form.getByRole('textbox', { name: /^Ticket \(/ })).toHaveValue('48213')
  await expect(form.getByRole('textbox', { name: 'Extension' })).toHaveValue('204')
  await steps.fillCall(page, { zone: 'UTC', date: '2031-05-14', time: '13:30' })
  await expect(await steps.checkBeforeSending(page)).toContainText('Demo US')
})

test('a new desk teaches the way in; after an attempt it lists the person’s orders, the team’s attempts and the calls that are due', async ({
  startOwnServer,
  signedInAs,
  freshOrder,
}) => {
  const own = await startOwnServer()
  const order = await freshOrder()
  const agent = await signedInAs('agent', { at: own })
  await agent.goto('/')
  await expect(agent.getByRole('heading', { name: 'Open the order that is stuck' })).toBeVisible()
  await agent.getByRole('textbox', { name: 'Order number', exact: true }).fill(order)
  await agent.getByRole('button', { name: 'Open order' }).click()
  await expect(agent.getByRole('heading', { level: 1 })).toContainText(order)

  const soon = new Date(Date.now() + 20 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  await steps.perform(
    agent,
    order,
    { operation: 'schedule-callback', input: { preferredTimeUTC: soon } },
    { ticket: '48213' },
  )
  await agent.goto('/')
  await expect(agent.getByRole('region', { name: 'Your recent orders' }).getByRole('link')).toHaveText([
    order,
  ])
  const due = agent.getByRole('region', { name: /^Needs you/ })
  await expect(due).toContainText('Calls now and within 36 hours')
  await expect(due.getByRole('link', { name: order })).toBeVisible()

  const viewer = await signedInAs('viewer', { at: own })
  await viewer.goto('/')
  await expect(viewer.getByRole('region', { name: 'Your recent orders' })).toContainText('None yet')
  const row = viewer
    .getByRole('table', { name: /team’s recent attempts/ })
    .getByRole('row')
    .filter({ hasText: order })
  for (const words of ['Done', catalogue['schedule-callback'].title, 'Ann Kowalski', '48213']) {
    await expect(row).toContainText(words)
  }
  await row.getByRole('link', { name: order }).click()
  await expect(viewer.getByRole('heading', { level: 1 })).toContainText(order)
  await expect(steps.entriesOf(viewer)).toContainText('Ann Kowalski')
})

test('codes are found by their number with either minus, and by words; a number in no list is said to be none', async ({
  signedInAs,
}) => {
  const page = await signedInAs('viewer')
  const search = page.getByRole('searchbox', { name: 'Find a code' })
  const titles = page.getByRole('main').getByRole('heading', { level: 3 })
  for (const typed of ['-16', '−16']) {
    await page.goto('/codes')
    await search.fill(typed)
    await search.press('Enter')
    await expect(page).toHaveURL(/\?q=/)
    // Once for each of the six endpoints of operations and the three of reads.
    await expect(titles).toHaveText(Array(9).fill('Refused: the CA did not let this account in'))
  }
  await search.fill('locked IP')
  await search.press('Enter')
  await expect(titles.first()).toHaveText('Refused: the CA did not let this account in')
  await search.fill('-31337')
  await search.press('Enter')
  await expect(page.getByText('No code matches')).toBeVisible()
  await page.getByRole('link', { name: 'Show all codes' }).click()
  await expect(titles).not.toHaveCount(0)
})
