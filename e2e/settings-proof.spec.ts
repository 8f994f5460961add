import { samplePerson } from '../scripts/support/sample-people.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { changedSince, everyRow } from './fixtures/doors.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { letProofsAge } from './fixtures/session-age.ts'
import { expect, test } from './fixtures/test.ts'
import { settingsActions } from './settings-actions.ts'
import { call, expectToFit, open, problemOf, saidOf } from './settings-steps.ts'
import { fillSignIn } from './steps.ts'

/** An administrator's browser that was left open gives nobody access. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

/** What lets somebody in, lets them do more, or ends the demand of a second factor or a second person. */
const asking = [
  'invitePersonAction',
  'setRoleAction',
  'setAccessAction',
  'resetPersonAction',
  'removeFactorsAction',
  'requireFactorAction',
  'changeAccountAction',
  'restrictAccountAction',
  'saveContactChangesAction',
  'saveFactorRolesAction',
  'issueTokenAction',
]

test('ten minutes after the sign-in nothing that gives access is done without another proof', async ({
  stateOf,
}) => {
  const state = await stateOf('administrator', own.url)
  letProofsAge(own.dataDir)
  const before = everyRow(own.dataDir)
  const asked: string[] = []
  for (const [action, about] of Object.entries(settingsActions)) {
    if (!asking.includes(action)) continue
    // Wrong ones for the first alone: more would have to wait.
    for (const proof of asked.length === 0 ? ['not the password', ''] : ['']) {
      const said = await call(own, action, { ...about, form: { ...about.form, proof } }, state)
      expect(said, action).toContain('"asks":"password"')
    }
    expect(changedSince(before, own.dataDir), action).toEqual([])
    asked.push(action)
  }
  expect(asked.toSorted()).toEqual(asking.toSorted())
})

test('an administrator is asked in the form itself, keeps what was typed, and is not asked twice', async ({
  page,
}) => {
  const { email, password } = samplePerson('administrator')
  await page.goto(`${own.url}/sign-in?next=/settings/people`)
  await fillSignIn(page, { email, password })
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  letProofsAge(own.dataDir)
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${own.url}/settings/people`)
  await page.getByText('Invite a person').click()
  const name = page.getByRole('textbox', { name: 'Name' })
  const proof = page.getByRole('textbox', { name: 'Your password' })
  const invite = page.getByRole('button', { name: 'Invite', exact: true })
  await name.fill('Nell Vance')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('nell@example.org')
  await expect(proof).toHaveCount(0)
  await invite.click()
  await expect(problemOf(page)).toBeFocused()
  await expect(problemOf(page)).toContainText('Enter your password.')
  await expectAccessible(page)
  await expectToFit(page)
  await proof.fill('not the password')
  await invite.click()
  await expect(problemOf(page)).toContainText('This is not your password.')
  await expect(name, 'typed text is kept').toHaveValue('Nell Vance')
  await proof.fill(password)
  await invite.click()
  await expect(saidOf(page)).toContainText(/\/welcome#[\w-]{43}/)

  await page.getByRole('link', { name: 'Nell Vance' }).click()
  await page.getByRole('radio', { name: 'viewer' }).check()
  await page.getByRole('button', { name: 'Save role' }).click()
  await expect(saidOf(page), 'the proof holds for a while').toContainText('The role is viewer now.')
})

test('signing in again in another tab counts as well, and what was typed is still there', async ({
  page,
  context,
}) => {
  const { email, password } = samplePerson('administrator')
  await page.goto(`${own.url}/sign-in?next=/settings/tokens`)
  await fillSignIn(page, { email, password })
  await expect(page.getByRole('heading', { level: 1, name: 'API tokens' })).toBeVisible()
  letProofsAge(own.dataDir)
  await open(page, `${own.url}/settings/tokens`)
  await page.getByText('Issue a token').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('A robot')
  const issue = page.getByRole('button', { name: 'Issue the token' })
  await issue.click()
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'sign in again in another tab' }).click(),
  ])
  await expect(tab.getByText('What you typed is still there.')).toBeVisible()
  await fillSignIn(tab, { email, password })
  await expect(tab.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible()
  await tab.close()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('A robot')
  await issue.click()
  await expect(saidOf(page)).toContainText('The token A robot is issued.')
})

test('without scripts the form comes back with what was typed and asks', async ({ browser, stateOf }) => {
  const storageState = await stateOf('administrator', own.url)
  letProofsAge(own.dataDir)
  const context = await browser.newContext({ baseURL: own.url, storageState, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/settings/people')
  await page.getByText('Invite a person').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Otto Vance')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('otto@example.org')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Otto Vance')
  await page.getByRole('textbox', { name: 'Your password' }).fill(samplePerson('administrator').password)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(saidOf(page)).toContainText(/\/welcome#[\w-]{43}/)
  await context.close()
})
