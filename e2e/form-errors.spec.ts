import { sentFor } from './fixtures/order-state.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

const phone = 'replace-callback-phone'

test('errors found in the browser stand beside the fields and in a summary that takes focus and leads to each, and what was typed stays, also after a reload', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('manager')
  await steps.openForm(page, order, phone)
  const number = page.getByRole('textbox', { name: 'New phone number' })
  const reason = page.getByRole('textbox', { name: 'Reason for the change' })
  const summary = steps.summaryOf(page)

  await page.getByRole('button', { name: 'Check before sending' }).click()
  await expect(summary).toBeFocused()
  await expect(summary).toHaveAccessibleName('Nothing was sent: the form needs a change')
  await expect(summary.getByRole('link')).toHaveCount(2)
  await expect(page).toHaveTitle(/^Error: /)
  await expect(number).toHaveAccessibleDescription(/Error: Enter the phone number\./)
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await expect(reason).toHaveAccessibleDescription(/Error: Say why the contact changes/)
  await summary.getByRole('link', { name: 'Enter the phone number.' }).press('Enter')
  await expect(number).toBeFocused()
  await expect(number).toBeInViewport()

  await number.fill('call me maybe')
  await reason.fill('Typed once.')
  await page.getByRole('button', { name: 'Check before sending' }).click()
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveText([
    'Use digits, blanks and + ( ) - . only. A plus sign stands first.',
  ])
  await expect(number).toHaveValue('call me maybe')
  await expect(reason).toHaveValue('Typed once.')

  await page.reload()
  await steps.formOf(page, phone)
  await expect(page.getByText('What you typed before is still here')).toBeVisible()
  await expect(number).toHaveValue('call me maybe')
  await expect(reason).toHaveValue('Typed once.')
  await number.fill('+44 20 7946 0001')
  const check = await steps.checkBeforeSending(page)
  await page.getByRole('button', { name: 'Change something' }).click()
  await expect(check).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Replace the callback phone number' })).toBeFocused()
  await expect(number).toHaveValue('+44 20 7946 0001')

  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(number).toHaveValue('')
  expect(await simulator.requests(order)).toEqual([])
})

test('errors that only the server finds stand in the same places, and what was typed stays', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  await steps.openForm(page, order, 'resend-callback-email')
  const ticket = page.getByRole('textbox', { name: /^Ticket \(/ })
  await ticket.fill('48\u2028213')
  await steps.checkBeforeSending(page)
  await page.getByRole('button', { name: 'Ask to resend the e-mail' }).click()

  const summary = steps.summaryOf(page)
  await expect(summary).toBeFocused()
  await expect(summary).toHaveAccessibleName('Nothing was sent: the form needs a change')
  await expect(ticket).toHaveAccessibleDescription(/Error: Remove line breaks from the ticket reference\./)
  await expect(ticket).toHaveValue('48\u2028213')
  await summary.getByRole('link', { name: 'Remove line breaks from the ticket reference.' }).press('Enter')
  await expect(ticket).toBeFocused()
  expect(await simulator.requests(order)).toEqual([])

  await ticket.fill('48213')
  await steps.checkBeforeSending(page)
  await expect(await steps.send(page, 'resend-callback-email')).toContainText('48213')
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('a viewer sees no form, and a form that a viewer sends all the same is refused by the server', async ({
  signedInAs,
  simulator,
  freshOrder,
  stateOf,
  baseURL,
}) => {
  const order = await freshOrder()
  const viewer = await signedInAs('viewer')
  await viewer.goto(steps.orderPath(order, 'resend-callback-email'))
  await expect(viewer.getByText('Viewers read. Sending takes an agent or a manager.')).toBeVisible()
  await expect(viewer.getByRole('button', { name: 'Check before sending' })).toHaveCount(0)

  const page = await signedInAs('agent')
  await steps.openForm(page, order, 'resend-callback-email')
  await steps.checkBeforeSending(page)
  await page.context().addCookies((await stateOf('viewer', baseURL ?? '')).cookies)
  await page.getByRole('button', { name: 'Ask to resend the e-mail' }).click()
  await expectForbidden(page, 'agent')
  expect(await simulator.requests(order)).toEqual([])
})

test('an agent is told to hand a contact change to a manager, and the server refuses one that an agent sends all the same', async ({
  signedInAs,
  simulator,
  freshOrder,
  stateOf,
  baseURL,
}) => {
  const order = await freshOrder()
  const agent = await signedInAs('agent')
  await agent.goto(steps.orderPath(order))
  const choice = agent.getByRole('navigation', { name: 'What does this order need?' })
  await expect(choice.getByRole('link')).toHaveCount(8)
  await expect(choice.getByText('Needs a manager')).toHaveCount(3)
  await agent.goto(steps.orderPath(order, phone))
  await expect(agent.getByText('This changes a contact, so it takes a manager.')).toBeVisible()
  await expect(agent.getByRole('button', { name: 'Check before sending' })).toHaveCount(0)

  const page = await signedInAs('manager')
  await steps.openForm(page, order, phone)
  await steps.fillIn(page, phone, { phoneNumber: '+44 20 7946 0001' })
  await steps.checkBeforeSending(page)
  await page.context().addCookies((await stateOf('agent', baseURL ?? '')).cookies)
  await page.getByRole('button', { name: 'Propose the number' }).click()
  await expectForbidden(page, 'manager')
  expect(await sentFor(simulator, order)).toEqual([])
  await page.goto(steps.orderPath(order))
  await expect(steps.entriesOf(page)).toHaveCount(0)
})

async function expectForbidden(page: Parameters<typeof steps.entriesOf>[0], needed: string): Promise<void> {
  const stopped = page.getByRole('region', { name: 'What happened' })
  await expect(stopped).toBeFocused()
  await expect(stopped).toContainText('Not sent: your role does not allow this')
  await expect(stopped).toContainText(`needs the role ${needed} or higher`)
}
