import type { Page } from '@playwright/test'
import { samplePerson, type SampleRole } from '../scripts/support/sample-people.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { addAuthenticator, codeBefore, codeOf, keyOf } from './fixtures/second-factors.ts'
import { expect, test } from './fixtures/test.ts'
import { call, expectToFit, open, problemOf, saidOf, sectionOf, tabTo } from './settings-steps.ts'
import { fillSignIn } from './steps.ts'

/** Each test is somebody else, because it changes how they sign in. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

async function signIn(page: Page, role: SampleRole, password?: string): Promise<void> {
  await page.goto(`${own.url}/sign-in?next=%2Fyou`)
  const person = samplePerson(role)
  await fillSignIn(page, { email: person.email, password: password ?? person.password })
  await expect(heading(page)).toBeVisible()
}

const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'You' })
const proof = (page: Page) => page.getByRole('textbox', { name: /^Your password/ })
const codes = (page: Page) => page.getByRole('region', { name: 'Your recovery codes' })

test('the person menu leads to one’s own page, which says who one is and where one is signed in', async ({
  page,
  signedInAs,
}) => {
  await signedInAs('viewer', { at: own })
  await signIn(page, 'viewer')
  await page.goto(`${own.url}/codes`)
  const { name, email } = samplePerson('viewer')
  await page.getByRole('button', { name }).click()
  await page.getByRole('link', { name: 'Your page' }).click()
  await expect(heading(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign out' }), 'the menu is closed').toBeHidden()
  await expect(page.getByRole('main')).toContainText(email)
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectToFit(page)

  const sessions = sectionOf(page, /^Sessions/)
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await expect(sessions.getByRole('listitem').first()).toContainText('Chrome on Linux (this one)')
  await sessions.getByText('End the session: Chrome').click()
  const end = sessions.getByRole('button', { name: 'End this session' })
  await proof(page).last().fill('not the password')
  await end.click()
  await expect(problemOf(page)).toContainText('This is not your password.')
  await proof(page).last().fill(samplePerson('viewer').password)
  await end.click()
  await expect(saidOf(page)).toBeFocused()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)
})

test('whoever changes their password shows the old one, stays signed in here, and is signed out elsewhere', async ({
  page,
  signedInAs,
}) => {
  const elsewhere = await signedInAs('manager', { at: own })
  await elsewhere.goto(`${own.url}/`)
  await signIn(page, 'manager')
  const fresh = 'seven quiet lanterns at sea'
  const change = page.getByRole('button', { name: 'Change the password' })
  await page.getByLabel('Password now').fill('not the password')
  await page.getByLabel('New password').fill(fresh)
  await change.click()
  await expect(problemOf(page)).toContainText('This is not your password.')
  await expect(problemOf(page)).toBeFocused()
  await expectAccessible(page)
  await page.getByLabel('Password now').fill(samplePerson('manager').password)
  await page.getByLabel('New password').fill('short')
  await expect(sectionOf(page, 'Password')).toContainText('10 more to go')
  await change.click()
  await expect(problemOf(page)).toContainText('Use 15 characters or more')
  await page.getByLabel('New password').fill(fresh)
  await change.click()
  await expect(saidOf(page)).toContainText('Your password is changed. Other sessions ended: 1.')
  await expect(page.getByLabel('Password now')).toHaveValue('')

  await elsewhere.goto(`${own.url}/`)
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await page.reload()
  await expect(heading(page)).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, 'manager', fresh)
})

test('with the keyboard alone an app is set up, new recovery codes are made, and the app is removed again', async ({
  page,
}) => {
  await signIn(page, 'agent')
  await open(page, `${own.url}/you`)
  await tabTo(page, page.getByText('Set up an app'))
  await page.keyboard.press('Enter')
  await tabTo(page, proof(page))
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(problemOf(page)).toBeFocused()
  await proof(page).fill(samplePerson('agent').password)
  await page.keyboard.press('Enter')
  const secret = await keyOf(page)
  await expectAccessible(page)
  const code = page.getByRole('textbox', { name: 'Code of the app' })
  await tabTo(page, code)
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await expect(problemOf(page)).toContainText('The code is wrong')
  await code.fill(await codeBefore(secret))
  await page.keyboard.press('Enter')
  await expect(codes(page)).toBeFocused()
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toHaveCount(0)
  const first = await codes(page).getByRole('listitem').allInnerTexts()
  await expectAccessible(page)
  await tabTo(page, page.getByRole('button', { name: 'I have kept them' }))
  await page.keyboard.press('Enter')
  await expect(codes(page)).toHaveCount(0)

  await page.getByText('Make new codes').first().click()
  await proof(page).fill(codeOf(secret))
  await page.keyboard.press('Enter')
  await expect(codes(page)).toBeFocused()
  expect(await codes(page).getByRole('listitem').allInnerTexts()).not.toEqual(first)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.reload()
  await expect(page.getByRole('main')).toContainText('10 are left.')

  await page.getByText('Remove the app').first().click()
  await proof(page).fill(codeOf(secret, 30))
  await page.keyboard.press('Enter')
  await expect(saidOf(page)).toContainText('The app is removed.')
  await expect(page.getByText('Set up an app')).toBeVisible()
})

test('a passkey is added under a name, and the last one stays while a second factor is needed', async ({
  page,
  stateOf,
}) => {
  const boss = await stateOf('administrator', own.url)
  await addAuthenticator(page)
  await signIn(page, 'administrator')
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${own.url}/you`)
  await page.getByText('Add a passkey').first().click()
  const add = page.getByRole('button', { name: 'Add a passkey' })
  await page.getByRole('textbox', { name: 'Name' }).fill('Telephone')
  await proof(page).fill('not the password')
  await add.click()
  await expect(problemOf(page)).toContainText('This is not your password.')
  await proof(page).fill(samplePerson('administrator').password)
  await add.click()
  await expect(codes(page)).toBeFocused()
  await expectToFit(page)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Telephone' })).toContainText('not used yet')

  const demanded = { path: '/settings/rules', form: { 'secondFactorRoles[]': 'administrator' } }
  expect(await call(own, 'saveFactorRolesAction', demanded, boss)).toContain('"ok":true')
  const remove = async () => {
    await page.getByText('Remove Telephone').click()
    await proof(page).fill(samplePerson('administrator').password)
    await page.getByRole('button', { name: 'Remove the passkey' }).click()
  }
  await remove()
  await expect(problemOf(page)).toContainText('this is your last')
  await expectAccessible(page)
  await expect(page.getByRole('listitem').filter({ hasText: 'Telephone' })).toBeVisible()
})
