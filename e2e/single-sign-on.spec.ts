import { startProvider } from '#lib/auth/testing/oidc-provider.ts'
import { freePort } from '../scripts/support/free-port.ts'
import { samplePerson } from '../scripts/support/sample-people.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test } from './fixtures/test.ts'
import { open, problemOf, saidOf } from './settings-steps.ts'
import * as steps from './steps.ts'

/** Against a real provider on this machine. */

const callback = '/sign-in/single-sign-on/callback'
const button = 'Sign in with Example Co'

test('single sign-on leads to where one was headed, says in words why not, and passwords stay beside it', async ({
  startOwnServer,
  page,
}) => {
  const port = await freePort()
  const provider = await startProvider(`http://localhost:${port}${callback}`)
  const own = await startOwnServer({ port, env: variables(provider.issuer) })
  const link = page.getByRole('link', { name: button })

  await page.goto(`${own.url}/go/schedule-callback?order=10000101&ticket=48213`)
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expectAccessible(page)
  provider.setUser('u-0', { email: 'none@example.org', name: 'None', groups: ['others'] })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('gives you no role for this desk')).toBeVisible()
  await expectAccessible(page)
  expect(await page.context().cookies(own.url), 'nobody is signed in').toEqual([])

  await page.context().clearCookies()
  provider.setUser('u-1', { email: 'una@example.org', name: 'Una', groups: ['desk'] })
  await page.goto(`${own.url}/go/schedule-callback?order=10000101&ticket=48213`)
  await link.click()
  await expect(page.getByRole('banner')).toContainText('Una')
  await expect(page).toHaveURL(/\/orders\/10000101/)
  expect(await page.context().cookies(own.url)).toMatchObject([{ name: 'unstuck', httpOnly: true }])

  await page.getByRole('button', { name: 'Una' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.setViewportSize({ width: 390, height: 800 })
  await steps.fillSignIn(page, samplePerson('agent'))
  await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible()
  await provider.close()
})

test('an administrator without a password here is asked by the provider again before they give access', async ({
  startOwnServer,
  page,
  context,
}) => {
  const port = await freePort()
  const provider = await startProvider(`http://localhost:${port}${callback}`)
  const own = await startOwnServer({ port, env: variables(provider.issuer) })
  provider.setUser('u-2', { email: 'kim@example.org', name: 'Kim', groups: ['keys'] })
  await page.goto(`${own.url}/sign-in?next=/settings/people`)
  await page.getByRole('link', { name: button }).click()
  await open(page, `${own.url}/settings/people`)
  await page.getByText('Invite a person').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Nell Vance')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('nell@example.org')
  const invite = page.getByRole('button', { name: 'Invite', exact: true })
  await invite.click()
  await expect(problemOf(page)).toContainText('Sign in again first')
  await expectAccessible(page)
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in again in another tab' }).click(),
  ])
  const asked = tab.waitForRequest((request) => request.url().startsWith(`${provider.issuer}/auth?`))
  await tab.getByRole('link', { name: button }).click()
  expect(new URL((await asked).url()).searchParams.get('prompt')).toBe('login')
  await expect(tab.getByRole('banner')).toContainText('Kim')
  await tab.close()
  await invite.click()
  await expect(saidOf(page)).toContainText(/\/welcome#[\w-]{43}/)
  await provider.close()
})

test('another site cannot begin it for somebody, an answer from nowhere counts nothing, and a provider that is away is told', async ({
  startOwnServer,
  page,
}) => {
  const own = await startOwnServer({ env: variables('http://127.0.0.1:9') })
  const begun = await fetch(`${own.url}/sign-in/single-sign-on?next=/codes`, {
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect([begun.status, begun.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fcodes'])
  expect(begun.headers.get('set-cookie')).toBeNull()
  expect(begun.headers.get('cache-control')).toContain('no-store')
  const ended = await fetch(`${own.url}${callback}?code=x&state=y`, { redirect: 'manual' })
  expect(ended.headers.get('location')).toBe('/sign-in?reason=sign-on-begin-again')

  await page.goto(`${own.url}/sign-in?next=//elsewhere.example/`)
  await page.getByRole('link', { name: button }).click()
  await expect(page.getByText('cannot be asked just now')).toBeVisible()
  expect(new URL(page.url()).origin).toBe(own.url)
})

test('with passwords turned off there is no field for one, and no way around the page', async ({
  startOwnServer,
  page,
}) => {
  const own = await startOwnServer({
    env: { ...variables('http://127.0.0.1:9'), LOCAL_SIGN_IN: 'off' },
  })
  for (const path of ['/sign-in', '/welcome', '/first-run']) {
    await page.goto(`${own.url}${path}`)
    await expect(page).toHaveURL(/\/sign-in$/)
    await expect(page.getByRole('link', { name: button })).toBeVisible()
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('textbox')).toHaveCount(0)
  }
  await expectAccessible(page)
})

const variables = (issuer: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'unstuck',
  OIDC_CLIENT_SECRET: 'a secret between the two of them',
  OIDC_ROLES: 'agent=desk,administrator=keys',
  OIDC_LABEL: 'Example Co',
})
