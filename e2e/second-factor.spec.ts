import type { Page } from '@playwright/test'
import { samplePerson, type SampleRole } from '../scripts/support/sample-people.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { lookUp } from './fixtures/doors.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { addAuthenticator, codeOf, keyOf } from './fixtures/second-factors.ts'
import { expect, test } from './fixtures/test.ts'
import { call, expectToFit, open, problemOf, saidOf, tabTo } from './settings-steps.ts'
import { fillSignIn } from './steps.ts'

/** Agents and two people alone need a second factor at this server; each test is somebody else, and sets one up first. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async ({ stateOf }) => {
  own = await ownServer()
  const state = await stateOf('administrator', own.url)
  const demand = async (action: string, path: string, form: Record<string, string>) =>
    expect(await call(own, action, { path, form }, state)).toContain('"ok":true')
  await demand('saveFactorRolesAction', '/settings/rules', { 'secondFactorRoles[]': 'agent' })
  for (const role of ['viewer', 'manager'] as const) {
    const person = lookUp(own.dataDir, 'select id from person where email = ?', samplePerson(role).email)
    await demand('requireFactorAction', '/settings/people', { person, demand: 'yes' })
  }
})
test.afterAll(() => own.stop())

async function give(page: Page, role: SampleRole, next = '/codes'): Promise<void> {
  await page.goto(`${own.url}/sign-in?${new URLSearchParams({ next })}`)
  await fillSignIn(page, samplePerson(role))
}

async function signOut(page: Page, role: SampleRole): Promise<void> {
  await page.getByRole('button', { name: samplePerson(role).name }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/reason=signed-out/)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const codeField = (page: Page) => page.getByRole('textbox', { name: 'Code of the app' })
const codesOf = (page: Page) => page.getByRole('region', { name: 'Your recovery codes' })

test('with the keyboard alone an agent sets an app up, keeps the recovery codes, and signs in with a code and with a recovery code', async ({
  page,
}) => {
  await give(page, 'agent')
  await expect(heading(page, 'Set up a second factor')).toBeVisible()
  await expectAccessible(page)
  await page.goto(`${own.url}/`)
  await expect(page, 'the password alone opens nothing').toHaveURL(/\/sign-in\?next/)

  await open(page, `${own.url}/sign-in/set-up?next=%2Fcodes`)
  await tabTo(page, page.getByRole('button', { name: 'Set up an app' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Authenticator app' })).toBeFocused()
  const secret = await keyOf(page)
  await expectAccessible(page)
  await tabTo(page, codeField(page))
  await page.keyboard.type('000 000')
  await page.keyboard.press('Enter')
  await expect(problemOf(page)).toBeFocused()
  await expect(codeField(page)).toHaveAccessibleDescription(/The code is wrong/)
  const used = codeOf(secret)
  await codeField(page).fill(used)
  await page.keyboard.press('Enter')

  await expect(codesOf(page)).toBeFocused()
  const recovery = await codesOf(page).getByRole('listitem').allInnerTexts()
  expect(recovery).toHaveLength(10)
  await expectAccessible(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('unstuck-recovery-codes.txt')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(problemOf(page)).toContainText('Keep the codes first')
  await page.getByRole('checkbox', { name: 'I have kept the recovery codes' }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(heading(page, 'Codes')).toBeVisible()
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['unstuck'])

  await signOut(page, 'agent')
  await give(page, 'agent')
  await expect(heading(page, 'Second factor')).toBeVisible()
  await expectAccessible(page)
  await codeField(page).fill(used)
  await page.keyboard.press('Enter')
  await expect(problemOf(page), 'a code counts once').toContainText('was used already')
  await expect(problemOf(page)).toBeFocused()
  await codeField(page).fill(codeOf(secret, 30))
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Codes')).toBeVisible()

  await signOut(page, 'agent')
  await give(page, 'agent')
  await page.getByText('Use a recovery code').click()
  const field = page.getByRole('textbox', { name: 'Recovery code' })
  await field.fill('not one')
  await page.keyboard.press('Enter')
  await expect(problemOf(page)).toContainText('The recovery code is wrong')
  await expectAccessible(page)
  await field.fill(recovery[3]?.toUpperCase() ?? '')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Codes')).toBeVisible()

  await signOut(page, 'agent')
  await give(page, 'agent')
  for (let guess = 0; guess < 5; guess++) {
    await codeField(page).fill('000000')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    if (guess < 4) await expect(problemOf(page)).toBeFocused()
  }
  await expect(page.getByText('Begin again with your password.')).toBeVisible()
  await page.goto(`${own.url}/sign-in/second-factor`)
  await expect(page, 'without a step there is nothing to answer').toHaveURL(/reason=step-over/)
})

test('on a telephone a manager sets a passkey up, and it lets them in beside the password and alone, until an administrator removes it', async ({
  page,
  signedInAs,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await addAuthenticator(page)
  await give(page, 'manager')
  await expect(heading(page, 'Set up a second factor')).toBeVisible()
  await expectToFit(page)
  const name = page.getByRole('textbox', { name: 'Name' })
  await name.fill(' ')
  await page.getByRole('button', { name: 'Set up a passkey' }).click()
  await expect(problemOf(page)).toContainText('Enter a name.')
  await name.fill('Telephone')
  await page.getByRole('button', { name: 'Set up a passkey' }).click()
  await expect(codesOf(page)).toBeFocused()
  await expectToFit(page)
  await page.getByRole('checkbox', { name: 'I have kept the recovery codes' }).check()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(heading(page, 'Codes')).toBeVisible()

  await signOut(page, 'manager')
  await give(page, 'manager')
  await expect(heading(page, 'Second factor')).toBeVisible()
  await expectToFit(page)
  await expectAccessible(page)
  await expect(codeField(page), 'there is no app').toHaveCount(0)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(heading(page, 'Codes')).toBeVisible()

  await signOut(page, 'manager')
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await open(page, `${own.url}/sign-in?next=%2Factivity`)
  await expectToFit(page)
  const loaded = scripts.length
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(heading(page, 'Activity')).toBeVisible()
  expect(scripts.slice(0, loaded).length, 'the library comes when it is asked for').toBeLessThan(
    scripts.length,
  )

  const admin = await signedInAs('administrator', { at: own })
  await open(admin, '/settings/people')
  await admin.getByRole('link', { name: samplePerson('manager').name }).click()
  await admin.getByText('Remove their second factors').click()
  await admin.getByRole('button', { name: 'Remove now' }).click()
  await expect(saidOf(admin)).toContainText('The second factors are removed. Sessions ended: 1.')
  await expectAccessible(admin)
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in/)
  await give(page, 'manager')
  await expect(heading(page, 'Set up a second factor')).toBeVisible()
})

test('a passkey that this device does not have is said, and the password still works', async ({ page }) => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await open(page, `${own.url}/sign-in`)
  await page.evaluate(() => {
    navigator.credentials.get = () => Promise.reject(new DOMException('none', 'NotAllowedError'))
  })
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(problemOf(page)).toContainText('No passkey was used')
  await expect(problemOf(page)).toBeFocused()
  await expectAccessible(page)
  await fillSignIn(page, samplePerson('administrator'))
  await expect(heading(page, 'Desk')).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a viewer sets an app up, gets the recovery codes, and signs in with a code of each kind', async ({
    page,
  }) => {
    await give(page, 'viewer')
    await expect(heading(page, 'Set up a second factor')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Set up a passkey' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Set up an app' }).click()
    const secret = await keyOf(page)
    await codeField(page).fill('000000')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(problemOf(page)).toContainText('The code is wrong')
    expect(await keyOf(page), 'the key is still there').toBe(secret)
    await codeField(page).fill(codeOf(secret))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(codesOf(page)).toBeVisible()
    const recovery = await codesOf(page).getByRole('listitem').allInnerTexts()
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(problemOf(page)).toContainText('Keep the codes first')
    expect(await codesOf(page).getByRole('listitem').allInnerTexts()).toEqual(recovery)
    await page.getByRole('checkbox', { name: 'I have kept the recovery codes' }).check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await expect(heading(page, 'Codes')).toBeVisible()

    await signOut(page, 'viewer')
    await give(page, 'viewer')
    await expect(page.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0)
    await codeField(page).fill('12')
    await page.keyboard.press('Enter')
    await expect(problemOf(page)).toContainText('The code is wrong')
    await codeField(page).fill(codeOf(secret, 30))
    await page.keyboard.press('Enter')
    await expect(heading(page, 'Codes')).toBeVisible()

    await signOut(page, 'viewer')
    await give(page, 'viewer')
    await page.getByText('Use a recovery code').click()
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(recovery[0] ?? '')
    await page.keyboard.press('Enter')
    await expect(heading(page, 'Codes')).toBeVisible()
  })
})
