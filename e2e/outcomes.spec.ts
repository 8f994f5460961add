import { catalogue } from '#lib/ca/catalogue.ts'
import type { Example } from '#lib/ca/examples.ts'
import { addAccount, closedBaseUrl } from './fixtures/accounts.ts'
import { sentFor } from './fixtures/order-state.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

interface Told {
  readonly example: Example
  readonly word: string
  /** From the receipt's sentence, its next step and the CA's reply. */
  readonly says: readonly string[]
  readonly actsNext: string
  /** Null where there was nothing to keep. */
  readonly raw: string | RegExp | null
  /** The ways on that may be offered besides copying and going back to the order. */
  readonly offers: readonly string[]
}

const told: readonly Told[] = [
  {
    example: steps.example('schedule-callback', 'books the automatic call, with extension and language'),
    word: 'Done',
    says: ['The CA booked its automatic call', 'Tell the customer to be by the verified phone'],
    actsNext: 'The customer acts next.',
    raw: 'errorCode=0',
    offers: ['Do it again'],
  },
  {
    example: steps.example('resend-callback-email', 'passes the wish for the e-mail on'),
    word: 'Passed on',
    says: ['The CA told its staff', 'That it was sent is not confirmed.', 'Ask the customer later'],
    actsNext: 'CA staff act next.',
    raw: 'errorCode=0',
    offers: ['Do it again'],
  },
  {
    example: steps.example('resend-click-through-email', 'does nothing when the agreement is signed'),
    word: 'Nothing done',
    says: ['not relevant for the order’s present state', 'No e-mail was sent', 'already signed'],
    actsNext: 'You act next.',
    raw: /errorCode=0.*status=0/,
    offers: ['Back to the form'],
  },
  {
    example: steps.example('resend-click-through-email', 'is refused for a cancelled order'),
    word: 'Refused',
    says: [
      'Its message says why.',
      'The CA’s own words',
      'check the order’s state before anything is sent again',
    ],
    actsNext: 'You act next.',
    raw: 'errorCode=-20',
    offers: ['Back to the form'],
  },
  {
    example: steps.example('resend-dcv-email', 'is not recognised when the code is new'),
    word: 'Unrecognised',
    says: ['-987', 'Nothing was sent twice'],
    actsNext: 'You act next.',
    raw: 'errorCode=-987',
    offers: [],
  },
  {
    example: steps.example('schedule-callback', 'is unknown when a web page comes back'),
    word: 'Unknown',
    says: ['A web page came back', 'The CA may have carried the request out', 'Do not send it again yet'],
    actsNext: 'You act next.',
    raw: /<html/i,
    offers: ['Record what became of it'],
  },
]

for (const { example, word, says, actsNext, raw, offers } of told) {
  test(`${word}: the receipt says the word, the cause, who acts next and what the CA answered`, async ({
    signedInAs,
    simulator,
    freshOrder,
  }) => {
    const order = await steps.orderLike(simulator, freshOrder, example)
    const page = await signedInAs('agent')
    const receipt = await steps.perform(page, order, example)

    await expect(receipt).toHaveAccessibleName(new RegExp(`^${word}: `))
    for (const sentence of [...says, actsNext]) await expect(receipt).toContainText(sentence)
    const reply = receipt.getByRole('region', { name: 'The reply as it came' })
    await expect(reply).toBeHidden()
    await receipt.getByText('The CA’s reply and how we read it').click()
    await expect(reply).toContainText(raw ?? '')
    await expect(reply).not.toContainText('demo-eu-password')

    const ways = receipt.getByRole('link').filter({ hasNotText: /opens in a new tab|Back to the order/ })
    await expect(ways).toHaveText([...offers])
    await expect(page).toHaveTitle(new RegExp(`^${word}: `))

    await page.goto(steps.orderPath(order))
    await expect(steps.entriesOf(page)).toContainText(word)
    expect(await sentFor(simulator, order), 'sent once, whatever came back').toHaveLength(1)
  })
}

test('Refused with a field at fault: the receipt names the field by its label and leads back to it in the form', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const example = steps.example(
    'resend-smime-verification-email',
    'is refused for an address that is not in the certificate',
  )
  const [field] = catalogue[example.operation].fields
  const order = await steps.orderLike(simulator, freshOrder, example)
  const page = await signedInAs('agent')
  const receipt = await steps.perform(page, order, example)
  await expect(receipt).toHaveAccessibleName(/^Refused: /)
  await expect(receipt).toContainText('emailAddress')
  await receipt.getByText('The CA’s reply and how we read it').click()
  await expect(receipt).toContainText(`Field at fault${field?.label}`)
  await receipt.getByRole('link', { name: 'Back to the form' }).click()
  const form = await steps.formOf(page, example.operation)
  const addresses = form.getByRole('textbox', { name: field?.label })
  await expect(addresses).toHaveValue('someone@example.com')
  await expect(addresses).toHaveAccessibleDescription(/The CA’s words: .*emailAddress/)
  await expect(addresses).toHaveAttribute('aria-invalid', 'true')
  await addresses.fill('labor@gewaesserkunde.example')
  await steps.checkBeforeSending(page)
})

test('Not sent: when nobody listens at the CA the receipt says that nothing reached it and that trying again is safe', async ({
  signedInAs,
  simulator,
  freshOrder,
}, { workerIndex }) => {
  const account = await addAccount(`Unreachable ${workerIndex}`, await closedBaseUrl())
  const order = await freshOrder()
  const page = await signedInAs('agent')
  const receipt = await steps.perform(
    page,
    order,
    { operation: 'resend-callback-email', input: {} },
    { account },
  )
  await expect(receipt).toHaveAccessibleName(/^Not sent: /)
  await expect(receipt).toContainText('Nothing reached the CA.')
  await expect(receipt).toContainText('It is safe to send it again.')
  await expect(receipt.getByRole('link', { name: 'Try again' })).toBeVisible()
  await receipt.getByText('The CA’s reply and how we read it').click()
  await expect(receipt).toContainText('There was no reply to keep.')
  expect(await simulator.requests(order)).toEqual([])
})

test('Unknown: it is resolved with a note from the timeline, and the desk shows it until then and no longer', async ({
  signedInAs,
  simulator,
  freshOrder,
}) => {
  const example = steps.example('resend-callback-email', 'is unknown when the server fails')
  const { title } = catalogue[example.operation]
  const order = await steps.orderLike(simulator, freshOrder, example)
  const agent = await signedInAs('agent')
  const viewer = await signedInAs('viewer')
  // Beyond the fifth, attempts are folded away.
  const link = (verb: string) => ({ name: `${verb} ${title}, order ${order}`, includeHidden: true })
  const waiting = viewer.getByRole('link', link('Look'))

  const receipt = await steps.perform(agent, order, example)
  await viewer.goto('/')
  await expect(waiting).toHaveCount(1)
  await viewer.goto((await waiting.getAttribute('href')) ?? '')
  await expect(steps.entriesOf(viewer)).toContainText('The CA may have carried it out')
  await expect(viewer.getByText('Resolve: say what you found out')).toHaveCount(0)
  await expect(steps.entriesOf(viewer)).toContainText('A manager, an administrator or whoever sent it')

  const desk = await agent.context().newPage()
  await desk.goto('/')
  await expect(desk.getByRole('link', link('Resolve')), 'for whoever may').toHaveCount(1)
  await desk.close()
  await receipt.getByRole('link', { name: 'Record what became of it' }).click()
  // The receipt's page has the same entry; its own is meant.
  await expect(agent).toHaveURL(/#attempt-/)
  await agent.getByText('Resolve: say what you found out').click()
  await agent.getByRole('button', { name: 'Record' }).click()
  await expect(steps.summaryOf(agent)).toBeFocused()
  await expect(steps.summaryOf(agent).getByRole('link')).toHaveCount(2)
  const note = `Customer of ${order} has the e-mail.`
  await agent.getByRole('textbox', { name: 'How did you find out?' }).fill(note)
  await agent.getByRole('button', { name: 'Record' }).click()
  await expect(steps.summaryOf(agent).getByRole('link')).toHaveCount(1)
  await expect(agent.getByRole('textbox', { name: 'How did you find out?' }), 'it stays').toHaveValue(note)
  await agent.getByRole('radio', { name: 'The CA did carry it out' }).check()
  await agent.getByRole('button', { name: 'Record' }).click()
  await expect(agent.getByRole('status').filter({ hasText: 'Resolved' })).toBeVisible()

  await viewer.goto(steps.orderPath(order))
  await expect(steps.entriesOf(viewer)).toContainText(note)
  await expect(steps.entriesOf(viewer), 'the outcome stays what it was').toContainText('Unknown')
  await viewer.goto('/')
  await expect(viewer.getByRole('heading', { name: 'Needs you' })).toBeVisible()
  await expect(waiting).toHaveCount(0)
  expect(await sentFor(simulator, order)).toHaveLength(1)
})
