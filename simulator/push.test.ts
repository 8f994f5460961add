import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask } from './test-support/wire.ts'

let simulator: Simulator
let listener: Server
let url = ''
let received: { method: string; path: string; type: string | undefined; body: string }[] = []
let answer: { statusCode: number; body: string } | 'silent' = { statusCode: 200, body: 'OK' }

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  listener = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      received.push({ method, path, type: headers['content-type'], body })
      if (answer !== 'silent') response.writeHead(answer.statusCode, { location: '/other' }).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/push/key`
})
beforeEach(() => {
  simulator.reset()
  simulator.clearPush()
  received = []
  answer = { statusCode: 200, body: 'OK' }
})
afterAll(async () => {
  await simulator.close()
  listener.closeAllConnections()
  listener.close()
})

const control = async (method: string, path: string, body?: unknown) => {
  const response = await fetch(`${simulator.url}/control/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, value: (await response.json()) as Record<string, unknown> }
}

test('a verified call is told by GET, with the documented parameters', async () => {
  expect((await control('PUT', 'push', { account: 'demo-eu', url })).status).toBe(200)
  simulator.advance('10000101', 'callback')
  await simulator.pushesSettled()
  expect(received).toEqual([
    {
      method: 'GET',
      path: '/push/key?orderNumber=10000101&certificateID=1000000010000101&eventType=CallBack&status=verified&statusCode=0&statusDesc=Phone+number+verified',
      type: undefined,
      body: '',
    },
  ])
})

test('POST carries the same as a form, and a key in the address stays', async () => {
  simulator.setPush({ account: 'demo-eu', url: `${url}?k=1`, format: 'POST' })
  await ask(simulator, '!UpdateUserEvClickThrough', 'action=ResendEmail&orderNumber=10000201')
  await simulator.pushesSettled()
  expect(received).toEqual([
    {
      method: 'POST',
      path: '/push/key?k=1',
      type: 'application/x-www-form-urlencoded',
      body: 'orderNumber=10000201&certificateID=1000000010000201&eventType=ClickThrough&status=click-through&statusCode=0&statusDesc=EV+click-through+e-mail+sent',
    },
  ])
})

test.each<[string, Parameters<Simulator['setOrder']>[1], string]>([
  ['issued', { issued: true }, 'Certificate&status=issued&statusCode=6&statusDesc=Valid'],
  [
    'failed',
    { standing: 'failed', standingReason: 'CAA' },
    'Certificate&status=failed&statusCode=3&statusDesc=PRE-SIGN+FAILED%3A+CAA',
  ],
  [
    'rejected',
    { standing: 'rejected', standingReason: 'no' },
    'Certificate&status=rejected&statusCode=7&statusDesc=Rejected%3A+no',
  ],
  ['revoked', { standing: 'revoked' }, 'Certificate&status=revoked&statusCode=8&statusDesc=Revoked'],
  [
    'awaiting a brand review',
    { brand: 'open' },
    'Certificate&status=awaitingbrandvalidation&statusCode=12&statusDesc=Awaiting+Validation+%28Brand%29',
  ],
  ['replaced', { standing: 'replaced' }, 'Certificate&status=replaced&statusCode=14&statusDesc=Replaced'],
])('an order that is %s is told once, through PATCH too', async (_, patch, content) => {
  simulator.setPush({ account: 'demo-eu', url })
  await control('PATCH', 'orders/10000101', patch)
  await control('PATCH', 'orders/10000101', patch)
  await simulator.pushesSettled()
  expect(received.map(({ path }) => path.split('eventType=')[1])).toEqual([content])
})

test('another account, and a change that changes nothing, are not told', async () => {
  simulator.setPush({ account: 'demo-us', url })
  simulator.advance('10000101', 'callback')
  simulator.setOrder('10000501', { story: 'Nothing happened.' })
  await simulator.pushesSettled()
  expect(received).toEqual([])
})

test('on demand anything can be pushed, parameters or raw', async () => {
  simulator.setPush({ account: 'demo-eu', url })
  const sent = await control('POST', 'push/send', {
    orderNumber: '10000101',
    eventType: 'SiteLockFreemium',
    status: 'x',
    statusCode: 99,
    statusDesc: 'é&',
  })
  expect(sent.value).toMatchObject({ method: 'GET', attempt: 1, answer: { statusCode: 200, bodyText: 'OK' } })
  await control('POST', 'push/send', { raw: 'a=%ff&&orderNumber=1', format: 'POST', contentType: 'x/y' })
  expect(received[0]?.path).toContain(
    'orderNumber=10000101&certificateID=1000000010000101&eventType=SiteLockFreemium&status=x&statusCode=99&statusDesc=%C3%A9%26',
  )
  expect(received[1]).toMatchObject({ method: 'POST', type: 'x/y', body: 'a=%ff&&orderNumber=1' })
  expect((await control('GET', 'push')).value).toEqual({
    targets: [{ account: 'demo-eu', url, format: 'GET' }],
    push: simulator.pushLog(),
  })
})

test('a refusal, a redirect and silence are written down, and nothing is sent twice', async () => {
  simulator.setPush({ account: 'demo-eu', url })
  simulator.setRules({ pushTimeoutMs: 200 })
  const send = () => simulator.sendPush({ parameters: { orderNumber: '10000101', eventType: 'CallBack' } })
  answer = { statusCode: 500, body: 'broken' }
  expect(await send()).toMatchObject({ answer: { statusCode: 500, bodyText: 'broken' } })
  answer = { statusCode: 302, body: '' }
  expect(await send()).toMatchObject({ answer: { statusCode: 302 } })
  answer = 'silent'
  expect(await send()).toMatchObject({ answer: null, error: 'No answer in 200 ms.' })
  expect(received).toHaveLength(3)
  simulator.setRules({ pushRetries: 1 })
  answer = { statusCode: 500, body: '' }
  await send()
  expect(simulator.pushLog().map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1, 2])
  simulator.setPush({ account: 'demo-eu', url: 'http://127.0.0.1:1/' })
  expect(await send()).toMatchObject({ answer: null, error: expect.stringMatching(/ECONNREFUSED/) })
})

test.each([
  { account: 'demo-eu', url: 'http://example.com/' },
  { account: 'demo-eu', url: 'https://127.0.0.1/' },
  { account: 'demo-eu', url: 'http://127.0.0.1.example.com/' },
  { account: 'demo-eu', url: 'push' },
  { account: 'nobody', url: 'http://127.0.0.1:1/' },
  { account: 'demo-eu', url: 'http://127.0.0.1:1/', format: 'PUT' },
  { account: 'demo-eu' },
])('PUT /control/push with %j is a 400 with a sentence', async (target) => {
  const { status, value } = await control('PUT', 'push', target)
  expect(status).toBe(400)
  expect(value['error']).toMatch(/\w/)
  expect(simulator.pushTargets()).toEqual([])
})

test('without an address nothing is pushed; addresses outlive a reset and can be taken away', async () => {
  simulator.advance('10000101', 'callback')
  await simulator.pushesSettled()
  expect(simulator.pushLog()).toEqual([])
  expect((await control('POST', 'push/send', { orderNumber: '10000101' })).status).toBe(400)
  simulator.setPush({ account: 'demo-eu', url })
  simulator.reset()
  expect(simulator.pushTargets()).toHaveLength(1)
  await control('DELETE', 'push?account=demo-eu')
  expect(simulator.pushTargets()).toEqual([])
})

test('at most 200 pushes wait; what happens beyond that is written down as not sent', async () => {
  simulator.setPush({ account: 'demo-eu', url })
  for (let i = 0; i < 250; i++) simulator.setOrder('10000101', { issued: i % 2 === 0 })
  for (let i = 0; i < 250; i++) simulator.setOrder('10000102', { issued: i % 2 === 0 })
  await simulator.pushesSettled()
  expect(received).toHaveLength(200)
  const notSent = simulator.pushLog().filter(({ error }) => error?.startsWith('Not sent.'))
  expect(notSent).toHaveLength(50)
})
