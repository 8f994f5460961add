import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, exchange } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const control = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => {
  const response = await fetch(`${simulator.url}/control/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, value: (await response.json()) as Record<string, unknown> }
}
const resend = () => ask(simulator, '!UpdateUserEvClickThrough', 'action=ResendEmail&orderNumber=10000201')

test('requests, outbox, calls and notes can be read, and requests cleared', async () => {
  await resend()
  await ask(
    simulator,
    '!UpdateUserOvCallback',
    'action=ManualCallback&orderNumber=10000101&preferredTimeUTC=2099-01-01+10:00',
  )
  expect((await control('GET', 'requests')).value).toEqual({ requests: simulator.requests() })
  expect((await control('GET', 'requests?order=10000201')).value['requests']).toHaveLength(1)
  expect((await control('GET', 'requests?endpoint=UpdateUserOvCallback')).value['requests']).toHaveLength(1)
  expect((await control('GET', 'outbox')).value).toEqual({ outbox: simulator.outbox() })
  expect((await control('GET', 'calls')).value).toEqual({ calls: simulator.calls() })
  expect((await control('GET', 'notes')).value).toEqual({ notes: simulator.notes() })
  expect(simulator.notes()).toHaveLength(1)
  await control('DELETE', 'requests')
  expect(simulator.requests()).toEqual([])
  expect(simulator.outbox()).toHaveLength(1)
})

test('orders can be listed, read, changed and added', async () => {
  expect((await control('GET', 'orders')).value).toEqual({ orders: simulator.orders() })
  expect((await control('GET', 'orders/10000201')).value).toMatchObject({
    organisation: 'Meridian Insurance plc',
  })
  const patched = await control('PATCH', 'orders/10000201', { clickThrough: { state: 'accepted' } })
  expect(patched.value).toMatchObject({
    clickThrough: { state: 'accepted', adminEmailAddress: expect.any(String) },
  })
  expect(await resend()).toMatch(/^errorCode=0&status=0/)
  await control('PATCH', 'orders/55', { account: 'demo-eu', smime: { collection: 'open' } })
  expect(await ask(simulator, '!ResendCollectionEmailSMIME', 'orderNumber=55')).toBe('0')
})

test('faults and answers are set and cleared', async () => {
  await control('POST', 'faults', { fault: 'empty' })
  expect(await resend()).toBe('')
  await control('DELETE', 'faults')
  await control('POST', 'answers', { errorCode: -14, endpoint: 'UpdateUserEvClickThrough' })
  expect(await resend()).toMatch(/^errorCode=-14/)
  await control('DELETE', 'answers')
  expect(await resend()).toMatch(/^errorCode=0&status=1/)
})

test('rules and accounts are read and changed, and no account shows its password', async () => {
  await control('PATCH', 'rules', { permissionCode: -90 })
  expect((await control('GET', 'rules')).value).toMatchObject({ permissionCode: -90, lockAfter: 5 })
  await control('PATCH', 'accounts/demo-eu', { deniedEndpoints: ['*'] })
  expect(await resend()).toMatch(/^errorCode=-90/)
  expect(JSON.stringify((await control('GET', 'accounts')).value)).not.toContain('demo-eu-password')
})

test('a reset brings everything back to the seed', async () => {
  await control('PATCH', 'rules', { lockAfter: 1 })
  await control('PATCH', 'orders/10000201', { clickThrough: null })
  await control('POST', 'faults', { fault: 'empty' })
  await resend()
  await control('POST', 'reset')
  expect(simulator.requests()).toEqual([])
  expect(simulator.rules().lockAfter).toBe(5)
  expect(await resend()).toMatch(/^errorCode=0&status=1/)
})

test.each([
  ['POST', 'faults', { fault: 'nonsense' }],
  ['POST', 'faults', { fault: 'slow', delayMs: -1 }],
  ['POST', 'faults', { fault: 'slow', orderNumber: 1 }],
  ['POST', 'faults', { fault: 'slow', surprise: true }],
  ['POST', 'faults', { fault: 'slow', times: 0 }],
  ['POST', 'faults', '{'],
  ['POST', 'faults', '[]'],
  ['POST', 'answers', {}],
  ['POST', 'answers', { errorCode: '1' }],
  ['POST', 'answers', { errorCode: 0, httpStatus: 99 }],
  ['PATCH', 'rules', { nonsense: 1 }],
  ['PATCH', 'rules', { lockAfter: 'five' }],
  ['PATCH', 'rules', { phonePattern: '(' }],
  ['PATCH', 'rules', { repeatedArgument: 'both' }],
  ['PATCH', 'orders', {}],
  ['PATCH', 'orders/77', { story: 'No account' }],
  ['PATCH', 'orders/10000201', { surprise: 1 }],
  ['PATCH', 'orders/10000201', { callback: 'open' }],
  ['PATCH', 'orders/10000201', { callback: { state: 'ajar' } }],
  ['PATCH', 'orders/10000201', { fault: { fault: 'nonsense' } }],
  ['PATCH', 'orders/10000201', { account: 5 }],
  ['PATCH', 'orders/10000201', { domains: 'a.example' }],
  ['PATCH', 'orders/10000402', { smime: { addresses: null } }],
  ['PATCH', 'orders/10000301', { dcv: { addresses: [{ address: 7 }] } }],
  ['PATCH', 'accounts/nobody', { locked: true }],
  ['PATCH', 'accounts/demo-eu', { locked: 'yes' }],
  ['PATCH', 'accounts/demo-eu', { loginName: 'x' }],
])('%s /control/%s with %j is a 400 with a sentence, and changes nothing', async (method, path, body) => {
  const before = [simulator.orders(), simulator.rules(), simulator.accounts()]
  const { status, value } = await control(method, path, body)
  expect(status).toBe(400)
  expect(value['error']).toMatch(/\w/)
  expect([simulator.orders(), simulator.rules(), simulator.accounts()]).toEqual(before)
})

test('unknown paths, orders and methods are answered', async () => {
  expect((await control('GET', 'nonsense')).status).toBe(404)
  expect((await control('GET', 'constructor')).status).toBe(404)
  expect((await control('GET', 'orders/42')).status).toBe(404)
  expect((await control('PUT', 'orders')).status).toBe(405)
})

test('a page of another origin cannot drive the simulator, nor one behind a name of its own', async () => {
  const raw = (headers: string) =>
    exchange(simulator, `POST /control/reset HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`)
  await resend()
  const own = simulator.url.replace('http://', '')
  for (const headers of [
    `Host: ${own}\r\nOrigin: http://evil.example\r\n`,
    `Host: ${own}\r\nOrigin: null\r\n`,
    `Host: ${own}\r\nOrigin: http://127.0.0.1:1\r\n`,
    `Host: evil.example\r\nOrigin: http://evil.example\r\n`,
    `Host: ${own}\r\nSec-Fetch-Site: cross-site\r\n`,
  ]) {
    expect((await raw(headers)).head).toMatch(/^HTTP\/1\.1 403 /)
  }
  expect(simulator.outbox()).toHaveLength(1)
  expect((await raw(`Host: ${own}\r\nOrigin: ${simulator.url}\r\n`)).head).toMatch(/^HTTP\/1\.1 200 /)
  expect(simulator.outbox()).toEqual([])
})

test('what is handed out is a copy', () => {
  const order = simulator.order('10000201')
  if (order) order.story = 'changed'
  simulator.rules().languages.push('xx-xx')
  expect(simulator.order('10000201')?.story).not.toBe('changed')
  expect(simulator.rules().languages).not.toContain('xx-xx')
})
