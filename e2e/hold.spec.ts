import { addAccount } from './fixtures/accounts.ts'
import { expect, test } from './fixtures/test.ts'
import { open } from './settings-steps.ts'
import * as steps from './steps.ts'

const causes = [
  'The login name or password is wrong.',
  'The account is locked.',
  'The password has expired.',
  'Our IP address is blocked.',
]

test('after -16 nothing more is sent for the account until an administrator lifts the hold with a note, which an agent cannot', async ({
  signedInAs,
  simulator,
  freshOrder,
  stateOf,
  baseURL,
}, { workerIndex }) => {
  const example = steps.example('schedule-callback', 'is refused when the login fails')
  const call = { operation: example.operation, input: example.input }
  const account = await addAccount(`Held ${workerIndex}`)
  const refused = await steps.orderLike(simulator, freshOrder, example)
  const next = await freshOrder()
  const agent = await signedInAs('agent')

  const receipt = await steps.perform(agent, refused, call, { account })
  await expect(receipt).toHaveAccessibleName(/^Refused: /)
  await expect(receipt).toContainText('Do not try again: repeating it can lock the account.')
  await expect(receipt).toContainText('An administrator acts next.')

  await steps.openForm(agent, next, call.operation, { account })
  await expect(agent.getByText(`nothing is sent for ${account}`)).toBeVisible()
  await agent.getByText('The four possible causes').click()
  for (const cause of causes) await expect(agent.getByText(cause)).toBeVisible()
  await steps.fillIn(agent, call.operation, call.input)
  await steps.checkBeforeSending(agent)
  await agent.getByRole('button', { name: 'Book the call' }).click()
  const stopped = agent.getByRole('region', { name: 'What happened' })
  await expect(stopped).toBeFocused()
  await expect(stopped).toContainText(`Not sent: the account ${account} is on hold`)
  expect(await simulator.requests(next), 'stopped before a byte left').toEqual([])

  await agent.goto('/')
  const held = agent.getByRole('region', { name: /^Needs you/ })
  await expect(held.getByRole('heading', { name: `On hold ${account}` })).toBeVisible()
  for (const cause of causes) await expect(held.getByText(cause).first()).toBeVisible()
  await expect(held.getByText(/^An administrator lifts the hold/).first()).toBeVisible()
  await expect(agent.getByRole('button', { name: /Lift hold/, includeHidden: true })).toHaveCount(0)

  // The form an administrator left open, pressed by an agent: the server asks who is there, not the page.
  const swapped = await signedInAs('administrator')
  await open(swapped, '/')
  await openLift(swapped, account)
  const { cookies } = await stateOf('agent', baseURL ?? '')
  await swapped.context().addCookies(cookies)
  await noteOf(swapped).fill('I would like it to go on.')
  await liftOf(swapped, account).click()
  await expect(steps.summaryOf(swapped)).toContainText('Only an administrator may lift a hold.')

  const administrator = await signedInAs('administrator')
  await open(administrator, '/')
  await openLift(administrator, account)
  await liftOf(administrator, account).click()
  await expect(steps.summaryOf(administrator)).toBeFocused()
  await expect(noteOf(administrator)).toHaveAccessibleDescription(/Say what you checked and what was wrong\./)
  await noteOf(administrator).fill('The password had expired; a new one is entered.')
  await liftOf(administrator, account).click()
  await expect(administrator.getByText(`The hold on ${account} is lifted.`)).toBeVisible()

  const after = await steps.perform(agent, next, call, { account })
  await expect(after).toHaveAccessibleName(/^Done: /)
  expect(await simulator.requests(next)).toHaveLength(1)
})

type Page = Parameters<typeof steps.entriesOf>[0]

const noteOf = (page: Page) => page.getByRole('textbox', { name: 'What did you check, and what was wrong?' })
const liftOf = (page: Page, account: string) => page.getByRole('button', { name: `Lift hold on ${account}` })

/** Several accounts can be on hold; the one whose button bears the account's name is opened. */
async function openLift(page: Page, account: string): Promise<void> {
  const disclosure = page
    .getByRole('group')
    .filter({ has: page.getByRole('button', { name: `Lift hold on ${account}`, includeHidden: true }) })
  await disclosure.getByText('Checked? Lift the hold').click()
}
