import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { ask, issueToken } from './fixtures/api-client.ts'
import { actions, changedSince, everyRow, lookUp } from './fixtures/doors.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { callAction, cookieOf, serverActions } from './fixtures/raw-actions.ts'
import { plain } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'

/** What is too much, too long, too slow or of another shape. */

test.describe.configure({ mode: 'default', timeout: 120_000 })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

test('an action’s id that is none, and arguments that are none, change nothing and stop nothing', async ({
  stateOf,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const cookie = cookieOf(await stateOf('administrator', own.url))
  const before = everyRow(own.dataDir)
  const ids = [
    'x',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'a'.repeat(5_000),
    '0'.repeat(42),
    '%00',
    '[]',
  ]
  const head = { origin: own.url, cookie, accept: 'text/x-component' }
  for (const id of ids) {
    const answer = await ask(`${own.url}/`, {
      method: 'POST',
      headers: { ...head, 'next-action': id },
      body: '[]',
    })
    expect(answer.text, id).not.toMatch(/node_modules|\n +at /)
  }
  const whole = {
    operation: plain.operation,
    order,
    account: 'Demo EU',
    key: 'not a key',
    ticket: '',
    ticketSystem: '',
    input: {},
    reason: '',
    override: false,
  }
  const bodies = [
    '',
    '{',
    'null',
    '[',
    '[null]',
    '["$F1"]',
    '["$1:__proto__:constructor"]',
    '["$@0"]',
    '["$B1"]',
    '[{"then":"$1:then"}]',
    '[{"__proto__":{"role":"administrator"}}]',
    '[{"constructor":{"prototype":{"polluted":true}}}]',
    JSON.stringify([whole]),
    JSON.stringify([{ ...whole, key: crypto.randomUUID(), surprise: true }]),
    JSON.stringify([{ ...whole, key: crypto.randomUUID(), order: [order] }]),
    JSON.stringify([{ ...whole, key: crypto.randomUUID(), override: 'true' }]),
    JSON.stringify([{ ...whole, key: crypto.randomUUID(), input: [] }]),
    JSON.stringify([{ ...whole, key: crypto.randomUUID(), reason: 'x'.repeat(100_000) }]),
    JSON.stringify([{ ...whole, key: crypto.randomUUID(), operation: '__proto__' }]),
    JSON.stringify([{ ...whole, key: crypto.randomUUID(), operation: 'constructor' }]),
    `[${'['.repeat(50_000)}`,
    JSON.stringify(Array.from({ length: 10_000 }, (_, index) => index)),
    JSON.stringify([Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${index}`, '']))]),
  ]
  for (const name of actions) {
    for (const body of bodies) {
      // Signed out in passing, every one after it would be refused for that alone.
      if (name === 'signOutAction') continue
      const start = performance.now()
      const answer = await ask(`${own.url}/sign-in`, {
        method: 'POST',
        headers: { ...head, 'next-action': serverActions().get(name) ?? '', 'content-type': 'text/plain' },
        body,
      })
      const what = `${name} ${body.slice(0, 60)}`
      expect(answer.text, what).not.toMatch(/node_modules|\n +at /)
      expect(performance.now() - start, what).toBeLessThan(8_000)
    }
  }
  expect(changedSince(before, own.dataDir)).toEqual([])
  expect(await simulator.requests(order)).toEqual([])
  expect((await ask(`${own.url}/api/health/ready`)).status).toBe(200)
})

test('a form of ten thousand fields, of lists and of reserved names costs moments and changes nothing', async ({
  stateOf,
}) => {
  const cookie = cookieOf(await stateOf('administrator', own.url))
  const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`k${index}`, '']))
  const reserved = {
    __proto__x: '1',
    ['__proto__']: 'administrator',
    constructor: '1',
    toString: '1',
    '': '1',
  }
  const before = everyRow(own.dataDir)
  for (const who of [cookie, undefined]) {
    for (const name of actions) {
      if (['signInAction', 'signOutAction'].includes(name)) continue
      for (const form of [many, reserved]) {
        const start = performance.now()
        const answer = await callAction({
          server: own.url,
          path: '/sign-in',
          action: name,
          cookie: who,
          form,
        })
        expect(answer.text, name).not.toMatch(/node_modules|\n +at /)
        expect(performance.now() - start, name).toBeLessThan(5_000)
      }
    }
  }
  // Whatever an administrator's form left out, nothing was made of it.
  expect(changedSince(before, own.dataDir).filter((table) => !['event', 'setting'].includes(table))).toEqual(
    [],
  )
})

/** Megabytes of this server's memory. */
function memory(): number {
  const pid = lookUp(own.dataDir, 'select pid from instance')
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

const megabyte = 'x'.repeat(1024 * 1024)
function endless(megabytes: number): ReadableStream<Uint8Array> {
  let left = megabytes
  const chunk = new TextEncoder().encode(megabyte)
  return new ReadableStream({
    pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
  })
}

test('bodies without end are refused, and take no memory', async ({ stateOf, freshOrder, simulator }) => {
  const order = await freshOrder()
  const cookie = cookieOf(await stateOf('agent', own.url))
  const token = await issueToken(own.dataDir, 'agent')
  const action = serverActions().get('performOperationAction') ?? ''
  const doors: { path: string; headers: Record<string, string> }[] = [
    { path: '/sign-in', headers: { 'next-action': serverActions().get('signInAction') ?? '' } },
    { path: '/', headers: { 'next-action': action } },
    { path: '/sign-in', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    { path: `/orders/${order}/state`, headers: { 'content-type': 'application/json' } },
    { path: `/orders/${order}/dcv-addresses`, headers: { 'content-type': 'application/json' } },
    { path: '/activity/proof', headers: {} },
    // With such a header a request does not pass the proxy file, which would cut it.
    {
      path: '/you/passkey',
      headers: { 'next-action': 'x', 'content-type': 'multipart/form-data; boundary=x' },
    },
    {
      path: `/api/v1/orders/${order}/operations/${plain.operation}`,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
    },
    { path: `/push/${'A'.repeat(43)}`, headers: {} },
  ]
  const before = memory()
  for (const { path, headers } of doors) {
    const all = await Promise.all(
      Array.from({ length: 4 }, () =>
        fetch(`${own.url}${path}`, {
          method: 'POST',
          redirect: 'manual',
          headers: { origin: own.url, cookie, ...headers },
          body: endless(24),
          duplex: 'half',
        } as RequestInit)
          .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
          // Closed in the middle: that is an answer too.
          .catch(() => ({ status: 413, text: '' })),
      ),
    )
    for (const { status, text } of all) {
      // An action that fails is told to the page that asked, in an answer whose status was sent already.
      const isRefused = [400, 404, 413, 415, 422, 500].includes(status) || /^\d+:E\{/m.test(text)
      if (path !== '/activity/proof') expect(isRefused, `${path} ${status} ${text}`).toBe(true)
      expect(text, path).not.toMatch(/node_modules|\n +at /)
    }
  }
  expect(memory() - before, 'megabytes more').toBeLessThan(200)
  expect(await simulator.requests(order)).toEqual([])
  expect((await ask(`${own.url}/api/health/ready`)).status).toBe(200)
})

test('three hundred clients that never finish their request hold nobody up', async ({ stateOf }) => {
  const cookie = cookieOf(await stateOf('viewer', own.url))
  const { port } = new URL(own.url)
  const sockets: Socket[] = []
  const beginnings = [
    'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ',
    'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\na',
    '',
  ]
  try {
    for (let index = 0; index < 300; index++) {
      const socket = connect(Number(port), 'localhost')
      socket.on('error', () => {})
      socket.write(beginnings[index % 3] ?? '')
      sockets.push(socket)
    }
    await expect
      .poll(async () => {
        const start = performance.now()
        const answer = await ask(`${own.url}/activity`, { headers: { cookie } })
        return answer.status === 200 && performance.now() - start < 3_000
      })
      .toBe(true)
  } finally {
    for (const socket of sockets) socket.destroy()
  }
})
