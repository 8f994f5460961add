import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createCaClient } from './client.ts'
import type { CaCall } from './client.ts'
import { call, client, limits, simulator, summary, withSimulator } from './testing/with-simulator.ts'

withSimulator()

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
