import { expectAccessible } from './fixtures/accessibility.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expect, test } from './fixtures/test.ts'
import { call, expectToFit, open, problemOf, saidOf, sectionOf, tabTo } from './settings-steps.ts'

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

test('with the keyboard alone an administrator invites somebody, reads what is wrong, and gets a link that is shown once', async ({
  signedInAs,
}) => {
  const page = await signedInAs('administrator', { at: own })
  await open(page, '/settings')
  await expect(page).toHaveURL(/\/settings\/people$/)
  await tabTo(page, page.getByText('Invite a person'))
  await page.keyboard.press('Enter')
  const name = page.getByRole('textbox', { name: 'Name' })
  const email = page.getByRole('textbox', { name: 'E-mail address' })
  await tabTo(page, name)
  await page.keyboard.type('Nell Vance')
  await tabTo(page, email)
  await page.keyboard.type('not an address')
  await page.keyboard.press('Enter')
  await expect(problemOf(page)).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/Enter an e-mail address/)
  await expect(name, 'typed text is kept').toHaveValue('Nell Vance')
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(email).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Nell@Example.org')
  await page.keyboard.press('Enter')
  await expect(saidOf(page)).toBeFocused()
  await expect(saidOf(page)).toContainText('Nothing is mailed')
  const link = /\/welcome#[\w-]{43}/.exec((await saidOf(page).textContent()) ?? '')?.[0] ?? ''
  expect(link).not.toBe('')
  await expect(page.getByRole('row', { name: /Nell Vance.*Invited, link works until/ })).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Nell Vance' })).toBeVisible()
  expect(await page.content()).not.toContain(link)
})

test('one person’s page changes role, second factor and access, resets, ends sessions, and says it all in place', async ({
  signedInAs,
}) => {
  const agent = await signedInAs('agent', { at: own })
  await agent.goto('/')
  const page = await signedInAs('administrator', { at: own })
  await open(page, '/settings/people?q=ann@demo')
  await expect(page.getByText('1 of ')).toBeVisible()
  await page.getByRole('link', { name: 'Ann Kowalski' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ann Kowalski' })).toBeVisible()
  await expect(sectionOf(page, /^Sessions/)).toContainText('Since')

  await page.getByRole('button', { name: 'Save role' }).click()
  await expect(problemOf(page)).toContainText('This person has that role already.')
  await page.getByRole('radio', { name: 'viewer' }).check()
  await page.getByRole('button', { name: 'Save role' }).click()
  await expect(saidOf(page)).toContainText('The role is viewer now.')

  await page.getByRole('button', { name: 'Demand a second factor' }).click()
  await expect(page.getByText('A second factor is demanded.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Demand it no longer' })).toBeVisible()
  await agent.reload()
  await expect(agent, 'their session ended').toHaveURL(/\/sign-in/)

  await page.getByText('Reset the sign-in').click()
  await page.getByRole('button', { name: 'Reset now' }).click()
  await expect(sectionOf(page, 'Sign-in')).toContainText(/welcome#[\w-]{43}/)
  await page.getByText('Disable', { exact: true }).click()
  await page.getByRole('button', { name: 'Disable now' }).click()
  await expect(page.getByText(/^Done: Disabled\./)).toBeVisible()
  await expect(page.getByText('Enable again')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Enable now' }).click()
  await expect(page.getByText('Enabled. They can sign in again.')).toBeVisible()
  await page.getByRole('button', { name: 'End all sessions' }).click()
  await expect(page.getByText('Sessions ended: 0.')).toBeVisible()
  await page.getByRole('link', { name: 'All of it in the activity' }).click()
  await expect(page).toHaveURL(/\/activity\?person=/)
  await page.goto('/activity')
  await expect(page.getByRole('row', { name: /another role/ })).toContainText('Ann Kowalski: agent → viewer')
})

test('on their own page an administrator reads why nothing there takes their access away', async ({
  signedInAs,
  stateOf,
}) => {
  const page = await signedInAs('administrator', { at: own })
  await open(page, '/settings/people')
  await page.getByRole('link', { name: 'Ada Moreau' }).click()
  await expect(page.getByText(/Nobody changes their own role or access/)).toBeVisible()
  await expect(
    page.getByRole('button', { name: /Save role|Disable now|Reset now/, includeHidden: true }),
  ).toHaveCount(0)
  await expect(sectionOf(page, /^Sessions/)).toContainText('(this one)')
  const person = page.url().split('/').at(-1) ?? ''
  const state = await stateOf('administrator', own.url)
  const path = '/settings/people'
  for (const [action, form] of [
    ['setRoleAction', { person, role: 'viewer' }],
    ['setAccessAction', { person, access: 'disabled' }],
  ] as const)
    expect(await call(own, action, { path, form }, state)).toContain('Nobody changes their own access')
})

test('two hundred people, with long names, can be searched and fit a telephone', async ({
  signedInAs,
  stateOf,
}) => {
  test.setTimeout(120_000)
  const state = await stateOf('administrator', own.url)
  const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2)
  for (let batch = 0; batch < 20; batch++) {
    const calls = Array.from({ length: 10 }, (_, index) => {
      const number = batch * 10 + index
      const form = { name: `${long} ${number}`, email: `${long}.${number}@example.org`, role: 'agent' }
      return call(own, 'invitePersonAction', { path: '/settings/people', form }, state)
    })
    for (const said of await Promise.all(calls)) expect(said).toContain('"ok":true')
  }
  const page = await signedInAs('administrator', { at: own, viewport: { width: 390, height: 844 } })
  await open(page, '/settings/people')
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(204)
  await expectToFit(page)
  const search = page.getByRole('searchbox', { name: 'Search people' })
  await search.fill('dorff 199')
  await search.press('Enter')
  await expect(page.getByText(/^1 of 20\d people$/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: `${long} 199` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(long)
  await expectToFit(page)
  await expectAccessible(page)
  await open(page, '/settings/people?q=nobody-like-it')
  await expect(page.getByText('Nobody matches this search')).toBeVisible()
  await expectAccessible(page)
})
