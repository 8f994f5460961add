import { apiClient, issueToken, problemOf } from './fixtures/api-client.ts'
import { input, operation } from './fixtures/approvals.ts'
import { demandSecondPerson } from './fixtures/second-person.ts'
import { expect, test } from './fixtures/test.ts'
import * as steps from './steps.ts'

test('a folded form that is sent without scripts, or before they have come, comes back open with what is wrong in it', async ({
  startOwnServer,
  browser,
  stateOf,
  freshOrder,
  simulator,
}) => {
  const own = await startOwnServer()
  demandSecondPerson(own.dataDir)
  const client = apiClient(own.url, await issueToken(own.dataDir, 'manager'))
  const order = await freshOrder()
  const held = await freshOrder({ account: 'demo-us' })
  await simulator.setFault({ orderNumber: order, fault: 'empty', times: 1 })
  await client.perform(order)
  const change = { account: steps.account, input, reason: steps.reason }
  problemOf(await client.perform(order, { operation, body: change }), 202)
  await simulator.setAnswer({ orderNumber: held, errorCode: -16, times: 1 })
  await client.perform(held, { body: { account: 'Demo US' } })

  const storageState = await stateOf('administrator', own.url)
  const context = await browser.newContext({ baseURL: own.url, storageState, javaScriptEnabled: false })
  const page = await context.newPage()
  for (const { path, fold, send, wrong, note } of [
    {
      path: steps.orderPath(order),
      fold: 'Decline…',
      send: 'Decline the change',
      wrong: 'Say why, for whoever asked',
    },
    {
      path: steps.orderPath(order),
      fold: 'Resolve: say what you found out',
      send: 'Record',
      wrong: 'Choose what you found out',
      note: 'The customer has had the call.',
    },
    {
      path: '/',
      fold: 'Checked? Lift the hold',
      send: 'Lift hold on Demo US',
      wrong: 'Say what you checked',
    },
  ]) {
    await page.goto(path)
    await page.getByText(fold).click()
    const field = page.getByRole('textbox', { name: 'How did you find out?' })
    if (note !== undefined) await field.fill(note)
    await page.getByRole('button', { name: send }).click()
    await expect(steps.summaryOf(page)).toContainText(wrong)
    if (note !== undefined) await expect(field, 'what was typed stays').toHaveValue(note)
  }
  await context.close()
})
