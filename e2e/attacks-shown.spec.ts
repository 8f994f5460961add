import type { Page } from '@playwright/test'
import { adminCommand } from '../scripts/support/admin-command.ts'
import { admin, apiClient, ask, issueToken } from './fixtures/api-client.ts'
import { lookUp } from './fixtures/doors.ts'
import { harness } from './fixtures/harness.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { serverVariables } from './fixtures/server-variables.ts'
import { expect, test } from './fixtures/test.ts'

/** Whatever stands in a name, a label, an order or the CA's words is shown as text, and runs nowhere. */

test.describe.configure({ mode: 'default', timeout: 120_000 })

const script = '<script>window.pwned=1</script>'
const image = '"><img src=x onerror=window.pwned=1>'
const link = 'javascript:window.pwned=1'
const frame = '<iframe srcdoc="<script>top.pwned=1</script>">'
const turned = 'a\u202Egpj.exe\u2066'

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
  const label = ['--label', `${image}`.slice(0, 80)]
  const where = ['--login-name', 'demo-us', '--base-url', `${harness().simulatorUrl}/products/`]
  await admin(own.dataDir, ['account', 'add', ...label, ...where], 'demo-us-password')
  const person = ['person', 'add', '--email', `x'"<b>@demo.example`, '--name', script, '--role', 'viewer']
  await adminCommand(serverVariables(own.dataDir), person, 'violet-harbour-mango')
  await admin(own.dataDir, ['template', 'add', ...label.with(0, '--account'), '--id', '7', '--name', frame])
})
test.afterAll(() => own.stop())

async function expectHarmless(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const found = await page.evaluate(() => {
    const elements = [...document.querySelectorAll('*')]
    const handlers = elements.flatMap((one) =>
      one.getAttributeNames().filter((name) => name.startsWith('on')),
    )
    const addresses = elements.flatMap((one) =>
      ['href', 'src', 'action', 'formaction', 'srcdoc', 'xlink:href'].flatMap(
        (name) => one.getAttribute(name) ?? [],
      ),
    )
    // React's own, in a form whose action is a function: it throws, and the page policy would not run it.
    const own = /^javascript:throw new Error\('A React form was unexpectedly submitted/
    const strange = addresses.filter(
      (to) => !own.test(to) && !/^https?:$/.test(new URL(to, location.href).protocol),
    )
    const frames = document.querySelectorAll('iframe, object, embed, base, meta[http-equiv]').length
    return { pwned: 'pwned' in window, handlers, strange, frames }
  })
  expect(found, path).toEqual({ pwned: false, handlers: [], strange: [], frames: 0 })
}

test('what the CA answers about an order, its domains and its addresses, and what it reports, runs nowhere', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const evil = [`www.${script}.example`, `${image}.example`, `${link}.example`, `${turned}.example`]
  const order = await freshOrder({
    domains: evil,
    organisation: `${frame} & Sons`,
    product: script,
    domainControl: evil.map((domain) => ({ domain, method: 'cname', status: 'open' })),
  })
  const domain = `o${order}.example`
  await simulator.setDomain(domain, {
    dnsTxt: [`a"onfocus=window.pwned=1@${domain}`],
    whois: [`<b>@${domain}`],
  })
  const line = ['account', 'push-address', '--label', 'Demo EU']
  const push = (await admin(own.dataDir, line, '', { PUBLIC_URL: own.url })).trim()
  const reports: Record<string, string>[] = [
    {
      orderNumber: order,
      eventType: script,
      status: image,
      statusCode: link,
      statusDesc: frame,
      [script]: image,
    },
    { orderNumber: order, eventType: 'Certificate', status: 'issued', statusCode: '1', statusDesc: turned },
  ]
  for (const report of reports) expect((await ask(`${push}?${new URLSearchParams(report)}`)).text).toBe('OK')

  const api = apiClient(own.url, await issueToken(own.dataDir, 'manager'))
  const say = [
    script,
    image,
    link,
    frame,
    turned,
    '</script><script>window.pwned=1</script>',
    '{{7*7}}${7*7}',
  ]
  for (const [index, errorMessage] of say.entries()) {
    await simulator.setAnswer({ orderNumber: order, errorCode: -20 - index, errorMessage, times: 1 })
    const body = {
      account: 'Demo EU',
      ticket: { id: `${say[index]}`.slice(0, 100).replaceAll(/[\u202a-\u2069]/g, ''), system: '<i>' },
      override: { reason: say[index] },
    }
    const answer = await api.perform(order, { body })
    expect(answer.status, answer.text).toBe(200)
  }
  const attempt = lookUp(own.dataDir, 'select key from attempt order by rowid desc')
  const page = await signedInAs('agent', { at: own })
  for (const path of [
    `/orders/${order}?account=Demo+EU`,
    `/orders/${order}/resend-click-through-email?account=Demo+EU&attempt=${attempt}`,
    `/orders/${order}/resend-dcv-email?account=Demo+EU`,
    '/activity',
    `/activity?order=${order}`,
    '/',
  ])
    await expectHarmless(page, path)
  await page.goto(`/orders/${order}?account=Demo+EU`)
  await expect(page.getByRole('main')).toContainText(script)
  const other = await freshOrder({ domains: [domain], dcv: { state: 'open', addresses: [] } })
  await page.goto(`/orders/${other}/resend-dcv-email?account=Demo+EU`)
  const box = page.getByRole('region', { name: 'Addresses that the CA accepts' })
  await box.getByRole('textbox', { name: 'Domain' }).fill(domain)
  await box.getByRole('button', { name: 'Fetch the addresses the CA accepts' }).click()
  await expect(box.getByRole('status')).toContainText(domain)
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
})

test('names of people, accounts, templates and tokens run nowhere, in no screen of an administrator', async ({
  signedInAs,
}) => {
  await issueToken(own.dataDir, 'agent', {}, image)
  const page = await signedInAs('administrator', { at: own })
  const account = lookUp(own.dataDir, `select id from account where label like '%img%'`)
  const person = lookUp(own.dataDir, `select id from person where name like '%script%'`)
  for (const path of [
    '/settings',
    '/settings/people',
    `/settings/people/${person}`,
    '/settings/accounts',
    `/settings/accounts/${account}`,
    '/settings/rules',
    '/settings/tokens',
    '/activity',
    '/',
    `/orders/1?account=${encodeURIComponent(image)}`,
  ])
    await expectHarmless(page, path)
  await page.goto('/settings/people')
  await expect(page.getByRole('main')).toContainText(script)
})

test('what stands in an address of the desk runs nowhere, on any screen', async ({ signedInAs, strict }) => {
  strict.allow(/status of 404/)
  const page = await signedInAs('administrator', { at: own })
  for (const said of [script, image, link, frame, turned].map(encodeURIComponent)) {
    for (const path of [
      `/activity?person=${said}&order=${said}&from=${said}&outcome=${said}&operation=${said}`,
      `/orders/${said}?account=${said}&attempt=${said}&ticket=${said}&src=${said}&tz=${said}&ignored=${said}`,
      `/search?order=${said}`,
      `/go/${said}?order=1&ticket=${said}`,
      `/settings/people/${said}?done=${said}`,
      `/settings/accounts/${said}`,
      `/codes?code=${said}#${said}`,
      `/${said}`,
    ])
      await expectHarmless(page, path)
  }
})
