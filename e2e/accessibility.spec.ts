import { catalogue } from '#lib/ca/catalogue.ts'
import type { Example } from '#lib/ca/examples.ts'
import { operationIds } from '#lib/ca/operation.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { addAccount, closedBaseUrl } from './fixtures/accounts.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

/** Every screen in every state that looks different, scanned in light and in dark. */

const longest = '9'.repeat(128)

test('the sign-in is accessible, untouched and with an error', async ({ page }) => {
  await page.goto('/sign-in?reason=signed-out')
  await expectAccessible(page)
  await steps.fillSignIn(page, { email: 'nobody@demo.example', password: 'x' })
  await expect(steps.summaryOf(page)).toBeFocused()
  await expectAccessible(page)
})

test('the desk is accessible, empty and with everything it can hold', async ({
  startOwnServer,
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const own = await startOwnServer()
  const page = await signedInAs('administrator', { at: own })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Open the order that is stuck' })).toBeVisible()
  await expectAccessible(page)

  const soon = new Date(Date.now() + 20 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  await steps.perform(
    page,
    await freshOrder(),
    { operation: 'schedule-callback', input: { preferredTimeUTC: soon } },
    { ticket: longest.slice(28) },
  )
  for (const [operation, name] of [
    ['resend-callback-email', 'is unknown when the server fails'],
    ['schedule-callback', 'is refused when the login fails'],
  ] as const) {
    const example = steps.example(operation, name)
    await steps.perform(page, await steps.orderLike(simulator, freshOrder, example), example)
  }
  await page.goto('/')
  await page.getByText('Checked? Lift the hold').click()
  await page.getByRole('button', { name: /^Lift hold/ }).click()
  await expect(steps.summaryOf(page)).toBeFocused()
  await expectAccessible(page)
})

test('the other screens are accessible: codes, activity, a search gone wrong, a page that does not exist', async ({
  signedInAs,
  strict,
}) => {
  strict.allow(/404 \(Not Found\)/)
  const page = await signedInAs('manager')
  for (const path of [
    '/codes',
    '/codes?q=nothing-like-it',
    '/activity',
    '/activity?order=none',
    '/search?order=',
    `/search?order=${longest}9`,
    '/no-such-page',
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('an order is accessible: which account, which operation, an operation that is not one’s own, a link with faults, long content', async ({
  signedInAs,
  freshOrder,
}) => {
  const order = await freshOrder()
  const page = await signedInAs('agent')
  for (const path of [
    `/orders/${order}`,
    steps.orderPath(order),
    steps.orderPath(order, 'replace-callback-phone'),
    `/go/make-coffee?order=${order}&account=No+Such&email=a&ticket={{x}}`,
    steps.orderPath(longest, 'schedule-callback', { ticket: longest.slice(28), src: 'zendesk' }),
  ]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

for (const operation of operationIds) {
  test(`the form is accessible, with errors and before it is sent: ${operation}`, async ({
    signedInAs,
    freshOrder,
  }) => {
    const order = await freshOrder()
    const page = await signedInAs('manager')
    await steps.openForm(page, order, operation)
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Ticket system' }).fill('zendesk')
    await page.getByRole('button', { name: 'Check before sending' }).click()
    await expect(steps.summaryOf(page)).toBeFocused()
    await expectAccessible(page)

    const { input } = steps.acceptedExample(operation)
    await steps.fillIn(page, operation, input)
    await page.getByRole('textbox', { name: /^Ticket \(/ }).fill('48213')
    await steps.checkBeforeSending(page)
    await expectAccessible(page)
  })
}

test('what is said of a time is accessible: one that comes twice, one that does not exist, one at night', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('agent')
  await steps.openForm(page, await freshOrder(), 'schedule-callback')
  for (const { date, time, said } of [
    { date: '2031-03-30', time: '02:30', said: /does not exist that day/ },
    { date: '2031-10-26', time: '02:30', said: /comes twice that day/ },
    { date: '2031-05-17', time: '03:00', said: /outside usual hours/ },
  ]) {
    await steps.fillCall(page, { zone: 'Europe/Berlin', date, time })
    await expect(page.getByText(said)).toBeVisible()
    await expectAccessible(page)
  }
})

const receipts: readonly (readonly [string, Example])[] = [
  ['Done', steps.acceptedExample('schedule-callback')],
  ['Passed on', steps.acceptedExample('request-manual-callback')],
  ['Nothing done', steps.example('resend-click-through-email', 'does nothing when the agreement is signed')],
  ['Refused', steps.example('resend-click-through-email', 'is refused for a cancelled order')],
  ['Unrecognised', steps.example('resend-dcv-email', 'is not recognised when the code is new')],
  ['Unknown', steps.example('schedule-callback', 'is unknown when a web page comes back')],
]

for (const [word, example] of receipts) {
  test(`the receipt and its entry in the timeline are accessible: ${word}`, async ({
    signedInAs,
    simulator,
    freshOrder,
  }) => {
    const order = await steps.orderLike(simulator, freshOrder, example)
    const page = await signedInAs('manager')
    const receipt = await steps.perform(page, order, example, { ticket: '48213', src: 'zendesk' })
    await expect(receipt).toHaveAccessibleName(new RegExp(`^${word}: `))
    await receipt.getByText('The CA’s reply and how we read it').click()
    await expect(steps.entriesOf(page)).toHaveCount(1)
    for (const summary of ['Details', 'Resolve: say what you found out']) {
      for (const found of await steps.entriesOf(page).getByText(summary, { exact: true }).all())
        await found.click()
    }
    await expectAccessible(page)
  })
}

test('what stops an attempt is accessible: nobody listening at the CA, then a hold, then a duplicate', async ({
  signedInAs,
  simulator,
  freshOrder,
}, { workerIndex }) => {
  const page = await signedInAs('manager')
  const order = await freshOrder()
  const call = { operation: 'resend-callback-email', input: {} } as const
  const { sendLabel } = catalogue[call.operation]
  const stopped = page.getByRole('region', { name: 'What happened' })

  const account = await addAccount(`Closed ${workerIndex}`, await closedBaseUrl())
  await expect(await steps.perform(page, order, call, { account })).toHaveAccessibleName(/^Not sent: /)
  await expectAccessible(page)

  await steps.perform(page, order, call)
  await steps.openForm(page, order, call.operation)
  await steps.checkBeforeSending(page)
  await page.getByRole('button', { name: sendLabel }).click()
  await expect(stopped).toContainText('this was done a short while ago')
  await page.getByRole('button', { name: `${sendLabel} all the same` }).click()
  await expectAccessible(page)

  const refused = steps.example('schedule-callback', 'is refused when the login fails')
  const held = await addAccount(`Stopped ${workerIndex}`)
  await steps.perform(page, await steps.orderLike(simulator, freshOrder, refused), refused, { account: held })
  await steps.openForm(page, await freshOrder(), call.operation, { account: held })
  await page.getByText('The four possible causes').click()
  await steps.checkBeforeSending(page)
  await page.getByRole('button', { name: sendLabel }).click()
  await expect(stopped).toContainText('is on hold')
  await expectAccessible(page)
})
