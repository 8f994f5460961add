import type { Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessibility.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

/** From a server that nobody was ever added to, to an invited colleague at work. */

const password = 'seven quiet harbours'

test('whoever opens the link that the server printed becomes the administrator, once, and invites the next', async ({
  startOwnServer,
  page,
  browser,
  contextOptions,
}) => {
  test.setTimeout(120_000)
  const own = await startOwnServer({ hasPeople: false })
  const printed = () => new RegExp(`${own.url}/first-run\\?code=\\S+`).exec(own.log())?.[0] ?? ''
  await expect.poll(printed, 'the server printed it').not.toBe('')
  const address = printed()

  await page.goto(`${own.url}/sign-in`)
  await expect(page.getByText('nobody was added yet')).toBeVisible()
  await expectAccessible(page)

  await page.goto(address)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add the administrator' }).click()
  await expect(steps.summaryOf(page)).toBeFocused()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Una First')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('una@example.org')
  await page.getByLabel('Password', { exact: true }).fill('una una una una')
  await page.getByRole('button', { name: 'Add the administrator' }).click()
  await expect(steps.summaryOf(page)).toContainText('Choose another')
  await expectAccessible(page)
  await expect(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Una First')
  await page.getByLabel('Password', { exact: true }).fill(password.slice(0, 9))
  await expect(page.getByText('6 more to go')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await expect(page.getByText('Long enough')).toBeVisible()
  await page.getByLabel('Password', { exact: true }).press('Enter')

  await expect(page.getByText('Administrator added')).toBeVisible()
  await steps.fillSignIn(page, { email: 'una@example.org', password })
  await expect(page.getByRole('banner')).toContainText('Una First')

  const late = await browser.newContext({ ...contextOptions, baseURL: own.url })
  const latecomer = await late.newPage()
  await latecomer.goto(address)
  await expect(latecomer).toHaveURL(/\/sign-in$/)
  await expect(latecomer.getByText('nobody was added yet')).toBeHidden()

  const link = await invite(page, own.url, 'Kit Next', 'kit@example.org')
  await latecomer.goto(link)
  await expect(latecomer.getByText('kit@example.org')).toBeVisible()
  await expectAccessible(latecomer)
  await latecomer.setViewportSize({ width: 390, height: 800 })
  expect(
    await latecomer.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    'nothing is cut off on a telephone',
  ).toBe(true)
  await latecomer.getByLabel('New password', { exact: true }).fill('too short')
  await latecomer.getByRole('button', { name: 'Save password' }).click()
  await expect(steps.summaryOf(latecomer)).toContainText('15 characters')
  await expect(latecomer.getByLabel('New password', { exact: true })).toHaveValue('too short')
  await latecomer.getByLabel('New password', { exact: true }).fill('eight brisk lanterns')
  await latecomer.getByLabel('New password', { exact: true }).press('Enter')
  await expect(latecomer.getByText('Password saved')).toBeVisible()
  await steps.fillSignIn(latecomer, { email: 'kit@example.org', password: 'eight brisk lanterns' })
  await expect(latecomer.getByRole('banner')).toContainText('Kit Next')

  await latecomer.goto(link)
  await expect(steps.summaryOf(latecomer)).toContainText('This link was used')
  await expectAccessible(latecomer)
  await late.close()

  const plain = await browser.newContext({ ...contextOptions, javaScriptEnabled: false })
  const unscripted = await plain.newPage()
  const other = await invite(page, own.url, 'Lu Later', 'lu@example.org')
  await unscripted.goto(`${own.url}/welcome`)
  await unscripted.getByRole('textbox', { name: 'Your link' }).fill('not a link')
  await unscripted.getByRole('button', { name: 'Open the link' }).click()
  await expect(unscripted.getByText('This link was used').first()).toBeVisible()
  await unscripted.getByRole('textbox', { name: 'Your link' }).fill(other)
  await unscripted.getByRole('button', { name: 'Open the link' }).click()
  await expect(unscripted.getByText('lu@example.org')).toBeVisible()
  await unscripted.getByLabel('New password', { exact: true }).fill('nine brisk lanterns')
  await unscripted.getByRole('button', { name: 'Save password' }).click()
  await expect(unscripted.getByText('Password saved')).toBeVisible()
  await plain.close()
})

/** Invites somebody as the administrator who is signed in, and answers with the link that is shown once. */
async function invite(page: Page, url: string, name: string, email: string): Promise<string> {
  await page.goto(`${url}/settings/people`)
  await page.getByText('Invite a person').click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const said = page.getByRole('group', { name: 'What was changed' })
  await expect(said).toContainText(`${name} is invited.`)
  return /\S+\/welcome#[\w-]{43}/.exec(await said.innerText())?.[0] ?? ''
}
