import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { changes, input, operation, waiting } from './fixtures/approvals.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { demandNobody, demandSecondPerson } from './fixtures/second-person.ts'
import { whatHappened as happened } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

/** A request that is pressed again: as a repeat with a reason, after it was declined, and after the rule was switched off. */

// Each signs two people in, and looks at every colour.
test.describe.configure({ mode: 'default', timeout: 90_000 })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.beforeEach(() => demandSecondPerson(own.dataDir))
test.afterEach(() => demandNobody(own.dataDir))
test.afterAll(() => own.stop())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Fills the form in and presses, whatever the answer will be. */
async function press(page: Page, order: string): Promise<void> {
  await steps.openForm(page, order, operation)
  await steps.fillIn(page, operation, input)
  await steps.checkBeforeSending(page)
  await button(page, 'Ask for approval').click()
}

async function approve(page: Page, order: string): Promise<void> {
  await page.goto(steps.orderPath(order))
  await waiting(page).getByText('Approve…').click()
  await button(page, 'Approve and send').click()
  await expect(happened(page)).toContainText('Approved', { timeout: 20_000 })
}

test('a repeat is stopped when it is asked for, and who approves it sees that it goes past that, and why', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const max = await signedInAs('manager', { at: own })
  const ada = await signedInAs('administrator', { at: own })
  await press(max, order)
  await expect(happened(max)).toContainText('Waits for a second person')
  await approve(ada, order)

  await press(max, order)
  await expect(happened(max)).toContainText('Not sent: this was done a short while ago')
  const why = 'The CA’s support took the number back.'
  await max.getByRole('textbox', { name: 'Why it has to be sent again' }).fill(why)
  await button(max, 'Ask for approval all the same').click()
  await expect(happened(max)).toContainText('Waits for a second person')
  expect(await changes(simulator, order)).toBe(1)

  await ada.goto(steps.orderPath(order))
  await expect(waiting(ada)).toContainText(`it goes past the duplicate guard`)
  await expect(waiting(ada)).toContainText(why)
  await waiting(ada).getByText('Approve…').click()
  await expect(ada.getByRole('form', { name: 'Check before approving' })).toContainText(
    'past the duplicate guard',
  )
  await expectAccessible(ada)
  await approve(ada, order)
  expect(await changes(simulator, order)).toBe(2)
})

test('whoever presses again after the answer was lost learns that it was declined and why, and can ask anew', async ({
  strict,
  signedInAs,
  freshOrder,
  simulator,
}) => {
  strict.allow(/net::ERR_FAILED/)
  const order = await freshOrder()
  const max = await signedInAs('manager', { at: own })
  await max.route('**/replace-callback-phone*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort()
  })
  await press(max, order)
  await expect(happened(max)).toContainText('No answer')
  await max.unroute('**/replace-callback-phone*')

  const ada = await signedInAs('administrator', { at: own })
  await ada.goto(steps.orderPath(order))
  await waiting(ada).getByText('Decline…').click()
  const note = 'The number is not the company’s.'
  await ada.getByRole('textbox', { name: 'Why? Max Okafor reads it.' }).fill(note)
  await button(ada, 'Decline the change').click()
  await expect(happened(ada)).toContainText('Declined. Nothing was sent.')

  await button(max, 'Ask for approval').click()
  await expect(happened(max)).toContainText('Not sent: it was declined')
  await expect(happened(max)).toContainText(`“${note}”`)
  await expect(button(max, 'Ask for approval')).toHaveCount(0)
  await expectAccessible(max)
  await button(max, 'Ask for approval anew').click()
  await expect(happened(max)).toContainText('Waits for a second person')
  expect(await changes(simulator, order)).toBe(0)
})

test('“Ask for approval” sends nothing when the rule was switched off meanwhile: the next press is for sending', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const max = await signedInAs('manager', { at: own })
  await steps.openForm(max, order, operation)
  await steps.fillIn(max, operation, input)
  await steps.checkBeforeSending(max)
  demandNobody(own.dataDir)
  await button(max, 'Ask for approval').click()
  await expect(happened(max)).toContainText('Not sent: a second person is not needed any more')
  await expect(button(max, 'Ask for approval')).toHaveCount(0)
  await expect(max.getByText('a second person has to agree')).toHaveCount(0)
  await expectAccessible(max)
  expect(await changes(simulator, order)).toBe(0)
  await expect(await steps.send(max, operation)).toContainText(steps.reason)
  expect(await changes(simulator, order)).toBe(1)
})
