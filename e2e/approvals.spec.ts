import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { apiClient, issueToken, problemOf, receiptOf } from './fixtures/api-client.ts'
import { changes, input, operation, waiting } from './fixtures/approvals.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { callAction, cookieOf } from './fixtures/raw-actions.ts'
import { demandSecondPerson } from './fixtures/second-person.ts'
import { whatHappened as happened } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'
import { expectToFit } from './settings-steps.ts'
import * as steps from './steps.ts'

/** Where contact changes need a second person: one asks, another looks and decides, and the CA hears of it once or never. */

// The first one looks at four screens in every colour.
test.describe.configure({ mode: 'default', timeout: 90_000 })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
  demandSecondPerson(own.dataDir)
})
test.afterAll(() => own.stop())

const newPhone = input.phoneNumber ?? ''

const fold = (page: Page, verb: string) => waiting(page).getByText(`${verb}…`)

/** Asks as a person does, and ends where the form says that it waits. */
async function ask(page: Page, order: string): Promise<Locator> {
  await steps.openForm(page, order, operation, { ticket: '48213', src: 'zendesk' })
  await steps.fillIn(page, operation, input)
  const check = await steps.checkBeforeSending(page)
  await expect(check).toContainText('a second person has to agree')
  await page.getByRole('button', { name: 'Ask for approval' }).click()
  await expect(happened(page)).toBeFocused()
  return happened(page)
}

test('one asks and another approves after a second look: nothing leaves before, and one call after', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const max = await signedInAs('manager', { at: own })
  const told = await ask(max, order)
  await expect(told).toContainText('Waits for a second person')
  await expect(told).not.toContainText('Not sent')
  await expect(max.getByRole('heading', { name: 'Asked for approval' })).toBeVisible()
  await expect(max.getByRole('button', { name: 'Ask for approval' })).toHaveCount(0)
  await expect(waiting(max)).toContainText('Another manager or an administrator has to agree')
  await expectAccessible(max)
  // The draft is gone with it, so that nobody asks twice by accident.
  await max.reload()
  const form = await steps.formOf(max, operation)
  await expect(form.getByRole('textbox', { name: 'Reason for the change' })).toHaveValue('')
  expect(await changes(simulator, order)).toBe(0)

  const ada = await signedInAs('administrator', { at: own })
  await ada.goto('/')
  await ada
    .getByRole('region', { name: /^Needs you/ })
    .getByRole('link', { name: new RegExp(`^Decide .*${order}$`) })
    .click()
  await expect(waiting(ada)).toContainText(newPhone)
  await expect(waiting(ada)).toContainText(steps.reason)
  await expect(waiting(ada)).toContainText(/Max Okafor.*48213/s)
  await fold(ada, 'Approve').click()
  const look = ada.getByRole('form', { name: 'Check before approving' })
  await expect(look).toContainText(newPhone)
  await expect(look).toContainText(order)
  await expectAccessible(ada)
  await look.getByRole('button', { name: 'Approve and send' }).click()
  await expect(happened(ada)).toBeFocused({ timeout: 20_000 })
  await expect(happened(ada)).toContainText(/Approved.*Passed on/s)
  await expect(waiting(ada)).toHaveCount(0)
  await expect(steps.entriesOf(ada)).toContainText('by Max Okafor')
  await expect(steps.timelineOf(ada)).toContainText('Ada Moreau approved what Max Okafor asked for')
  await expectAccessible(ada)
  expect(await changes(simulator, order)).toBe(1)
})

test('by keyboard on a telephone’s width: a declining needs its note, which the requester reads afterwards', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const viewport = { width: 390, height: 844 }
  const max = await signedInAs('manager', { at: own, viewport })
  await ask(max, order)
  await expectToFit(max)

  const ada = await signedInAs('administrator', { at: own, viewport })
  await ada.goto(steps.orderPath(order))
  await expectToFit(ada)
  const note = ada.getByRole('textbox', { name: 'Why? Max Okafor reads it.' })
  await fold(ada, 'Approve').evaluate((words) => words.closest('summary')?.focus())
  await ada.keyboard.press('Tab')
  await ada.keyboard.press('Enter')
  await ada.keyboard.press('Tab')
  await expect(note).toBeFocused()
  await ada.keyboard.press('Tab')
  await ada.keyboard.press('Enter')
  await expect(steps.summaryOf(ada)).toBeFocused()
  await expectAccessible(ada)
  await expectToFit(ada)
  await ada.keyboard.press('Tab')
  await ada.keyboard.press('Enter')
  await expect(note).toBeFocused()
  await ada.keyboard.type('The number is not the company’s.')
  await ada.keyboard.press('Tab')
  await ada.keyboard.press('Enter')
  await expect(happened(ada)).toBeFocused()
  await expect(happened(ada)).toContainText('Declined. Nothing was sent.')

  await max.goto(steps.orderPath(order))
  await expect(waiting(max)).toHaveCount(0)
  await expect(steps.timelineOf(max)).toContainText('Ada Moreau declined what Max Okafor asked for')
  await expect(steps.timelineOf(max)).toContainText('“The number is not the company’s.”')
  await expectAccessible(max)
  await expectToFit(max)
  expect(await changes(simulator, order)).toBe(0)
})

test('whoever asked finds it on their desk and takes it back, and then nobody can approve it', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const max = await signedInAs('manager', { at: own })
  await ask(max, order)
  const ada = await signedInAs('administrator', { at: own })
  await ada.goto(steps.orderPath(order))
  await fold(ada, 'Approve').click()

  await max.goto('/')
  await expectAccessible(max)
  await max.getByRole('link', { name: new RegExp(`^Look .*${order}$`) }).click()
  await expect(fold(max, 'Approve')).toHaveCount(0)
  await fold(max, 'Withdraw').click()
  await max.getByRole('button', { name: 'Withdraw the request' }).click()
  await expect(happened(max)).toContainText('Withdrawn. Nothing was sent.')

  await ada.getByRole('button', { name: 'Approve and send' }).click()
  await expect(steps.summaryOf(ada)).toContainText('It was withdrawn already by Max Okafor')
  await ada.reload()
  await expect(steps.timelineOf(ada)).toContainText('Max Okafor withdrew a request')
  expect(await changes(simulator, order)).toBe(0)
})

test('agents and viewers see what waits without a way to decide, and forged calls decide nothing', async ({
  signedInAs,
  stateOf,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  await ask(await signedInAs('manager', { at: own }), order)
  for (const role of ['agent', 'viewer'] as const) {
    const page = await signedInAs(role, { at: own })
    await page.goto(steps.orderPath(order))
    await expect(waiting(page)).toContainText(
      'A manager or an administrator other than Max Okafor decides here',
    )
    for (const verb of ['Approve', 'Decline', 'Withdraw']) await expect(fold(page, verb)).toHaveCount(0)
  }
  const ada = await signedInAs('administrator', { at: own })
  await ada.goto(steps.orderPath(order))
  const approval = (await waiting(ada).getByRole('listitem').first().getAttribute('id')) ?? ''
  const form = { approval: approval.replace('approval-', ''), note: 'forged' }
  const path = steps.orderPath(order)
  for (const action of ['approveChangeAction', 'declineChangeAction', 'withdrawChangeAction']) {
    const call = { server: own.url, path, action, form }
    expect((await callAction(call)).text, action).toContain('You are signed out')
    for (const role of ['agent', 'viewer'] as const) {
      const cookie = cookieOf(await stateOf(role, own.url))
      expect((await callAction({ ...call, cookie })).text, `${action} ${role}`).toMatch(
        /needs the role|Only whoever/,
      )
    }
    const cookie = cookieOf(await stateOf('administrator', own.url))
    const foreign = await callAction({ ...call, cookie, origin: 'https://evil.example' })
    expect(foreign.text, action).not.toContain('"ok":true')
  }
  const requester = cookieOf(await stateOf('manager', own.url))
  const approve = { server: own.url, path, action: 'approveChangeAction', form, cookie: requester }
  expect((await callAction(approve)).text).toContain('Somebody else has to decide this')
  expect(await changes(simulator, order)).toBe(0)
})

test('the interface answers 202 while it waits and the receipt once a person has approved it', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const client = apiClient(own.url, await issueToken(own.dataDir, 'manager'))
  const wish = {
    operation,
    key: `waits-${order}`,
    body: { account: steps.account, input, reason: steps.reason },
  }
  for (let time = 0; time < 2; time++)
    expect(problemOf(await client.perform(order, wish), 202)).toMatchObject({ cause: 'approval' })
  expect(await changes(simulator, order)).toBe(0)
  const ada = await signedInAs('administrator', { at: own })
  await ada.goto(steps.orderPath(order))
  await fold(ada, 'Approve').click()
  await ada.getByRole('button', { name: 'Approve and send' }).click()
  await expect(happened(ada)).toContainText('Approved', { timeout: 20_000 })
  expect(receiptOf(await client.perform(order, wish))).toMatchObject({ kind: 'passed-on', repeated: true })
  expect(await changes(simulator, order)).toBe(1)
})
