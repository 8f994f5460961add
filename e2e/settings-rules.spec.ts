import { expectAccessible } from './fixtures/accessibility.ts'
import { ask } from './fixtures/api-client.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expect, test } from './fixtures/test.ts'
import { expectToFit, open, problemOf, saidOf, sectionOf, tabTo } from './settings-steps.ts'

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

test('with the keyboard alone an administrator saves a rule, keeps what was typed wrong, and finds it again', async ({
  signedInAs,
}) => {
  const page = await signedInAs('administrator', { at: own })
  await open(page, '/settings/rules')
  await expectAccessible(page)
  const field = page.getByRole('textbox', { name: 'Schedule a callback' })
  await tabTo(page, field)
  await page.keyboard.type('soon')
  await page.keyboard.press('Enter')
  await expect(problemOf(page)).toBeFocused()
  await expect(field).toHaveValue('soon')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('60')
  await page.keyboard.press('Enter')
  await expect(sectionOf(page, 'Cool-downs')).toContainText('Saved, for everybody')
  await page.reload()
  await expect(field).toHaveValue('60')
})

test('each part is saved by itself and leaves the others as they were', async ({ signedInAs }) => {
  const page = await signedInAs('administrator', { at: own, viewport: { width: 390, height: 844 } })
  await open(page, '/settings/rules')
  await expectToFit(page)
  const coolDowns = sectionOf(page, 'Cool-downs')
  await coolDowns.getByRole('textbox', { name: 'Request a manual callback' }).fill('45')
  await coolDowns.getByRole('button', { name: 'Save cool-downs' }).click()
  await expect(coolDowns).toContainText('Saved')
  const hours = sectionOf(page, 'Calling hours')
  await hours.getByRole('combobox', { name: 'Time zone' }).fill('amsterdam')
  await hours.getByRole('checkbox', { name: 'Sunday' }).uncheck()
  await hours.getByRole('textbox', { name: 'From' }).fill('18:00')
  await hours.getByRole('textbox', { name: 'Until' }).fill('17:00')
  await hours.getByRole('button', { name: 'Save calling hours' }).click()
  await expect(hours.getByRole('textbox', { name: 'Until' })).toHaveAccessibleDescription(
    /later on the same day/,
  )
  await expect(hours.getByRole('checkbox', { name: 'Sunday' })).not.toBeChecked()
  await hours.getByRole('textbox', { name: 'From' }).fill('08:30')
  await hours.getByRole('button', { name: 'Save calling hours' }).click()
  await expect(hours).toContainText('Saved')

  const changes = sectionOf(page, 'Contact changes')
  await changes.getByRole('radio', { name: 'A second person' }).check()
  await changes.getByRole('textbox', { name: 'A change runs out after' }).fill('200')
  await changes.getByRole('button', { name: 'Save contact changes' }).click()
  await expect(problemOf(page)).toContainText('Enter 168 or less.')
  await changes.getByRole('textbox', { name: 'A change runs out after' }).fill('48')
  await changes.getByRole('button', { name: 'Save contact changes' }).click()
  await expect(changes).toContainText('Saved')

  const factor = sectionOf(page, 'Second factor')
  await factor.getByRole('checkbox', { name: 'manager' }).check()
  await factor.getByRole('button', { name: 'Save second factor' }).click()
  await expect(factor).toContainText('Saved')
  const sessions = sectionOf(page, 'Sessions')
  await sessions.getByRole('textbox', { name: 'In all' }).fill('240')
  await sessions.getByRole('button', { name: 'Save session limits' }).click()
  await expect(sessions).toContainText('Saved')
  await expectAccessible(page)

  await open(page, '/settings/rules')
  await expect(hours.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Europe/Amsterdam')
  await expect(changes.getByRole('radio', { name: 'A second person' })).toBeChecked()
  await expect(factor.getByRole('checkbox', { name: 'manager' })).toBeChecked()
  await expect(sessions.getByRole('textbox', { name: 'In all' })).toHaveValue('240')
  await expect(page.getByRole('textbox', { name: 'Request a manual callback' })).toHaveValue('45')
})

test('a token is limited, shown once, used, and revoked in two steps, after which it opens nothing', async ({
  signedInAs,
}) => {
  const page = await signedInAs('administrator', { at: own })
  await open(page, '/settings/tokens')
  await tabTo(page, page.getByText('Issue a token'))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'Name' }))
  await page.keyboard.type('Ticket system')
  const operations = page.getByRole('group', { name: 'Operations', exact: true })
  await operations.getByRole('radio', { name: 'Chosen ones' }).check()
  await page.getByRole('button', { name: 'Issue the token' }).click()
  await expect(problemOf(page)).toContainText('Choose at least one operation.')
  await page.getByRole('checkbox', { name: 'Schedule a callback' }).check()
  await page.getByRole('button', { name: 'Issue the token' }).click()
  await expect(saidOf(page)).toContainText(/unstuck_/)
  const text = (await saidOf(page).textContent()) ?? ''
  const token = /unstuck_[\w-]{43}/.exec(text)?.[0] ?? ''
  expect(token).not.toBe('')
  await expectAccessible(page)
  const status = async () =>
    (await ask(`${own.url}/api/v1/operations`, { headers: { authorization: `Bearer ${token}` } })).status
  expect(await status()).toBe(200)

  await page.reload()
  await expect(page.getByRole('row', { name: /Ticket system.*Schedule a callback/ })).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await open(page, '/settings/tokens')
  await page.getByText('Revoke Ticket system').click()
  await page.getByRole('button', { name: 'Revoke now' }).click()
  await expect(page.getByText('The token Ticket system is revoked.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Ticket system.*Revoked/ })).toBeVisible()
  expect(await status()).toBe(401)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectToFit(page)
  await expectAccessible(page)
})
