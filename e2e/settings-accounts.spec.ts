import { expectAccessible } from './fixtures/accessibility.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expect, test } from './fixtures/test.ts'
import { expectToFit, open, problemOf, saidOf, sectionOf, tabTo } from './settings-steps.ts'

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

const secret = 'a-password-that-never-comes-back'

test('with the keyboard alone an administrator adds an account, whose password never comes back', async ({
  signedInAs,
}) => {
  const page = await signedInAs('administrator', { at: own })
  await open(page, '/settings/accounts')
  await tabTo(page, page.getByText('Add an account'))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Add the account' }))
  await page.keyboard.press('Enter')
  await expect(problemOf(page)).toBeFocused()
  await expect(problemOf(page).getByRole('link')).toHaveText([
    'Enter a label.',
    'Enter the login name.',
    'Enter the password.',
  ])
  await expectAccessible(page)
  for (const [name, typed] of [
    ['Label', 'A label of sixty characters, all of which are needed, truly'],
    ['Login name at the CA', 'partner'],
  ] as const) {
    await tabTo(page, page.getByRole('textbox', { name }))
    await page.keyboard.type(typed)
  }
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(secret)
  await page.keyboard.press('Enter')
  await expect(saidOf(page)).toBeFocused()
  await page.getByRole('link', { name: 'A label of sixty' }).click()
  await expect(sectionOf(page, 'Password')).toContainText(/Set .* by Ada Moreau, never shown/)
  expect(await page.content()).not.toContain(secret)
  await page.getByLabel('New password', { exact: true }).fill(`${secret}-again`)
  await page.getByRole('button', { name: 'Replace the password' }).click()
  await expect(page.getByText(/The password is replaced/)).toBeVisible()
  await expect(page.getByLabel('New password', { exact: true })).toHaveValue('')
  expect(await page.content()).not.toContain(secret)

  const url = page.getByRole('textbox', { name: 'Base URL' })
  await url.fill('http://evil.example/')
  await page.getByRole('button', { name: 'Save', exact: true }).first().click()
  await expect(url).toHaveAttribute('aria-invalid', 'true')
  await expect(url).toHaveValue('http://evil.example/')
})

test('a pause stops everybody with its reason until it is lifted, which is said in place', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('administrator', { at: own })
  await open(page, '/settings/accounts')
  await page.getByRole('link', { name: 'Demo US' }).click()
  const sending = sectionOf(page, 'Sending')
  await sending.getByRole('button', { name: 'Pause sending' }).click()
  await expect(problemOf(page)).toContainText('Say why nothing may be sent.')
  await sending.getByRole('textbox', { name: 'Why is it paused?' }).fill('The login is being moved')
  await sending.getByRole('button', { name: 'Pause sending' }).click()
  await expect(sending).toContainText('Paused by Ada Moreau: The login is being moved.')
  await expect(sending).toContainText(/Sending for Demo US is paused.*On hold.*Why may it send again/s)
  await expect(sending).not.toContainText('One of four things')
  await expectAccessible(page)
  const agent = await signedInAs('agent', { at: own })
  await agent.goto(`/orders/${await freshOrder()}/request-manual-callback?account=Demo+US`)
  await expect(agent.getByText('The login is being moved').first()).toBeVisible()
  await open(page, '/settings/accounts')
  await expect(page.getByRole('row', { name: /Demo US.*On hold/ })).toBeVisible()
  await page.getByRole('link', { name: 'Demo US' }).click()
  await sending.getByRole('textbox', { name: 'Why may it send again?' }).fill('It is moved.')
  await sending.getByRole('button', { name: 'Lift the hold' }).click()
  await expect(saidOf(page)).toContainText('The hold on Demo US is lifted.')
  await expect(sending.getByRole('button', { name: 'Pause sending' })).toBeVisible()
})

test('who may use it, templates and the push address are changed and taken back', async ({ signedInAs }) => {
  const page = await signedInAs('administrator', { at: own, viewport: { width: 390, height: 844 } })
  await open(page, '/settings/accounts')
  await expectToFit(page)
  await page.getByRole('link', { name: 'Demo EU' }).click()
  await expectToFit(page)
  const who = sectionOf(page, 'Who may use it')
  await expect(who.getByRole('checkbox', { name: 'Ann Kowalski' })).toBeHidden()
  await who.getByRole('radio', { name: /^Chosen people/ }).check()
  await who.getByRole('checkbox', { name: 'Ann Kowalski' }).check()
  await who.getByRole('button', { name: 'Save' }).click()
  await expect(who).toContainText('Only the people you chose, and administrators')
  const viewer = await signedInAs('viewer', { at: own })
  await viewer.goto('/activity')
  await expect(viewer.getByRole('option', { name: 'Demo US' })).toHaveCount(1)
  await expect(viewer.getByRole('option', { name: 'Demo EU' })).toHaveCount(0)

  const templates = sectionOf(page, /^DCV templates/)
  await templates.getByRole('textbox', { name: 'Number at the CA' }).fill('twelve')
  await templates.getByRole('textbox', { name: 'Name' }).fill('Welcome')
  await templates.getByRole('button', { name: 'Add the template' }).click()
  await expect(problemOf(page)).toContainText('Enter the template’s number')
  await expect(templates.getByRole('textbox', { name: 'Name' })).toHaveValue('Welcome')
  await templates.getByRole('textbox', { name: 'Number at the CA' }).fill('12')
  await templates.getByRole('button', { name: 'Add the template' }).click()
  await expect(templates).toContainText('Template 12 is named “Welcome”.')
  await templates.getByText('Rename or remove Welcome').click()
  const row = templates.getByRole('listitem').filter({ hasText: 'Welcome' })
  await row.getByRole('textbox', { name: 'Name' }).fill('A warm welcome')
  await row.getByRole('button', { name: 'Rename' }).click()
  await expect(templates).toContainText('Template 12 is named “A warm welcome”.')
  await templates.getByRole('button', { name: 'Remove it here' }).click()
  await expect(templates).toContainText('“A warm welcome” is removed here.')

  const push = sectionOf(page, 'Push address')
  await push.getByRole('button', { name: 'Make an address' }).click()
  await expect(push).toContainText(/\/push\/[\w-]{43}/)
  await expectToFit(page)
  await push.getByText('End the address').click()
  await expectAccessible(page)
  await push.getByRole('button', { name: 'End now' }).click()
  await expect(push).toContainText('The address is taken away.')
  await expect(push.getByRole('button', { name: 'Make an address' })).toBeVisible()
})
