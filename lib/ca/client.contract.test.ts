import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSimulator } from '../../simulator/server.ts'
import type { Simulator } from '../../simulator/server.ts'
import { catalogue } from './catalogue.ts'
import { createCaClient } from './client.ts'
import type { CaCall, CaClient } from './client.ts'
import { allCodes } from './codes.ts'
import { examples } from './examples.ts'
import { operationIds } from './operation.ts'
import type { Input, OperationId } from './operation.ts'
import type { Answer } from './outcome.ts'

const password = 'demo-eu-password'
const limits = { connectTimeoutMs: 1000, totalTimeoutMs: 8000, perAccountConcurrency: 4 }
const inputs: Partial<Record<OperationId, Input>> = {
  'schedule-callback': { preferredTimeUTC: '2031-05-14 13:30' },
  'request-manual-callback': { preferredTimeUTC: '2031-05-14 13:30' },
  'replace-callback-phone': { phoneNumber: '+49 30 123456' },
  'switch-callback-to-email': { emailAddress: 'a@example.com' },
  'replace-click-through-email': { adminEmailAddress: 'a@example.com' },
}

let simulator: Simulator
let client: CaClient
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  client = createCaClient(limits)
})
afterEach(() => simulator.reset())
afterAll(async () => {
  await client.close()
  await simulator.close()
})

const call = (operation: OperationId, orderNumber: string, more: Partial<CaCall> = {}): CaCall => ({
  accountId: 'eu',
  baseUrl: simulator.baseUrl,
  credentials: { loginName: 'demo-eu', loginPassword: password },
  operation,
  orderNumber,
  input: inputs[operation] ?? {},
  ...more,
})
const summary = ({ certainty, outcome: { kind, code, status } }: Answer) => ({
  certainty,
  kind,
  code,
  status,
})

describe('with the simulator', () => {
  test.each(examples.map((example) => [`${example.operation} ${example.name}`, example] as const))(
    '%s',
    async (_, example) => {
      const { order, answer } = example.situation
      if (answer !== undefined) simulator.setAnswer({ ...answer, orderNumber: order })
      const answered = await client.ask(call(example.operation, order, { input: example.input }))
      const { kind, code, status, field } = answered.outcome
      expect({ kind, code, status, field }).toEqual({ field: null, ...example.expect })
      expect(answered.certainty).toBe(kind === 'unknown' ? 'unknown' : 'answered')
      expect(simulator.requests()).toHaveLength(1)
    },
  )

  const coded = allCodes().flatMap((entry) =>
    entry.operations.map((operation) => [operation, entry] as const),
  )
  test.each(
    coded.map(
      ([operation, entry]) =>
        [`${operation}: code ${entry.code}, status ${entry.status}`, operation, entry] as const,
    ),
  )('%s is read as its row says', async (_, operation, { code, status, row, documentedMessage }) => {
    const words = /permission/.test(row.explanation)
      ? 'Insufficient permissions.'
      : 'DCV emails cannot be resent.'
    simulator.setAnswer({
      errorCode: code ?? -4242,
      ...(status === null ? {} : { status }),
      ...(code === null ? { errorMessage: words } : {}),
    })
    const { outcome, certainty } = await client.ask(call(operation, '10000101'))
    expect({ certainty, kind: outcome.kind, title: outcome.title }).toEqual({
      certainty: 'answered',
      kind: row.kind,
      title: row.title,
    })
    expect(outcome).toMatchObject({
      code: code ?? -4242,
      status,
      source: row.source,
      confidence: row.confidence,
    })
    if (code === -4)
      expect([documentedMessage, outcome.message]).toEqual([outcome.message, documentedMessage])
  })

  test.each([
    ['slow', 'answered', 'done'],
    ['silent', 'unknown', 'unknown'],
    ['reset-before', 'unknown', 'unknown'],
    ['reset-after', 'unknown', 'unknown'],
    ['cut-body', 'unknown', 'unknown'],
    ['html-page', 'unknown', 'unknown'],
    ['http-500', 'unknown', 'unknown'],
    ['redirect', 'unknown', 'unknown'],
    ['wrong-type', 'answered', 'done'],
    ['latin-1', 'answered', 'refused'],
    ['huge', 'unknown', 'unknown'],
    ['unknown-code', 'answered', 'unrecognised'],
    ['unknown-status', 'answered', 'unrecognised'],
    ['empty', 'unknown', 'unknown'],
  ] as const)('the fault “%s” ends as %s: %s, after one request', async (fault, certainty, kind) => {
    const quick = createCaClient({ ...limits, totalTimeoutMs: 700 })
    simulator.setFault({ fault, delayMs: 100 })
    for (const [operation, order] of [
      ['schedule-callback', '10000101'],
      ['resend-smime-collection-email', '10000403'],
    ] as const) {
      simulator.clearRequests()
      const answer = await quick.ask(call(operation, order))
      expect({ certainty: answer.certainty, kind: answer.outcome.kind }).toEqual({ certainty, kind })
      expect(simulator.requests()).toHaveLength(1)
    }
    await quick.close()
  })

  test('the request is the documented one, with the credentials first and nothing more', async () => {
    await client.ask(
      call('request-manual-callback', '10000101', {
        input: { ...inputs['request-manual-callback'], comments: 'A & B = “ü”' },
      }),
    )
    const [request] = simulator.requests()
    expect(request).toMatchObject({ method: 'POST', path: '/products/!UpdateUserOvCallback' })
    expect([...new URLSearchParams(request?.bodyText)]).toEqual([
      ['loginName', 'demo-eu'],
      ['loginPassword', password],
      ['action', 'ManualCallback'],
      ['orderNumber', '10000101'],
      ['preferredTimeUTC', '2031-05-14 13:30'],
      ['comments', 'A & B = “ü”'],
    ])
    const headers = Object.fromEntries(
      request?.headers.map(([name, value]) => [name.toLowerCase(), value]) ?? [],
    )
    expect(headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Unstuck',
    })
    expect(headers['cookie']).toBeUndefined()
  })

  test('a wrong password is a refusal with code -16', async () => {
    const credentials = { loginName: 'demo-eu', loginPassword: 'wrong' }
    expect(summary(await client.ask(call('resend-callback-email', '10000102', { credentials })))).toEqual({
      certainty: 'answered',
      kind: 'refused',
      code: -16,
      status: null,
    })
  })

  test('only HTTP 200 can say that something was done; a refusal is believed with a 4xx too', async () => {
    const ask = async (httpStatus: number, raw: string) => {
      simulator.setAnswer({ httpStatus, raw })
      const answer = await client.ask(call('schedule-callback', '10000101'))
      expect(answer).toMatchObject({ httpStatus, raw })
      return summary(answer)
    }
    for (const status of [201, 202, 206, 302, 403, 404, 500, 503])
      expect(await ask(status, 'errorCode=0&status=1')).toEqual({
        certainty: 'unknown',
        kind: 'unknown',
        code: 0,
        status: 1,
      })
    expect(await ask(403, 'errorCode=-16')).toEqual({
      certainty: 'answered',
      kind: 'refused',
      code: -16,
      status: null,
    })
    expect(await ask(500, 'errorCode=-16')).toEqual({
      certainty: 'unknown',
      kind: 'unknown',
      code: -16,
      status: null,
    })
    expect(await ask(302, 'errorCode=-4')).toMatchObject({ kind: 'unknown' })
  })

  test('the simulator’s other readings of the documents are understood too', async () => {
    for (const rules of [
      { replyEncoding: 'plain' },
      { lineEnd: '\r\n', finalLineEnd: true },
      { replyCharset: 'utf-8' },
    ] as const) {
      simulator.setRules(rules)
      expect((await client.ask(call('resend-dcv-email', '10000302'))).outcome).toMatchObject({
        kind: 'refused',
        field: 'dcvEmailAddress',
      })
      expect((await client.ask(call('resend-smime-collection-email', '10000403'))).outcome.kind).toBe('done')
    }
    for (const dcvCannotBeResentCode of [-20, -122, -139, -9999]) {
      simulator.setRules({ dcvCannotBeResentCode })
      const { outcome } = await client.ask(call('resend-dcv-email', '10000303'))
      expect(outcome).toMatchObject({ kind: 'refused', code: dcvCannotBeResentCode })
    }
    for (const permissionCode of [-90, -91, -5555]) {
      simulator.setRules({ permissionCode })
      expect((await client.ask(call('resend-dcv-email', '10000307'))).outcome).toMatchObject({
        kind: 'refused',
        code: permissionCode,
      })
    }
  })

  test('the password is nowhere in an answer, whatever the CA echoes', async () => {
    const secret = 'Kanarie&ü "9" <x>+%'
    simulator.setAccount('demo-eu', { password: secret })
    const echoes = [
      `errorCode=-4&errorMessage=${encodeURIComponent(`You sent ${secret}`)}`,
      `-4\nYou sent ${secret}`,
      `<html><body>loginName=demo-eu&amp;loginPassword=${new URLSearchParams([['', secret]]).toString().slice(1)}</body></html>`,
      `<pre>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre>`,
      JSON.stringify({ loginPassword: secret }),
      secret,
    ]
    for (const raw of echoes)
      for (const httpStatus of [200, 500]) {
        simulator.setAnswer({ raw, httpStatus })
        const text = JSON.stringify(
          await client.ask(
            call('schedule-callback', '10000101', {
              credentials: { loginName: 'demo-eu', loginPassword: secret },
            }),
          ),
        )
        expect(text).toContain('[redacted]')
        expect(text).not.toMatch(/Kanarie/i)
      }
  })

  test('odd bytes in a reply are made visible, and long ones are cut', async () => {
    simulator.setAnswer({
      rawBase64: Buffer.from([0x41, 0x00, 0xe9, 0x1b, 0x0a, 0xc3, 0xa9]).toString('base64'),
    })
    expect((await client.ask(call('schedule-callback', '10000101'))).raw).toBe('A\\x00\\xE9\\x1B\né')
    simulator.setAnswer({ raw: `errorCode=-20&errorMessage=${'x'.repeat(40_000)}` })
    const { raw, outcome } = await client.ask(call('schedule-callback', '10000101'))
    expect(outcome.kind).toBe('refused')
    expect(raw?.length).toBeLessThan(16_400)
    expect(raw).toMatch(/\[cut\]$/)
  })
})

describe('when nothing can be sent', () => {
  const causes: [string, Partial<CaCall>, RegExp][] = [
    ['a port that nobody listens on', { baseUrl: 'http://127.0.0.1:1/products/' }, /refused the connection/],
    ['a name that does not exist', { baseUrl: 'https://ca.invalid/products/' }, /not found|no connection/],
    ['a base URL in plain http', { baseUrl: 'http://secure.trust-provider.com/products/' }, /base url/],
    ['an input that the schema refuses', { input: { preferredTimeUTC: 'soon' } }, /values/],
    [
      'a field of another operation',
      { input: { preferredTimeUTC: '2031-05-14 13:30', comments: 'x' } },
      /values/,
    ],
    ['an order number with a blank', { orderNumber: '1 2' }, /values/],
    ['an empty password', { credentials: { loginName: 'demo-eu', loginPassword: '' } }, /login/],
    [
      'a password that cannot be written',
      { credentials: { loginName: 'demo-eu', loginPassword: '\uD800' } },
      /login/,
    ],
    ['a signal that has fired already', { signal: AbortSignal.abort() }, /stopped/],
  ]
  test.each(causes)('%s is not-sent', async (_, more, title) => {
    const answer = await client.ask(call('schedule-callback', '10000101', more))
    expect(summary(answer)).toEqual({ certainty: 'not-sent', kind: 'not-sent', code: null, status: null })
    expect(answer.outcome.title.toLowerCase()).toMatch(title)
    expect(answer).toMatchObject({ raw: null, httpStatus: null })
    expect(simulator.requests()).toHaveLength(0)
  })

  test('a server that speaks no TLS is not-sent, and not a byte of the request reaches it', async () => {
    const received: Buffer[] = []
    const server = createServer((socket) => {
      socket.on('data', (data) => received.push(data)).on('error', () => {})
      setTimeout(() => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), 50)
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const answer = await client.ask(
      call('resend-callback-email', '1', { baseUrl: `https://127.0.0.1:${port}/products/` }),
    )
    expect(answer.certainty).toBe('not-sent')
    expect(Buffer.concat(received).toString('latin1')).not.toContain('loginPassword')
    server.close()
  })

  test('a server that never finishes the TLS handshake is not-sent after the connect limit', async () => {
    const server = createServer((socket) => socket.on('error', () => {}))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const quick = createCaClient({ ...limits, connectTimeoutMs: 200 })
    const start = performance.now()
    const answer = await quick.ask(
      call('resend-callback-email', '1', { baseUrl: `https://127.0.0.1:${port}/products/` }),
    )
    expect(answer).toMatchObject({
      certainty: 'not-sent',
      outcome: { title: 'Not sent: no connection in time' },
    })
    expect(performance.now() - start).toBeLessThan(1500)
    server.close()
  })
})

describe('many at a time', () => {
  test('no more calls of one account run together than allowed, in turn, and other accounts do not wait', async () => {
    const two = createCaClient({ ...limits, perAccountConcurrency: 2 })
    simulator.setFault({ fault: 'slow', delayMs: 300 })
    const order: number[] = []
    const start = performance.now()
    const mine = [0, 1, 2, 3].map((n) =>
      two.ask(call('resend-callback-email', '10000102')).then(() => order.push(n)),
    )
    const other = two
      .ask(call('resend-callback-email', '10000102', { accountId: 'other' }))
      .then(() => performance.now() - start)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(simulator.requests()).toHaveLength(3)
    expect(await other).toBeLessThan(550)
    await Promise.all(mine)
    expect(performance.now() - start).toBeGreaterThan(590)
    expect([order.slice(0, 2).toSorted(), order.slice(2).toSorted()]).toEqual([
      [0, 1],
      [2, 3],
    ])
    await two.close()
  })

  test('time in the queue counts, and running out there is not-sent', async () => {
    const one = createCaClient({ ...limits, totalTimeoutMs: 400, perAccountConcurrency: 1 })
    simulator.setFault({ fault: 'silent' })
    const answers = await Promise.all([0, 1].map(() => one.ask(call('resend-callback-email', '10000102'))))
    expect(answers.map(({ certainty }) => certainty)).toEqual(['unknown', 'not-sent'])
    expect(simulator.requests()).toHaveLength(1)
    simulator.clearFaults()
    expect((await one.ask(call('resend-callback-email', '10000102'))).outcome.kind).toBe('passed-on')
    await one.close()
  })

  test('a signal ends a waiting call as not-sent and a sent one as unknown', async () => {
    const one = createCaClient({ ...limits, perAccountConcurrency: 1 })
    simulator.setFault({ fault: 'silent' })
    const stop = new AbortController()
    const answers = [0, 1].map(() =>
      one.ask(call('resend-callback-email', '10000102', { signal: stop.signal })),
    )
    setTimeout(() => stop.abort(), 200)
    expect((await Promise.all(answers)).map(({ certainty }) => certainty)).toEqual(['unknown', 'not-sent'])
    await one.close()
  })

  test('closing lets the sent call finish, and ends waiting and later ones as not-sent', async () => {
    const one = createCaClient({ ...limits, perAccountConcurrency: 1 })
    simulator.setFault({ fault: 'slow', delayMs: 300 })
    const answers = [0, 1].map(() => one.ask(call('resend-callback-email', '10000102')))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await one.close()
    expect((await Promise.all(answers)).map(({ outcome }) => outcome.kind)).toEqual(['passed-on', 'not-sent'])
    expect((await one.ask(call('resend-callback-email', '10000102'))).certainty).toBe('not-sent')
  })

  test('every operation has gone through the wire at least once', () => {
    expect(new Set(examples.map(({ operation }) => operation))).toEqual(new Set(operationIds))
    expect(Object.keys(catalogue)).toHaveLength(operationIds.length)
  })
})
