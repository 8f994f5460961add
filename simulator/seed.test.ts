import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createJournal, journalLimit } from './journal.ts'
import { startSimulator, type Seed, type Simulator } from './server.ts'
import { exchange, requestBytes } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const time = '&preferredTimeUTC=2099-01-01+10:00'
const operations: [operation: string, endpoint: string, rest: string][] = [
  ['schedule-callback', '!UpdateUserOvCallback', `action=ScheduledCallback${time}`],
  ['request-manual-callback', '!UpdateUserOvCallback', `action=ManualCallback${time}`],
  ['replace-callback-phone', '!UpdateUserOvCallback', 'action=ReplacePhone&phoneNumber=1'],
  [
    'switch-callback-to-email',
    '!UpdateUserOvCallback',
    'action=replaceEmailAddress&emailAddress=a@b.example',
  ],
  ['resend-callback-email', '!UpdateUserOvCallback', 'action=sendCallbackEmail'],
  ['resend-click-through-email', '!UpdateUserEvClickThrough', 'action=ResendEmail'],
  [
    'replace-click-through-email',
    '!UpdateUserEvClickThrough',
    'action=ReplaceMailAddress&adminEmailAddress=a@b.example',
  ],
  ['resend-dcv-email', '!ResendDCVEmail', ''],
  ['resend-smime-collection-email', '!ResendCollectionEmailSMIME', ''],
  ['resend-smime-verification-email', '!ResendVerificationEmailSMIME', ''],
  ['resend-smime-invitation-email', '!ResendInvitationEmailSMIME', ''],
]

test.each(operations)(
  '%s has an order where it works, and one where nothing is done or it is refused',
  async (...row) => {
    const [, endpoint, rest] = row
    const worked: string[] = []
    const stuck: string[] = []
    for (const { orderNumber, account } of simulator.orders().filter((order) => order.account !== '*')) {
      const body = `loginName=${account}&loginPassword=${account}-password&orderNumber=${orderNumber}&${rest}`
      const reply = (await exchange(simulator, requestBytes(endpoint, body))).body
      if (/^(errorCode=)?0(&status=1.*)?$/.test(reply)) worked.push(orderNumber)
      else if (/^(errorCode=)?(0&status=0|-20|-12\d)/.test(reply)) stuck.push(orderNumber)
    }
    expect(worked.length).toBeGreaterThan(0)
    expect(stuck.length).toBeGreaterThan(0)
  },
)

test('every order has a customer and a story, and nobody who exists', () => {
  const orders = simulator.orders()
  expect(orders.length).toBeGreaterThanOrEqual(39)
  for (const order of orders) {
    expect(order.story).toMatch(/^[A-Z].*\.$/)
    expect(order.organisation).toMatch(/\w/)
    // RFC 2606 names, so that a demo never writes to anybody; one is misspelt on purpose (10000203).
    for (const domain of order.domains) expect(domain).toMatch(/\.example$/)
  }
})

test.each<[string, unknown]>([
  ['no lists', {}],
  [
    'an unknown account',
    { accounts: [], orders: [{ orderNumber: '1', account: 'x', product: 'p', organisation: 'o' }] },
  ],
  ['an unknown rule', { accounts: [], orders: [], rules: { nonsense: 1 } }],
  [
    'an order number twice',
    {
      accounts: [],
      orders: [1, 2].map(() => ({ orderNumber: '1', account: '*', product: 'p', organisation: 'o' })),
    },
  ],
  [
    'a misspelt field',
    { accounts: [], orders: [{ orderNumber: '1', account: '*', product: 'p', organisation: 'o', dvc: {} }] },
  ],
])('a seed with %s is refused with a sentence', async (_, seed) => {
  await expect(startSimulator({ seed: seed as Seed })).rejects.toThrow(/^[A-Z].*\.$/)
})

test('a host that is not loopback is refused', async () => {
  await expect(startSimulator({ host: '0.0.0.0' })).rejects.toThrow('loopback')
})

test('at most the last 10,000 requests are kept', () => {
  const journal = createJournal()
  const request = { method: 'POST', url: '/', httpVersion: '1.1', rawHeaders: [] } as never
  for (let i = 0; i < journalLimit + 1200; i++) {
    journal.add(request, { kind: 'other', aborted: false, body: Buffer.alloc(0), at: new Date(0) })
  }
  expect(journal.list()).toHaveLength(journalLimit)
  expect(journal.list().at(-1)?.id).toBe(journalLimit + 1200)
})
