import { samplePerson } from '../scripts/support/sample-people.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

const wrong = 'The e-mail address or the password is wrong.'
const agent = samplePerson('agent')

test('a wrong password and an unknown person get the same answer, in a summary that takes focus, and the address stays', async ({
  page,
}, { workerIndex }) => {
  const answers: string[] = []
  for (const email of [agent.email, `nobody-${workerIndex}@demo.example`]) {
    await page.goto('/sign-in')
    await steps.fillSignIn(page, { email, password: 'not the password' })
    const summary = steps.summaryOf(page)
    await expect(summary).toBeFocused()
    await expect(summary).toContainText(wrong)
    await expect(page).toHaveTitle(/^Error: /)
    await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(email)
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    answers.push(await summary.innerText())
  }
  expect(answers[0]).toBe(answers[1])
  expect(await page.context().cookies(), 'nobody is signed in').toEqual([])
})

test('a deep link survives a wrong password and the sign-in', async ({ page, freshOrder }) => {
  const order = await freshOrder()
  await page.goto(
    `/go/schedule-callback?order=${order}&ticket=48213&src=zendesk&account=Demo+EU&tz=Asia/Tokyo`,
  )
  await steps.fillSignIn(page, { email: agent.email, password: 'not the password' })
  await expect(steps.summaryOf(page)).toContainText(wrong)
  await steps.fillSignIn(page, agent)
  await expect(page).toHaveURL(/\/orders\//)
  const form = await steps.formOf(page, 'schedule-callback')
  await expect(form.getByRole('textbox', { name: /^Ticket \(/ })).toHaveValue('48213')
  await expect(form.getByRole('textbox', { name: 'Ticket system' })).toHaveValue('zendesk')
  await expect(steps.zoneOf(page)).toHaveValue('Asia/Tokyo')
})

for (const next of [
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example/',
  'javascript:alert(1)',
]) {
  test(`signing in never leads to another place: next=${JSON.stringify(next)}`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    await steps.fillSignIn(page, agent)
    await expect(page.getByRole('banner')).toContainText(agent.name)
    expect(new URL(page.url()).origin).toBe(baseURL)
    expect(new URL(page.url()).pathname).toBe('/')
  })
}

test('the session’s cookie is out of reach of scripts and of other sites, and ends with the browser', async ({
  page,
  baseURL,
}) => {
  await page.goto('/sign-in')
  await steps.fillSignIn(page, agent)
  await expect(page.getByRole('banner')).toContainText(agent.name)
  const cookies = await page.context().cookies()
  expect(cookies).toHaveLength(1)
  // Over https it is `__Host-` and secure too, which session.test.ts shows: this machine has none.
  expect(cookies[0]).toMatchObject({
    name: 'unstuck',
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    domain: new URL(baseURL ?? '').hostname,
    expires: -1,
  })
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('signing out ends the session, also for whoever kept the cookie', async ({ page, browser, baseURL }) => {
  await page.goto('/sign-in')
  await steps.fillSignIn(page, agent)
  await expect(page.getByRole('banner')).toContainText(agent.name)
  const storageState = await page.context().storageState()
  await page.getByRole('button', { name: agent.name }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in\?reason=signed-out/)
  await expect(page.getByText('You are signed out in this browser.')).toBeVisible()
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)

  const thief = await browser.newContext({ baseURL, storageState })
  const kept = await thief.newPage()
  await kept.goto('/')
  await expect(kept).toHaveURL(/\/sign-in/)
  await thief.close()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('people sign in, search an order, read its timeline and sign out; a wrong password is said', async ({
    page,
    freshOrder,
  }) => {
    const order = await freshOrder()
    await page.goto('/sign-in')
    await steps.fillSignIn(page, { email: agent.email, password: 'not the password' })
    await expect(steps.summaryOf(page)).toContainText(wrong)
    await steps.fillSignIn(page, agent)
    await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible()
    const search = page.getByRole('textbox', { name: 'Open an order by its number' })
    await search.fill(order)
    await search.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(order)
    await page.getByRole('link', { name: 'Demo EU' }).click()
    await expect(steps.timelineOf(page)).toContainText('None yet')
    await page.getByRole('button', { name: agent.name }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in\?reason=signed-out/)
  })
})
