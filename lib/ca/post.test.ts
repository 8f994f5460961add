import type { Agent, Dispatcher } from 'undici'
import { describe, expect, test, vi } from 'vitest'
import { post } from './post.ts'

/** An agent whose connection is in the test's hands. */
function heldAgent() {
  let handler: Dispatcher.DispatchHandler = {}
  const agent = { dispatch: (_: unknown, given: Dispatcher.DispatchHandler) => ((handler = given), true) }
  const connection = () =>
    ({ abort: vi.fn<(reason: Error) => void>() }) as unknown as Dispatcher.DispatchController
  return { agent: agent as unknown as Agent, handler: () => handler, connection }
}

const request = { url: new URL('http://127.0.0.1/products/!X'), body: 'a=1', connectTimeoutMs: 20 }

describe('one POST', () => {
  test('a connection that comes about after we gave up is dropped before a byte is written', async () => {
    const { agent, handler, connection } = heldAgent()
    const exchange = await post(agent, { ...request, signal: new AbortController().signal })
    expect(exchange).toMatchObject({ ended: 'not-sent', cause: 'connect-timeout' })
    const late = connection()
    handler().onRequestStart?.(late, null)
    expect(late.abort).toHaveBeenCalledOnce()
  })

  test('a request that is about to be written a second time is dropped and unknown', async () => {
    const { agent, handler, connection } = heldAgent()
    const exchange = post(agent, { ...request, signal: new AbortController().signal })
    const [first, second] = [connection(), connection()]
    handler().onRequestStart?.(first, null)
    handler().onRequestStart?.(second, null)
    expect(second.abort).toHaveBeenCalledOnce()
    expect(await exchange).toMatchObject({ ended: 'unknown', cause: 'lost' })
  })

  test('a failure is not-sent before the request starts, and unknown from then on', async () => {
    const signal = new AbortController().signal
    const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED' })
    const before = heldAgent()
    const early = post(before.agent, { ...request, signal })
    before.handler().onResponseError?.(before.connection(), refused)
    expect(await early).toMatchObject({ ended: 'not-sent', cause: 'connection-refused' })
    const after = heldAgent()
    const late = post(after.agent, { ...request, signal })
    after.handler().onRequestStart?.(after.connection(), null)
    after.handler().onResponseError?.(after.connection(), refused)
    expect(await late).toMatchObject({ ended: 'unknown', cause: 'lost' })
  })

  test.each([
    ['ENOTFOUND', 'name'],
    ['EAI_AGAIN', 'name'],
    ['UND_ERR_CONNECT_TIMEOUT', 'connect-timeout'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'],
    ['EHOSTUNREACH', 'connection'],
    ['ECONNRESET', 'connection'],
  ])('%s before the request starts is told as “%s”', async (code, cause) => {
    const { agent, handler, connection } = heldAgent()
    const exchange = post(agent, { ...request, signal: new AbortController().signal })
    handler().onResponseError?.(connection(), Object.assign(new Error(code), { code }))
    expect(await exchange).toMatchObject({ ended: 'not-sent', cause })
  })
})
