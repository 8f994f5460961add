import { catalogue } from '#lib/ca/catalogue.ts'
import { examples } from '#lib/ca/examples.ts'
import { operationIds, type OperationId } from '#lib/ca/operation.ts'
import { samplePerson } from '../scripts/support/sample-people.ts'
import { addAccount, addTemplate } from './fixtures/accounts.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

/** What the CA's documents say an operation is on the wire, written down here a second time. */
const documented: Record<OperationId, { path: string; action?: string }> = {
  'schedule-callback': { path: '!UpdateUserOvCallback', action: 'ScheduledCallback' },
  'request-manual-callback': { path: '!UpdateUserOvCallback', action: 'ManualCallback' },
  'replace-callback-phone': { path: '!UpdateUserOvCallback', action: 'ReplacePhone' },
  'switch-callback-to-email': { path: '!UpdateUserOvCallback', action: 'replaceEmailAddress' },
  'resend-callback-email': { path: '!UpdateUserOvCallback', action: 'sendCallbackEmail' },
  'resend-click-through-email': { path: '!UpdateUserEvClickThrough', action: 'ResendEmail' },
  'replace-click-through-email': { path: '!UpdateUserEvClickThrough', action: 'ReplaceMailAddress' },
  'resend-dcv-email': { path: '!ResendDCVEmail' },
  'resend-smime-collection-email': { path: '!ResendCollectionEmailSMIME' },
  'resend-smime-verification-email': { path: '!ResendVerificationEmailSMIME' },
  'resend-smime-invitation-email': { path: '!ResendInvitationEmailSMIME' },
}

/** What the check shows of a value, where that is not the value itself. */
const spoken: Partial<Record<string, string>> = {
  '2031-05-14 13:30': 'Wednesday, 14 May 2031, 13:30',
  'de-de': 'German',
}

const accepted = examples.filter(({ expect: { kind } }) => kind === 'done' || kind === 'passed-on')

test('every operation has a journey', () => {
  expect(new Set(accepted.map(({ operation }) => operation))).toEqual(new Set(operationIds))
})

for (const example of accepted.filter(({ input }) => input.baseOrderNumber === undefined)) {
  const { operation, name, input } = example
  const about = catalogue[operation]
  const person = samplePerson(about.role)
  const word = example.expect.kind === 'done' ? 'Done' : 'Passed on'

  test(`from a ticket to a receipt everybody can read, and one exact request to the CA: ${operation} ${name}`, async ({
    page,
    simulator,
    freshOrder,
    signedInAs,
  }) => {
    const order = await steps.orderLike(simulator, freshOrder, example)
    const ticket = `T-${order}`

    await page.goto(
      `/go/${operation}?order=${order}&ticket=${ticket}&src=zendesk&account=${encodeURIComponent(steps.account)}`,
    )
    await expect(page).toHaveURL(/\/sign-in\?/)
    await steps.fillSignIn(page, person)

    await expect(page.getByRole('heading', { level: 1 })).toContainText(order)
    const form = await steps.formOf(page, operation)
    await expect(form.getByRole('textbox', { name: /^Ticket \(/ })).toHaveValue(ticket)
    await expect(form.getByRole('textbox', { name: 'Ticket system' })).toHaveValue('zendesk')
    await steps.fillIn(page, operation, input)

    const check = await steps.checkBeforeSending(page)
    for (const value of Object.values(input)) {
      for (const part of value.split(/[,\n]/)) await expect(check).toContainText(spoken[part] ?? part)
    }
    for (const said of [about.effect, about.afterwards, steps.account, order, ticket]) {
      await expect(check).toContainText(said)
    }
    expect(await simulator.requests(order), 'nothing is sent before the last press').toEqual([])

    const receipt = await steps.send(page, operation)
    await expect(receipt).toHaveAccessibleName(new RegExp(`^${word}: `))
    await expect(receipt).toContainText(new RegExp(`${about.actsNextWhenAccepted} acts? next`, 'i'))
    const title = await receipt.getByRole('heading', { level: 2 }).innerText()

    const { path, action } = documented[operation]
    const [request, ...more] = await simulator.requests(order)
    expect(more, 'further requests').toEqual([])
    expect(request).toMatchObject({ method: 'POST', path: `/products/${path}` })
    expect([...new URLSearchParams(request?.bodyText)].toSorted()).toEqual(
      Object.entries({
        loginName: 'demo-eu',
        loginPassword: 'demo-eu-password',
        ...(action === undefined ? {} : { action }),
        orderNumber: order,
        ...input,
      }).toSorted(),
    )

    await expect(page).toHaveURL(/attempt=/)
    await page.reload()
    await expect(page.getByRole('article')).toHaveAccessibleName(title.replace(/\s+/g, ' '))
    const viewer = await signedInAs('viewer')
    await viewer.goto(steps.orderPath(order))
    for (const reader of [page, viewer]) {
      const entry = steps.entriesOf(reader)
      await expect(entry).toHaveCount(1)
      for (const said of [about.title, `by ${person.name}`, ticket, 'zendesk']) {
        await expect(entry).toContainText(said)
      }
    }
    expect(await simulator.requests(order), 'nor does a reload send anything').toHaveLength(1)
  })
}

test('a base order number takes the order number’s place on the wire, and a named template goes out as its number', async ({
  signedInAs,
  simulator,
  freshOrder,
}, { workerIndex }) => {
  const account = await addAccount(`With templates ${workerIndex}`)
  await addTemplate(account, '7', 'German, formal')
  const order = await freshOrder()
  const base = `2${order}`
  await simulator.setOrder(order, { baseOrderNumber: base })
  const page = await signedInAs('agent')
  await page.goto(`/go/resend-dcv-email?${new URLSearchParams({ order, account, template: '7' })}`)
  const form = await steps.formOf(page, 'resend-dcv-email')
  await expect(form.getByRole('combobox', { name: 'Template' })).toHaveValue('7')
  await steps.fillIn(page, 'resend-dcv-email', { baseOrderNumber: base })
  await expect(await steps.checkBeforeSending(page)).toContainText('German, formal')
  await expect(await steps.send(page, 'resend-dcv-email')).toHaveAccessibleName(/^Done: /)

  const [request, ...more] = await simulator.requests(base)
  expect(more).toEqual([])
  expect([...new URLSearchParams(request?.bodyText)].toSorted()).toEqual([
    ['baseOrderNumber', base],
    ['dcvTemplateID', '7'],
    ['loginName', 'demo-eu'],
    ['loginPassword', 'demo-eu-password'],
  ])
})

test('a template that has no name here is left out of the form, and the page says so', async ({
  signedInAs,
  freshOrder,
}) => {
  const page = await signedInAs('agent')
  const order = await freshOrder()
  await page.goto(`/go/resend-dcv-email?order=${order}&account=Demo+EU&template=7`)
  await steps.formOf(page, 'resend-dcv-email')
  await expect(page.getByText('From the link')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(/template/)
  await expect(await steps.checkBeforeSending(page)).not.toContainText('Template')
})
