import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { faultKinds, startSimulator, type FaultKind, type Simulator } from './server.ts'
import { ask, exchange, login, refusal, requestBytes } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const endpoint = '!UpdateUserEvClickThrough'
const right = 'errorCode=0&status=1&description=Successfully+completed'
const send = (orderNumber: string, name = endpoint, waitMs = 1500) => {
  const action = name === endpoint ? '&action=ResendEmail' : ''
  return exchange(simulator, requestBytes(name, `${login}&orderNumber=${orderNumber}${action}`), waitMs)
}
const seeded = (fault: FaultKind) =>
  simulator.orders().find((order) => order.account === '*' && order.fault?.fault === fault)?.orderNumber ?? ''

test('every fault has an order that shows it, for both accounts', () => {
  for (const fault of faultKinds) expect(seeded(fault)).toMatch(/^900000\d\d$/)
})

test('slow: the right answer, later', async () => {
  simulator.setFault({ fault: 'slow', delayMs: 300 })
  const start = performance.now()
  expect((await send('10000201')).body).toBe(right)
  expect(performance.now() - start).toBeGreaterThanOrEqual(295)
})

test('slow: the seeded order takes three seconds', async () => {
  expect((await send(seeded('slow'), endpoint, 2500)).end).toBe('still-open')
  expect((await send(seeded('slow'), endpoint, 5000)).body).toBe(right)
})

test('silent: no byte comes, the connection stays, the e-mail was sent', async () => {
  expect(await send(seeded('silent'), endpoint, 400)).toMatchObject({ all: '', end: 'still-open' })
  expect(simulator.outbox()).toHaveLength(1)
  expect(simulator.requests()[0]?.answer).toBeNull()
})

test('reset before the answer: a reset without a byte, the e-mail was sent', async () => {
  expect(await send(seeded('reset-before'))).toMatchObject({ all: '', end: 'reset' })
  expect(simulator.outbox()).toHaveLength(1)
})

test('reset after half: headers, half of the body, then a reset', async () => {
  const reply = await send(seeded('reset-after'))
  expect(reply).toMatchObject({ body: right.slice(0, Math.floor(right.length / 2)), end: 'reset' })
  expect(reply.head).toMatch(new RegExp(`content-length: ${right.length}`, 'i'))
  expect(simulator.outbox()).toHaveLength(1)
})

test('cut body: fewer bytes than announced, then an orderly end', async () => {
  const reply = await send(seeded('cut-body'))
  expect(reply).toMatchObject({ body: right.slice(0, Math.floor(right.length / 2)), end: 'closed' })
  expect(reply.head).toMatch(new RegExp(`content-length: ${right.length}`, 'i'))
  expect(simulator.requests()[0]?.answer).toMatchObject({ complete: false, bodyText: reply.body })
})

test('HTML page and HTTP 500: a page instead of a reply, the e-mail was sent', async () => {
  const page = await send(seeded('html-page'))
  expect(page.head).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: text\/html/i)
  expect(page.body).toMatch(/^<!DOCTYPE html>/)
  const failure = await send(seeded('http-500'))
  expect(failure.head).toMatch(/^HTTP\/1\.1 500 /)
  expect(simulator.outbox()).toHaveLength(2)
})

test('redirect: 302 to an address that writes down whoever follows', async () => {
  const reply = await send(seeded('redirect'))
  expect(reply.head).toMatch(/^HTTP\/1\.1 302 /)
  const location = /location: (\S+)/i.exec(reply.head)?.[1] ?? ''
  expect(simulator.requests().map((request) => request.kind)).toEqual(['partner'])
  await fetch(simulator.url + location)
  expect(simulator.requests().map((request) => request.kind)).toEqual(['partner', 'followed-redirect'])
})

test('wrong type: the right answer, declared as JSON', async () => {
  const reply = await send(seeded('wrong-type'))
  expect(reply.head).toMatch(/content-type: application\/json/i)
  expect(reply.body).toBe(right)
})

test('Latin-1: bytes that are no UTF-8, no charset, and nothing was carried out', async () => {
  const reply = await send(seeded('latin-1'))
  expect(reply.head).not.toMatch(/charset/i)
  expect(reply.body).toContain('Caf%E9+Gro\xdf')
  expect((await send(seeded('latin-1'), '!ResendInvitationEmailSMIME')).body).toMatch(
    /^-122\nCaf\xe9 Gro\xdf/,
  )
  expect(simulator.outbox()).toEqual([])
})

test('huge: more than 1 MiB after the right answer', async () => {
  const reply = await send(seeded('huge'))
  expect(reply.body.startsWith(right)).toBe(true)
  expect(reply.body.length).toBeGreaterThan(1024 * 1024)
})

test('unknown code: refused in no documented way, and nothing was carried out', async () => {
  expect((await send(seeded('unknown-code'))).body).toBe(refusal(-987, 'This code is in no document'))
  expect(simulator.outbox()).toEqual([])
})

test('unknown status: accepted in no documented way, and carried out', async () => {
  expect((await send(seeded('unknown-status'))).body).toBe('errorCode=0&status=7')
  expect(simulator.outbox()).toHaveLength(1)
})

test('empty: HTTP 200 and no byte of a body', async () => {
  const reply = await send(seeded('empty'))
  expect(reply.head).toMatch(/^HTTP\/1\.1 200 OK[^]*content-length: 0/i)
  expect(reply.body).toBe('')
})

test.each(faultKinds)('%s with `before`: the operation is not carried out', async (fault) => {
  simulator.setFault({ fault, before: true, delayMs: 10 })
  await send('10000201', endpoint, 300)
  expect(simulator.requests()).toHaveLength(1)
  expect(simulator.outbox()).toEqual([])
})

test('a fault meets its order and its endpoint only, as often as it was told', async () => {
  simulator.setFault({ fault: 'empty', orderNumber: '10000201', endpoint, times: 2 })
  expect((await send('10000203')).body).toBe(right)
  expect((await send('10000201', '!ResendCollectionEmailSMIME')).body).toMatch(/^-122/)
  expect((await send('10000201')).body).toBe('')
  expect((await send('10000201')).body).toBe('')
  expect((await send('10000201')).body).toBe(right)
  expect(simulator.faults()).toEqual([])
})

test('faults are cleared for one order or for all, and an order can keep one of its own', async () => {
  simulator.setFault({ fault: 'empty', orderNumber: '10000201' })
  simulator.setFault({ fault: 'empty', orderNumber: '10000203' })
  simulator.clearFaults('10000201')
  expect((await send('10000201')).body).toBe(right)
  expect((await send('10000203')).body).toBe('')
  simulator.clearFaults()
  expect((await send('10000203')).body).toBe(right)
  simulator.setOrder('10000203', { fault: { fault: 'http-500' } })
  expect((await send('10000203')).head).toMatch(/ 500 /)
})

test.each([-1, -2, -3, -4, -14, -16, -17, -20, -90, -91])(
  'the code %i can be forced, and nothing is carried out',
  async (errorCode) => {
    simulator.setAnswer({ errorCode, orderNumber: '10000201', argument: 'action', times: 1 })
    expect(await ask(simulator, endpoint, 'action=ResendEmail&orderNumber=10000201')).toMatch(
      new RegExp(`^errorCode=${errorCode}(&|$)`),
    )
    expect(simulator.outbox()).toEqual([])
    expect((await send('10000201')).body).toBe(right)
  },
)

test('a forced answer takes message, status, description and errorItem, and can be carried out as well', async () => {
  simulator.setAnswer({ errorCode: 0, status: 5, description: 'A b', errorItem: 'c', effect: true })
  expect((await send('10000201')).body).toBe('errorCode=0&status=5&description=A+b&errorItem=c')
  expect(simulator.outbox()).toHaveLength(1)
  simulator.clearAnswers()
  expect((await send('10000201')).body).toBe(right)
})

test('an unknown error is said in the words of each format', async () => {
  simulator.setAnswer({ errorCode: -14 })
  expect((await send('10000201')).body).toBe(refusal(-14, 'An unknown error occurred!'))
  expect((await send('10000403', '!ResendCollectionEmailSMIME')).body).toBe('-14\nAn unknown error occurred!')
})

test('raw bytes go out as they are', async () => {
  simulator.setAnswer({
    rawBase64: Buffer.from([0, 255, 10]).toString('base64'),
    contentType: 'x/y',
    httpStatus: 203,
  })
  const reply = await send('10000201')
  expect(reply.head).toMatch(/^HTTP\/1\.1 203 [^]*content-type: x\/y/i)
  expect(reply.body).toBe('\0\xff\n')
})

test('closing does not wait for those who were never answered', async () => {
  const other = await startSimulator({ port: 0 })
  other.setFault({ fault: 'silent' })
  const pending = exchange(other, requestBytes(endpoint, login))
  await expect.poll(() => other.requests().length).toBe(1)
  await other.close()
  expect((await pending).end).not.toBe('still-open')
})
