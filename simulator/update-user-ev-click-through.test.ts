import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, invalid, missing, refusal } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const clickThrough = (rest: string) => ask(simulator, '!UpdateUserEvClickThrough', rest)
const done = 'errorCode=0&status=1&description=Successfully+completed'
const same =
  'errorCode=0&status=2&description=Email+Address+was+the+same+and+wasn%27t+changed.+Email+was+re-sent.'
const nothing =
  'errorCode=0&status=0&description=Action+is+not+relevant+for+current+order+state%2C+was+not+completed'

test('the agreement is sent again to the address on file', async () => {
  expect(await clickThrough('action=ResendEmail&orderNumber=10000201')).toBe(done)
  expect(simulator.outbox()).toMatchObject([
    { kind: 'click-through', to: 'j.okafor@meridian-insurance.example', orderNumber: '10000201' },
  ])
})

test('a replaced address gets the agreement and stays', async () => {
  const replace =
    'action=ReplaceMailAddress&orderNumber=10000203&adminEmailAddress=it-drift%40osterbro-energi.example'
  expect(await clickThrough(replace)).toBe(done)
  expect(await clickThrough(replace)).toBe(same)
  expect(await clickThrough('action=ResendEmail&orderNumber=10000203')).toBe(done)
  expect(simulator.outbox().map((mail) => mail.to)).toEqual(Array(3).fill('it-drift@osterbro-energi.example'))
})

test('the same address answers status 2, and the e-mail goes out again', async () => {
  const reply = await clickThrough(
    'action=ReplaceMailAddress&orderNumber=10000201&adminEmailAddress=J.Okafor%40meridian-insurance.example',
  )
  expect(reply).toBe(same)
  expect(simulator.outbox()).toHaveLength(1)
})

test.each(['ResendEmail', 'ReplaceMailAddress'])(
  '%s answers status 0 and sends nothing where no agreement is open',
  async (action) => {
    for (const order of ['10000202', '10000205', '10000301']) {
      const reply = await clickThrough(
        `action=${action}&orderNumber=${order}&adminEmailAddress=a%40b.example`,
      )
      expect(reply).toBe(nothing)
    }
    expect(simulator.outbox()).toEqual([])
  },
)

test('a cancelled order is refused with -20 and its text', async () => {
  expect(await clickThrough('action=ResendEmail&orderNumber=10000204')).toBe(
    refusal(-20, 'The order has been cancelled.'),
  )
})

test('replacing without an address is refused with -3, and an address that is none with -4', async () => {
  expect(await clickThrough('action=ReplaceMailAddress&orderNumber=10000201')).toBe(
    missing('adminEmailAddress'),
  )
  for (const address of ['nobody', `a%40${'b'.repeat(254)}`, 'a%40b.example%2Cc%40d.example']) {
    expect(
      await clickThrough(`action=ReplaceMailAddress&orderNumber=10000201&adminEmailAddress=${address}`),
    ).toBe(invalid('adminEmailAddress'))
  }
})

test('an action that is not one of the two is refused with -4', async () => {
  expect(await clickThrough('action=resendemail&orderNumber=10000201')).toBe(invalid('action'))
})

test('what an address does together with ResendEmail is open: ignored, used or invalid by rule', async () => {
  const resend = () =>
    clickThrough('action=ResendEmail&orderNumber=10000201&adminEmailAddress=new%40b.example')
  expect(await resend()).toBe(done)
  simulator.setRules({ resendEmailAddress: 'used' })
  expect(await resend()).toBe(done)
  expect(simulator.outbox().map((mail) => mail.to)).toEqual([
    'j.okafor@meridian-insurance.example',
    'new@b.example',
  ])
  simulator.setRules({ resendEmailAddress: 'invalid' })
  expect(await resend()).toBe(invalid('adminEmailAddress'))
})

test('replies can come without a description and without escapes, as other documented samples do', async () => {
  simulator.setRules({ evDescription: false })
  expect(await clickThrough('action=ResendEmail&orderNumber=10000201')).toBe('errorCode=0&status=1')
  simulator.setRules({ replyEncoding: 'plain' })
  expect(await clickThrough('action=ResendEmail&orderNumber=10000204')).toBe(
    'errorCode=-20&errorMessage=The order has been cancelled.',
  )
})
