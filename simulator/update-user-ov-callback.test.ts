import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, invalid, missing, refusal } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => new Date('2026-11-20T12:00:30Z') })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const callback = (rest: string) => ask(simulator, '!UpdateUserOvCallback', rest)
const time = 'preferredTimeUTC=2026-12-01+13:03'

test('a scheduled callback is booked with its time, language and extension', async () => {
  const reply = await callback(
    `action=ScheduledCallback&orderNumber=10000101&${time}&language=de-de&extensionNumber=204`,
  )
  expect(reply).toBe('errorCode=0&status=1')
  expect(simulator.calls()).toMatchObject([
    {
      orderNumber: '10000101',
      kind: 'automatic',
      preferredTimeUTC: '2026-12-01 13:03',
      language: 'de-de',
      extensionNumber: '204',
    },
  ])
  expect(simulator.order('10000101')?.callback?.bookedFor).toBe('2026-12-01 13:03')
  expect(simulator.notes()).toEqual([])
})

test('a second booking takes the place of the first', async () => {
  await callback(`action=ScheduledCallback&orderNumber=10000101&${time}`)
  await callback('action=ScheduledCallback&orderNumber=10000101&preferredTimeUTC=2026-12-02+09%3A00')
  expect(simulator.calls().map((call) => [call.preferredTimeUTC, call.superseded, call.language])).toEqual([
    ['2026-12-01 13:03', true, 'en-us'],
    ['2026-12-02 09:00', false, 'en-us'],
  ])
})

test('a manual callback is a note to staff with the comments', async () => {
  const reply = await callback(
    `action=ManualCallback&orderNumber=10000101&${time}&comments=Ask+for+Frau+K%C3%B6hler`,
  )
  expect(reply).toBe('errorCode=0&status=1')
  expect(simulator.calls()).toMatchObject([{ kind: 'manual', comments: 'Ask for Frau Köhler' }])
  expect(simulator.notes()).toMatchObject([{ action: 'ManualCallback', comments: 'Ask for Frau Köhler' }])
})

test('a new phone number is only proposed to staff; the number on file stays', async () => {
  expect(await callback('action=ReplacePhone&orderNumber=10000107&phoneNumber=%2B372+600+2000')).toBe(
    'errorCode=0&status=1',
  )
  expect(simulator.order('10000107')?.callback).toMatchObject({
    phoneNumber: '+372 600 1999',
    proposedPhoneNumber: '+372 600 2000',
  })
  expect(simulator.notes()).toMatchObject([{ action: 'ReplacePhone', orderNumber: '10000107' }])
})

test('moving to e-mail and sending the callback e-mail again are notes to staff, not e-mails', async () => {
  expect(await callback('action=replaceEmailAddress&orderNumber=10000101&emailAddress=it%40x.example')).toBe(
    'errorCode=0&status=1',
  )
  expect(await callback('action=sendCallbackEmail&orderNumber=10000102')).toBe('errorCode=0&status=1')
  expect(simulator.notes().map((note) => note.action)).toEqual(['replaceEmailAddress', 'sendCallbackEmail'])
  expect(simulator.outbox()).toEqual([])
})

const withEachAction: [string, string][] = [
  ['ScheduledCallback', time],
  ['ManualCallback', time],
  ['ReplacePhone', 'phoneNumber=1'],
  ['replaceEmailAddress', 'emailAddress=a%40b.example'],
  ['sendCallbackEmail', ''],
]

test.each(withEachAction)(
  '%s answers status 0 and does nothing where no callback is open',
  async (action, more) => {
    for (const order of ['10000103', '10000104', '10000301']) {
      expect(await callback(`action=${action}&orderNumber=${order}&${more}`)).toBe('errorCode=0&status=0')
    }
    expect([...simulator.calls(), ...simulator.notes(), ...simulator.outbox()]).toEqual([])
  },
)

test.each(withEachAction)('%s is refused with -20 and the text of the order', async (action, more) => {
  expect(await callback(`action=${action}&orderNumber=10000105&${more}`)).toBe(
    refusal(-20, 'The telephone number of the organization has not been verified yet.'),
  )
})

test.each([
  ['ScheduledCallback', 'preferredTimeUTC'],
  ['ManualCallback', 'preferredTimeUTC'],
  ['ReplacePhone', 'phoneNumber'],
  ['replaceEmailAddress', 'emailAddress'],
])('%s without %s is refused with -3', async (action, argument) => {
  expect(await callback(`action=${action}&orderNumber=10000101`)).toBe(missing(argument))
})

test.each([
  '2026-12-01T13:03',
  '2026-12-01 13:03:00',
  '2026-12-01  13:03',
  ' 2026-12-01 13:03',
  '2026-12-1 13:03',
  '2026-02-29 13:03',
  '2026-13-01 13:03',
  '2026-12-00 13:03',
  '2026-12-01 24:00',
  '2026-12-01 13:60',
  '01/12/2026 13:03',
])('the time "%s" is refused with -4', async (value) => {
  const form = new URLSearchParams({
    action: 'ScheduledCallback',
    orderNumber: '10000101',
    preferredTimeUTC: value,
  })
  expect(await callback(form.toString())).toBe(invalid('preferredTimeUTC'))
})

test('the 29th of February of a leap year is a date', async () => {
  expect(await callback('action=ManualCallback&orderNumber=10000101&preferredTimeUTC=2028-02-29+00:00')).toBe(
    'errorCode=0&status=1',
  )
})

test('a time in the past is refused with -20, the running minute is not past, and the rule can say otherwise', async () => {
  const at = (when: string) =>
    callback(`action=ScheduledCallback&orderNumber=10000101&preferredTimeUTC=${when}`)
  expect(await at('2026-11-20+12:00')).toBe('errorCode=0&status=1')
  expect(await at('2026-11-20+11:59')).toMatch(/^errorCode=-20&errorMessage=/)
  simulator.setRules({ pastTimeCode: 0 })
  expect(await at('2026-11-20+11:59')).toBe('errorCode=0&status=1')
})

test.each(['ReplaceEmailAddress', 'scheduledcallback', 'Scheduled', '', '%20ManualCallback'])(
  'the action "%s" is not one of the five',
  async (action) => {
    const reply = await callback(`action=${action}&orderNumber=10000101&${time}`)
    expect(reply).toBe(action === '' ? missing('action') : invalid('action'))
  },
)

test.each([
  ['phoneNumber', '1'.repeat(33)],
  ['phoneNumber', 'none'],
  ['emailAddress', `a@${'b'.repeat(254)}`],
  ['emailAddress', 'nobody'],
  ['preferredTimeUTC', '9'.repeat(31)],
  ['extensionNumber', '123456'],
  ['language', 'en_us'],
  ['language', 'EN-US'],
  ['comments', 'x'.repeat(2001)],
  ['orderNumber', '1'.repeat(129)],
])('%s is refused with -4 when it is too long or of no use (%s)', async (name, value) => {
  const form = new URLSearchParams({
    action: 'ScheduledCallback',
    orderNumber: '10000101',
    preferredTimeUTC: '2026-12-01 13:03',
  })
  form.set(name, value)
  expect(await callback(form.toString())).toBe(invalid(name))
})

test('lengths are counted in characters, not bytes', async () => {
  const comments = encodeURIComponent('ü'.repeat(1999) + '😀')
  expect(await callback(`action=ManualCallback&orderNumber=10000101&${time}&comments=${comments}`)).toBe(
    'errorCode=0&status=1',
  )
})

test('an extension with another action is refused, unless the rule ignores it', async () => {
  const ask = () => callback('action=sendCallbackEmail&orderNumber=10000101&extensionNumber=12')
  expect(await ask()).toBe(invalid('extensionNumber'))
  simulator.setRules({ strayArgumentCode: 0 })
  expect(await ask()).toBe('errorCode=0&status=1')
})

test('the actions that comments belong to, and the status numbers, can be set, as the documents leave them open', async () => {
  simulator.setRules({ commentsActions: ['ManualCallback'], ovStatusDone: 3, ovStatusNotRelevant: 4 })
  expect(await callback(`action=ScheduledCallback&orderNumber=10000101&${time}&comments=x`)).toBe(
    invalid('comments'),
  )
  expect(await callback(`action=ScheduledCallback&orderNumber=10000101&${time}`)).toBe('errorCode=0&status=3')
  expect(await callback(`action=ScheduledCallback&orderNumber=10000103&${time}`)).toBe('errorCode=0&status=4')
})
