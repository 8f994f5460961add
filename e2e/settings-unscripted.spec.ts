import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expect, test } from './fixtures/test.ts'
import { problemOf, saidOf, sectionOf } from './settings-steps.ts'

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

test('without scripts a settings form comes back with what was typed, and what is shown once is shown', async ({
  browser,
  stateOf,
}) => {
  const storageState = await stateOf('administrator', own.url)
  const context = await browser.newContext({ baseURL: own.url, storageState, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/settings/people')
  await page.getByText('Invite a person').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Nell Vance')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('not an address')
  await page.getByRole('radio', { name: 'manager' }).check()
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(problemOf(page)).toContainText('Enter an e-mail address.')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Nell Vance')
  await expect(page.getByRole('radio', { name: 'manager' })).toBeChecked()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('nell@example.org')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(saidOf(page)).toContainText(/\/welcome#[\w-]{43}/)

  await page.goto('/settings/rules')
  const hours = sectionOf(page, 'Calling hours')
  await hours.getByRole('checkbox', { name: 'Sunday' }).uncheck()
  await hours.getByRole('textbox', { name: 'Until' }).fill('late')
  await hours.getByRole('button', { name: 'Save calling hours' }).click()
  await expect(hours.getByRole('textbox', { name: 'Until' })).toHaveValue('late')
  await expect(hours.getByRole('checkbox', { name: 'Sunday' })).not.toBeChecked()
  await expect(hours.getByRole('checkbox', { name: 'Monday' })).toBeChecked()
  await context.close()
})
