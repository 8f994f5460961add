import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, invalid, missing, refusal } from './test-support/wire.ts'

const hour = 3_600_000
let now = Date.parse('2026-11-20T12:00:00Z')
let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => new Date(now) })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const dcv = (rest: string) => ask(simulator, '!ResendDCVEmail', rest)

test('without an address the e-mail goes to the address used last', async () => {
  expect(await dcv('orderNumber=10000301')).toBe('errorCode=0')
  expect(simulator.outbox()).toMatchObject([{ kind: 'dcv', to: 'admin@tante-emma.example' }])
})

test('a listed address gets the e-mail, with the template asked for, and is the last one from then on', async () => {
  expect(
    await dcv('orderNumber=10000301&dcvEmailAddress=postmaster%40tante-emma.example&dcvTemplateID=7'),
  ).toBe('errorCode=0')
  expect(await dcv('baseOrderNumber=20000301')).toBe('errorCode=0')
  const [first, second] = simulator.outbox()
  expect(first).toMatchObject({ to: 'postmaster@tante-emma.example', template: 7, orderNumber: '10000301' })
  expect(second).toMatchObject({ to: 'postmaster@tante-emma.example', orderNumber: '10000301' })
})

test('where no e-mail was ever sent an address is needed', async () => {
  expect(await dcv('orderNumber=10000302')).toBe(`${missing('dcvEmailAddress')}&errorItem=dcvEmailAddress`)
  expect(await dcv('orderNumber=10000302&dcvEmailAddress=admin%40werkstatt-koeln.example')).toBe(
    'errorCode=0',
  )
  expect(await dcv('orderNumber=10000302')).toBe('errorCode=0')
})

test('an address counts for 24 hours after it was listed, to the millisecond', async () => {
  const listedAt = new Date(now).toISOString()
  simulator.setOrder('10000301', { dcv: { addresses: [{ address: 'admin@tante-emma.example', listedAt }] } })
  const given = 'orderNumber=10000301&dcvEmailAddress=admin%40tante-emma.example'
  now += 24 * hour
  expect(await dcv(given)).toBe('errorCode=0')
  now += 1
  expect(await dcv(given)).toBe(`${invalid('dcvEmailAddress')}&errorItem=dcvEmailAddress`)
})

test('an old list refuses another address, while the last one still works', async () => {
  expect(await dcv('orderNumber=10000305&dcvEmailAddress=admin%40soleemare.example')).toBe(
    `${invalid('dcvEmailAddress')}&errorItem=dcvEmailAddress`,
  )
  expect(await dcv('orderNumber=10000305')).toBe('errorCode=0')
})

test('an address that was never listed is refused', async () => {
  expect(await dcv('orderNumber=10000301&dcvEmailAddress=me%40elsewhere.example')).toBe(
    `${invalid('dcvEmailAddress')}&errorItem=dcvEmailAddress`,
  )
  expect(simulator.outbox()).toEqual([])
})

test.each([-20, -47, -90, -160, -9999])(
  'where the domain is proven or proven otherwise it cannot be resent, with any number (%i), as it is not documented',
  async (code) => {
    simulator.setRules({ dcvCannotBeResentCode: code })
    for (const order of ['10000303', '10000304', '10000101']) {
      expect(await dcv(`orderNumber=${order}`)).toBe(refusal(code, 'DCV emails cannot be resent.'))
    }
    expect(simulator.outbox()).toEqual([])
  },
)

test.each([-90, -91])('insufficient permissions can be %i', async (code) => {
  simulator.setRules({ permissionCode: code })
  expect(await dcv('orderNumber=10000307')).toBe(refusal(code, 'Permission denied'))
})

test('one of the two order numbers is needed, and both are integers', async () => {
  expect(await dcv('')).toBe(`${missing('orderNumber')}&errorItem=orderNumber`)
  expect(await dcv('orderNumber=1000030x')).toBe(`${invalid('orderNumber')}&errorItem=orderNumber`)
  expect(await dcv('baseOrderNumber=-1')).toBe(`${invalid('baseOrderNumber')}&errorItem=baseOrderNumber`)
  expect(await dcv('orderNumber=10000301&dcvTemplateID=one')).toBe(
    `${invalid('dcvTemplateID')}&errorItem=dcvTemplateID`,
  )
})

test('an unknown number and a number of another account are refused alike', async () => {
  for (const order of ['99999999', '10000503']) {
    expect(await dcv(`orderNumber=${order}`)).toBe(`${invalid('orderNumber')}&errorItem=orderNumber`)
  }
  for (const base of ['99999999', '20000503']) {
    expect(await dcv(`baseOrderNumber=${base}`)).toBe(
      `${invalid('baseOrderNumber')}&errorItem=baseOrderNumber`,
    )
  }
})

test('both order numbers together: the first wins, must agree, or is refused, by rule', async () => {
  const both = () => dcv('orderNumber=10000301&baseOrderNumber=20000503')
  expect(await both()).toBe('errorCode=0')
  for (const rule of ['must-agree', 'invalid'] as const) {
    simulator.setRules({ bothOrderNumbers: rule })
    expect(await both()).toBe(`${invalid('baseOrderNumber')}&errorItem=baseOrderNumber`)
  }
})

test('an argument nobody knows is named, also in errorItem', async () => {
  expect(await dcv('orderNumber=10000301&responseFormat=1')).toBe(
    `${refusal(-2, "'responseFormat' is an unrecognized argument!")}&errorItem=responseFormat`,
  )
})

test('an account with templates of its own accepts no others', async () => {
  simulator.setAccount('demo-eu', { dcvTemplates: [7] })
  expect(await dcv('orderNumber=10000301&dcvTemplateID=7')).toBe('errorCode=0')
  expect(await dcv('orderNumber=10000301&dcvTemplateID=8')).toBe(
    `${invalid('dcvTemplateID')}&errorItem=dcvTemplateID`,
  )
})
