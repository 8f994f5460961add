import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { SimulatorControl } from '../scripts/support/simulator-control.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { harness } from './fixtures/harness.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

/** The addresses for domain control: fetched on demand, chosen, refused, missing, too old. */

const operation = 'resend-dcv-email'
const list = '!GetDCVEmailAddressList'
const fetchButton = (page: Page) => page.getByRole('button', { name: 'Fetch the addresses the CA accepts' })
const again = (page: Page) => page.getByRole('button', { name: 'Fetch the list again' })
const box = (page: Page) => page.getByRole('region', { name: 'Addresses that the CA accepts' })
const domainField = (page: Page) => box(page).getByRole('textbox', { name: 'Domain' })

type Made = { readonly order: string; readonly domain: string }
interface Fixtures {
  readonly simulator: SimulatorControl
  readonly freshOrder: () => Promise<string>
}

/** An order with a domain that no other test has, so that its lists are nobody else’s. */
async function makeOrder({ simulator, freshOrder }: Fixtures, patch: object = {}): Promise<Made> {
  const order = await freshOrder()
  const domain = `www.o${order}.example`
  await simulator.setOrder(order, { domains: [domain], dcv: { state: 'open', addresses: [] }, ...patch })
  return { order, domain }
}

/** What the CA was asked about an order or its domain. */
async function received(simulator: SimulatorControl, order: string) {
  const all = await simulator.allRequests()
  return all.filter(({ bodyText }) => bodyText.includes(order))
}

async function fetchList(page: Page, domain: string): Promise<void> {
  await domainField(page).fill(domain)
  await fetchButton(page).click()
  await expect(box(page).getByRole('status')).toContainText(domain)
}

test('by keyboard alone: fetch the list, choose an address, send it, with one read and one exact request', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const { order, domain } = await makeOrder({ simulator, freshOrder })
  await simulator.setDomain(domain, { dnsTxt: [`owner@o${order}.example`] })
  const page = await signedInAs('agent')
  const form = await steps.openForm(page, order, operation)
  expect(await received(simulator, order), 'nothing is fetched by itself').toEqual([])
  await expectAccessible(page)

  await form.getByRole('radio', { name: 'Same as last time' }).focus()
  await page.keyboard.press('Tab')
  await expect(domainField(page)).toBeFocused()
  await page.keyboard.type(domain)
  await page.keyboard.press('Enter')
  await expect(box(page).getByRole('status')).toHaveText(`Fetched for ${domain}: 11 addresses.`)
  await expect(again(page)).toBeFocused()
  for (const [group, count] of [
    ['Contact in the domain’s DNS (TXT record)', 1],
    [`Fixed names at o${order}.example, the domain above it`, 5],
    [`Fixed names at ${domain}, the name itself`, 5],
  ] as const)
    await expect(box(page).getByRole('group', { name: group }).getByRole('radio')).toHaveCount(count)
  await expect(box(page)).toContainText(/Fetched (just now|1 minute ago)\./)
  await expectAccessible(page)

  await page.getByRole('radio', { name: 'Same as last time' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: `owner@o${order}.example` })).toBeChecked()
  await page.keyboard.press('Enter')
  const check = page.getByRole('region', { name: 'Check before sending' })
  await expect(check).toContainText(`owner@o${order}.example`)
  await check.getByRole('button', { name: 'Change something' }).click()
  await expect(page.getByRole('radio', { name: `owner@o${order}.example` })).toBeChecked()
  await steps.checkBeforeSending(page)
  await expect(await steps.send(page, operation)).toHaveAccessibleName(/^Done: /)

  const requests = await received(simulator, order)
  expect(requests.map(({ path }) => path.split('/').at(-1))).toEqual([list, '!ResendDCVEmail'])
  expect(new URLSearchParams(requests[1]?.bodyText).get('dcvEmailAddress')).toBe(`owner@o${order}.example`)
})

test('what was typed by hand and what was chosen from the list both survive another choice and a reload', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const { order, domain } = await makeOrder({ simulator, freshOrder })
  const page = await signedInAs('agent')
  await steps.openForm(page, order, operation)
  const byHand = page.getByRole('radio', { name: 'Another address, typed by hand' })
  await byHand.check()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('somebody@elsewhere.example')
  await fetchList(page, domain)
  await page.getByRole('radio', { name: `postmaster@${domain}` }).check()
  await page.reload()
  await expect(page.getByRole('radio', { name: `postmaster@${domain}` })).toBeChecked()
  await byHand.check()
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(
    'somebody@elsewhere.example',
  )
})

test('an empty list, a name that is none, an internal name and a CA in trouble say why and what to do, in place', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const { order, domain } = await makeOrder({ simulator, freshOrder })
  const page = await signedInAs('agent')
  await steps.openForm(page, order, operation)

  await domainField(page).fill('mailserver')
  await fetchButton(page).click()
  await expect(domainField(page)).toHaveAccessibleDescription(/complete domain name/)
  await expect(domainField(page)).toHaveValue('mailserver')
  await expectAccessible(page)

  await simulator.setDomain(domain, { constructed: false })
  await fetchList(page, domain)
  await expect(box(page)).toContainText(`the CA takes no address for ${domain}`)
  await expect(box(page)).toContainText(/no fixed name.*no contact in the domain’s DNS.*CNAME record/s)
  await expectAccessible(page)

  const other = async (name: string) => {
    await page.getByRole('combobox', { name: 'Domain' }).selectOption('Another domain…')
    await box(page).getByRole('textbox', { name: 'Other domain' }).fill(name)
    await fetchButton(page).click()
    await expect(box(page).getByRole('status')).toContainText(name)
  }
  await other(`exchange.o${order}.local`)
  await expect(box(page)).toContainText(/internal name.*needs a public domain name/s)
  await expectAccessible(page)

  await simulator.setDomain(domain, {})
  await simulator.setFault({ orderNumber: order, endpoint: list, fault: 'http-500', times: 1 })
  await page.getByRole('combobox', { name: 'Domain' }).selectOption(domain)
  ageList(domain, 0)
  await again(page).click()
  await expect(box(page).getByRole('status')).toContainText('less than a minute ago')
  ageList(domain, 2)
  await again(page).click()
  await expect(box(page)).toContainText('No new list')
  await page.getByRole('radio', { name: 'Another address, typed by hand' }).check()
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveAccessibleDescription(
    /refuses every address that it has not listed/,
  )
})

test('an address from WHOIS is marked with the rule that ended it and cannot be chosen', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const { order, domain } = await makeOrder({ simulator, freshOrder })
  const raw = JSON.stringify({
    errorCode: 0,
    whois_email: ['owner@isp.example'],
    level2_email: [`admin@o${order}.example`],
  })
  await simulator.setAnswer({ orderNumber: order, endpoint: list, raw, times: 1 })
  const page = await signedInAs('agent')
  await steps.openForm(page, order, operation)
  await fetchList(page, domain)
  await expect(box(page)).toContainText(/Ended by a rule.*from WHOIS any more.*owner@isp\.example/s)
  await expect(page.getByRole('radio', { name: 'owner@isp.example' })).toHaveCount(0)
  await expect(page.getByRole('radio', { name: `admin@o${order}.example` })).toBeEnabled()
  await box(page).getByText('The CA’s answer').click()
  await expectAccessible(page)
})

test('a list that the CA does not give says why, with the CA’s answer word for word', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const { order, domain } = await makeOrder({ simulator, freshOrder })
  await simulator.setAnswer({ orderNumber: order, endpoint: list, errorCode: -91, times: 1 })
  const page = await signedInAs('agent')
  await steps.openForm(page, order, operation)
  await domainField(page).fill(domain)
  await fetchButton(page).click()
  await expect(box(page)).toContainText('No list')
  await box(page).getByText('What the CA sent').click()
  await expect(box(page)).toContainText(/errorCode\W+-91/)
  await expectAccessible(page)
})

test('an order proven by DNS says so first, with what has to be in place; its domain needs no typing', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const { order, domain } = await makeOrder({ simulator, freshOrder })
  await simulator.setOrder(order, { domainControl: [{ domain, method: 'cname', status: 'open' }] })
  const page = await signedInAs('agent')
  await page.goto(steps.orderPath(order))
  await expect(page.getByRole('main')).toContainText(`Domain control of ${domain}`)
  const form = await steps.openForm(page, order, operation)
  await expect(form).toContainText(`Not by e-mail: ${domain} is to be proven by a CNAME record`)
  await fetchButton(page).click()
  await expect(page.getByRole('radio', { name: `admin@${domain}` })).toBeVisible()
  await expectAccessible(page)
})

test('an address from a list that has grown too old is not sent when the new list has it no more: the field says what is taken now', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const { order, domain } = await makeOrder({ simulator, freshOrder })
  await simulator.setDomain(domain, { dnsTxt: [`old@o${order}.example`] })
  const page = await signedInAs('agent')
  await steps.openForm(page, order, operation)
  await fetchList(page, domain)
  await page.getByRole('radio', { name: `old@o${order}.example` }).check()
  await simulator.setDomain(domain, { dnsTxt: [`new@o${order}.example`] })
  ageList(domain, 25 * 60)
  await steps.checkBeforeSending(page)
  await page.getByRole('button', { name: 'Send the e-mail again' }).click()

  await expect(steps.summaryOf(page)).toBeFocused()
  await expect(steps.summaryOf(page)).toContainText(`new@o${order}.example`)
  await expect(page.getByRole('group', { name: 'Chosen before' }).getByRole('radio')).toBeChecked()
  await expect(box(page)).toContainText(`On an earlier list and not on this one: old@o${order}.example`)
  await expectAccessible(page)
  await steps.summaryOf(page).getByRole('link').click()
  await expect(page.getByRole('radio', { name: 'Same as last time' })).toBeFocused()
  await page.getByRole('radio', { name: `new@o${order}.example` }).check()
  await steps.checkBeforeSending(page)
  await expect(await steps.send(page, operation)).toHaveAccessibleName(/^Done: /)
  const paths = (await received(simulator, order)).map(({ path }) => path.split('/').at(-1))
  expect(paths).toEqual([list, list, '!ResendDCVEmail'])
})

test('at 320 px nothing has to be scrolled sideways, however long the names', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const order = await freshOrder()
  const domain = `${'a-very-long-name-'.repeat(3)}x.${'another-long-name-'.repeat(3)}o${order}.example`
  await simulator.setOrder(order, { domains: [domain] })
  await simulator.setDomain(domain, { dnsTxt: [`${'somebody.with.a.long.name.'.repeat(2)}x@${domain}`] })
  const page = await signedInAs('agent', { viewport: { width: 320, height: 640 } })
  await steps.openForm(page, order, operation)
  await fetchList(page, domain)
  await page.getByRole('radio', { name: `webmaster@${domain}` }).check()
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await excess()).toBeLessThanOrEqual(0)
  await steps.checkBeforeSending(page)
  expect(await excess()).toBeLessThanOrEqual(0)
})

/** Lets a list be so old, however long the test has taken since. The clock of the server that all tests share cannot be moved. */
function ageList(domain: string, minutes: number): void {
  const database = new DatabaseSync(join(harness().dataDir, 'unstuck.db'), { timeout: 5_000 })
  const at = Date.now() - minutes * 60_000
  database.prepare('update dcv_list set read_at = ?, tried_at = ? where domain = ?').run(at, at, domain)
  database.close()
}
