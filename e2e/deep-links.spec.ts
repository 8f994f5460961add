import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'
import { ticketField } from './fixtures/sending.ts'

/** Links out of tickets fill in a form and nothing else; whatever a template did to them, they open, and the page says what it left out. */

const heading = (page: Page, level: 1 | 2, name: string | RegExp) =>
  page.getByRole('heading', { level, name })
const notice = (page: Page) => page.getByRole('main')
const account = 'account=Demo+EU'

test('a whole link fills the form, survives the sign-in, and performs nothing by itself', async ({
  page,
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const link = `/go/schedule-callback?order=${order}&ticket=48213&src=zendesk&${account}&tz=Asia/Tokyo&lang=de-de&ext=12`
  await page.goto(link)
  await expect(page).toHaveURL(/\/sign-in\?/)
  expect(decodeURIComponent(decodeURIComponent(page.url()))).toContain(`/orders/${order}/schedule-callback`)

  const ann = await signedInAs('agent')
  await ann.goto(link)
  await expect(heading(ann, 2, 'Schedule a callback')).toBeVisible()
  await expect(ticketField(ann)).toHaveValue('48213')
  await expect(ann.getByRole('textbox', { name: /^Ticket system/ })).toHaveValue('zendesk')
  await expect(ann.getByRole('textbox', { name: /^Extension/ })).toHaveValue('12')
  await expect(ann.getByText('From the link')).toHaveCount(0)
  // Long enough for a script that would press a button.
  await ann.waitForTimeout(1_000)
  expect(await simulator.requests(order)).toEqual([])
})

test('`order` opens the order alone; an unknown operation opens it too and says so', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  for (const operation of [
    'order',
    'revoke-certificate',
    'constructor',
    '__proto__',
    'schedule-callback%2F..%2F..',
  ]) {
    await page.goto(`/go/${operation}?order=${order}&${account}`)
    await expect(heading(page, 1, new RegExp(order))).toBeVisible()
    const said = page.getByText('The link asked for an operation that does not exist here.')
    await expect(said).toHaveCount(operation === 'order' ? 0 : 1)
  }
})

const unrendered = [
  '{{ticket.id}}',
  '{!Case.CaseNumber}',
  '#{ticket.number}',
  '${issue.key}',
  '[[ticket]]',
  '<%= id %>',
  '%ID%',
]
test('a placeholder that nobody filled in is left out and said', async ({ signedInAs, freshOrder }) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  for (const placeholder of unrendered) {
    await page.goto(
      `/go/resend-dcv-email?order=${order}&${account}&ticket=${encodeURIComponent(placeholder)}`,
    )
    await expect(heading(page, 2, 'Resend the domain control e-mail')).toBeVisible()
    await expect(notice(page), placeholder).toContainText(
      'The link’s template was not filled in for the ticket',
    )
    await expect(ticketField(page)).toHaveValue('')
  }
  await page.goto('/go/resend-dcv-email?order={{ticket.custom_field}}&ticket=1')
  await expect(page).toHaveURL((url) => url.pathname === '/')
  await expect(notice(page)).toContainText('The link’s template was not filled in for the order number')
})

const tolerated: readonly [string, (order: string) => string, string, string | null][] = [
  [
    'stray spaces and a number sign',
    (order) => `order=%20%23${order.slice(0, 4)}%20${order.slice(4)}%0A&ticket=%2048213%20`,
    '48213',
    null,
  ],
  ['HTML-escaped separators', (order) => `order=${order}&amp;ticket=48213&amp;src=jira`, '48213', null],
  [
    'a query encoded once too often',
    (order) => encodeURIComponent(`order=${order}&ticket=48213`),
    '48213',
    null,
  ],
  [
    'the same value twice',
    (order) => `order=${order}&order=${order}&ticket=48213&ticket=48213`,
    '48213',
    null,
  ],
  [
    'two values',
    (order) => `order=${order}&ticket=1&ticket=2`,
    '',
    'The link gave the ticket more than once',
  ],
  ['an empty value', (order) => `order=${order}&ticket=`, '', 'The link named the ticket but left it empty'],
  ['capitals and long names', (order) => `OrderNumber=${order}&TicketId=48213`, '48213', null],
  ['a lone per cent sign', (order) => `order=${order}&ticket=100%`, '100%', null],
  ['invisible characters', (order) => `order=%E2%80%8B${order}&ticket=%E2%80%AE48213`, '48213', null],
  [
    'an impossible zone',
    (order) => `order=${order}&ticket=48213&tz=Mars/Base`,
    '48213',
    'value for the time zone is not a possible one',
  ],
]
test('links that were damaged on the way still open, and what is left out is said', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  for (const [what, query, ticket, said] of tolerated) {
    await page.goto(`/go/resend-dcv-email?${query(order)}${what.includes('often') ? '' : `&${account}`}`)
    await expect(heading(page, 1, new RegExp(order)), what).toBeVisible()
    const url = new URL(page.url())
    expect(url.searchParams.get('ticket') ?? '', what).toBe(ticket)
    if (said === null) await expect(page.getByText('From the link'), what).toHaveCount(0)
    else await expect(notice(page), what).toContainText(said)
  }
})

test('a phone number, an address or a text in a link is dropped with a word and is nowhere in the form', async ({
  signedInAs,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('manager')
  const names = [
    'phone',
    'phoneNumber',
    'email',
    'emailAddress',
    'adminEmailAddress',
    'dcvEmailAddress',
    'comments',
    'reason',
  ]
  const operations = [
    'replace-callback-phone',
    'switch-callback-to-email',
    'replace-click-through-email',
    'resend-dcv-email',
  ]
  const query = names.map((name) => `${name}=attacker%40evil.example`).join('&')
  for (const operation of operations) {
    await page.goto(`/go/${operation}?order=${order}&${account}&${query}`)
    await expect(heading(page, 1, new RegExp(order))).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check before sending' })).toBeVisible()
    for (const name of names)
      await expect(notice(page)).toContainText(`The link carried “${name.toLowerCase()}”`)
    expect(page.url()).not.toContain('evil')
    // The same past the link's door: the form's own address takes them no more than the link does.
    await page.goto(`/orders/${order}/${operation}?${account}&${query}`)
    await expect(page.getByRole('button', { name: 'Check before sending' })).toBeVisible()
    const values = await page
      .getByRole('main')
      .getByRole('textbox')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    expect(values.join(' ')).not.toContain('evil')
    await expect(page.getByRole('main')).not.toContainText('evil.example')
  }
  expect(await simulator.requests(order)).toEqual([])
})

test('no order number leads to the desk with a word, and no link leads off this desk', async ({
  signedInAs,
  request,
}) => {
  const page = await signedInAs('agent')
  for (const query of [
    '',
    'ticket=1',
    'order=',
    'order=..',
    'order=%2E%2E',
    `order=${'9'.repeat(300)}`,
    'order=%00',
  ]) {
    await page.goto(`/go/schedule-callback?${query}`)
    await expect(page).toHaveURL((url) => url.pathname === '/')
    await expect(notice(page), query).toContainText('From the link')
    await expect(notice(page)).toContainText('the order number')
  }
  for (const path of [
    '/go//evil.example',
    '/go/%2f%2fevil.example',
    '/go/order?order=1%0d%0aset-cookie:a=b',
    '/go/order?order=//evil.example',
  ]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([303, 307, 308, 400, 404], path).toContain(answer.status())
    const location = answer.headers().location
    if (location !== undefined) expect(new URL(location, 'http://desk.test').host, path).toBe('desk.test')
    expect(answer.headers()['set-cookie'], path).toBeUndefined()
  }
})
