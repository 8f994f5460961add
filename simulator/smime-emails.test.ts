import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, exchange, login, requestBytes } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const collection = '!ResendCollectionEmailSMIME'
const verification = '!ResendVerificationEmailSMIME'
const invitation = '!ResendInvitationEmailSMIME'
const all = [collection, verification, invitation]

// Sample replies and messages: ResendCollectionEmailSMIME, "Response" and "Error codes".
const wrongState = '-122\nThe Certificate is in wrong state.'
const agreementOpen = '-123\nThe agreement was not passed.'
const actionsOpen = '-124\nThe Certificate has actions not yet completed.'
const notIssued = '-125\nThe Certificate is not issued yet.'

test('success is one line of text, and the e-mail is in the outbox', async () => {
  const reply = await exchange(simulator, requestBytes(collection, `${login}&orderNumber=10000403`))
  expect(reply.head).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: text\/plain\r\n/i)
  expect(reply.body).toBe('0')
  expect(simulator.outbox()).toMatchObject([
    { kind: 'smime-collection', to: 'dr.hartmann@tierarzt-wald.example' },
  ])
})

test('the invitation goes to the contact', async () => {
  expect(await ask(simulator, invitation, 'orderNumber=10000401')).toBe('0')
  expect(simulator.outbox()).toMatchObject([{ kind: 'smime-invitation', to: 'm.vogt@kanzlei-vogt.example' }])
})

test('the verification goes to every address, or to those that were chosen', async () => {
  expect(await ask(simulator, verification, 'orderNumber=10000402')).toBe('0')
  expect(simulator.outbox()).toHaveLength(3)
  const chosen = 'labor%40gewaesserkunde.example%2C+Presse%40gewaesserkunde.example'
  expect(await ask(simulator, verification, `orderNumber=10000402&emailAddress=${chosen}`)).toBe('0')
  expect(simulator.outbox().slice(3)).toHaveLength(2)
})

test.each([
  'me%40elsewhere.example',
  'nobody',
  'labor%40gewaesserkunde.example%2C',
  `a%40${'b'.repeat(32_000)}`,
])('the address list "%s" is refused with -4', async (list) => {
  expect(await ask(simulator, verification, `orderNumber=10000402&emailAddress=${list}`)).toBe(
    "-4\nThe value of the 'emailAddress' argument is invalid!",
  )
  expect(simulator.outbox()).toEqual([])
})

test('only the verification knows emailAddress', async () => {
  for (const endpoint of [collection, invitation]) {
    expect(await ask(simulator, endpoint, 'orderNumber=10000403&emailAddress=a%40b.example')).toBe(
      '-2\nUnrecognised argument!',
    )
  }
})

test.each([
  ['10000401', actionsOpen, '0', '0'],
  ['10000402', actionsOpen, '0', wrongState],
  ['10000403', '0', wrongState, wrongState],
  ['10000404', agreementOpen, agreementOpen, agreementOpen],
  ['10000405', actionsOpen, actionsOpen, actionsOpen],
  ['10000406', wrongState, wrongState, wrongState],
  ['10000407', notIssued, wrongState, wrongState],
  ['10000301', wrongState, wrongState, wrongState],
])('order %s answers by its state', async (order, ...expected) => {
  const replies = []
  for (const endpoint of all) replies.push(await ask(simulator, endpoint, `orderNumber=${order}`))
  expect(replies).toEqual(expected)
})

test.each(all)('%s names what is missing or invalid in its own words', async (endpoint) => {
  const post = async (body: string) => (await exchange(simulator, requestBytes(endpoint, body))).body
  expect(await post('')).toBe("-3\nThe 'loginName' argument is missing!")
  expect(await post(login)).toBe("-3\nThe 'orderNumber' argument is missing!")
  expect(await post(`${login}&orderNumber=99999999`)).toBe(
    "-4\nThe value of the 'orderNumber' argument is invalid!",
  )
  expect(await post(`${login}&orderNumber=10000403&action=x`)).toBe('-2\nUnrecognised argument!')
  expect(await post('loginName=demo-eu&loginPassword=wrong&orderNumber=10000403')).toBe(
    '-16\nIncorrect login details, account is locked, password has expired or your source IP is blocked.',
  )
  simulator.setRules({ requireHttps: true })
  expect(await post(`${login}&orderNumber=10000403`)).toBe('-1\nRequest was not made over https!')
})

test('lines can end in another way, which the documents leave open', async () => {
  simulator.setRules({ lineEnd: '\r\n', finalLineEnd: true })
  expect(await ask(simulator, collection, 'orderNumber=10000403')).toBe('0\r\n')
  expect(await ask(simulator, collection, 'orderNumber=10000406')).toBe(
    '-122\r\nThe Certificate is in wrong state.\r\n',
  )
})
