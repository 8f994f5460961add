import 'server-only'
import { Agent } from 'undici'
import type { Dispatcher } from 'undici'
import type { FailureCause } from './failure.ts'

/** No documented answer comes near this size; whatever is longer is no answer of the CA. */
export const replyLimitBytes = 65_536

/** How one POST ended. `bytes` are what arrived, whole only when `ended` is `answered`. */
export interface Exchange {
  readonly ended: 'answered' | 'not-sent' | 'unknown'
  /** Why there is no answer; null when there is one. */
  readonly cause: FailureCause | null
  readonly httpStatus: number | null
  readonly contentType: string | null
  readonly bytes: Uint8Array
}

export interface Post {
  readonly url: URL
  readonly body: string
  readonly connectTimeoutMs: number
  /** A longer reply is given up; `replyLimitBytes` when left out. */
  readonly limitBytes?: number
  /** Ends the exchange wherever it is; the reason is `timeout` or `stopped`. */
  readonly signal: AbortSignal
}

/** Connections stay open only briefly: a server that closes an idle one just as we write would leave us not knowing. */
export function createAgent(connectTimeoutMs: number): Agent {
  return new Agent({
    allowH2: false,
    pipelining: 1,
    keepAliveTimeout: 1000,
    keepAliveMaxTimeout: 1000,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectTimeoutMs, rejectUnauthorized: true },
  })
}

/**
 * Sends one POST once: no retry, no redirect. Below undici's `request`, because only a handler learns when the request is about to be
 * written: until then a failure means `not-sent`, from then on `unknown`, until the whole answer is there. Never throws.
 */
export function post(agent: Agent, request: Post): Promise<Exchange> {
  const { url, body, connectTimeoutMs, signal, limitBytes = replyLimitBytes } = request
  return new Promise((resolve) => {
    let controller: Dispatcher.DispatchController | null = null
    let over = false
    let httpStatus: number | null = null
    let contentType: string | null = null
    let size = 0
    const chunks: Buffer[] = []

    const connecting = setTimeout(() => fail('connect-timeout', 'lost'), connectTimeoutMs)
    const stop = () => {
      const timedOut = signal.reason === 'timeout'
      fail(timedOut ? 'connect-timeout' : 'stopped', timedOut ? 'timeout' : 'stopped-late')
    }

    const end = (ended: Exchange['ended'], cause: FailureCause | null) => {
      if (over) return
      over = true
      clearTimeout(connecting)
      signal.removeEventListener('abort', stop)
      resolve({
        ended,
        cause,
        httpStatus,
        contentType,
        bytes: Buffer.concat(chunks).subarray(0, limitBytes),
      })
      if (ended === 'unknown') controller?.abort(new Error('given up'))
    }
    const fail = (before: FailureCause, after: FailureCause) =>
      controller === null ? end('not-sent', before) : end('unknown', after)

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(started) {
        // Given up while it was connecting, or about to be written a second time: either way not a byte may leave.
        if (over || controller !== null) {
          started.abort(new Error('given up'))
          return end('unknown', 'lost')
        }
        controller = started
        clearTimeout(connecting)
      },
      onResponseStart(_, status, headers) {
        if (status < 200) return
        httpStatus = status
        contentType = [headers['content-type']].flat()[0] ?? null
      },
      onResponseData(_, chunk) {
        if (over) return
        chunks.push(chunk)
        size += chunk.length
        if (size > limitBytes) end('unknown', 'too-long')
      },
      onResponseEnd: () => end('answered', null),
      onResponseError: (_, error) => fail(causeOf(error), 'lost'),
    }

    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      agent.dispatch(
        { origin: url.origin, path: url.pathname, method: 'POST', headers: requestHeaders, body },
        handler,
      )
    } catch (error) {
      fail(causeOf(error), 'lost')
    }
  })
}

const requestHeaders = {
  'content-type': 'application/x-www-form-urlencoded',
  accept: '*/*',
  'user-agent': 'Unstuck',
}

/** Why no connection came about, by the codes of Node and undici; names of classes are lost when code is minified. */
function causeOf(error: unknown): FailureCause {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code === 'ECONNREFUSED') return 'connection-refused'
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) return 'name'
  if (code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT') return 'connect-timeout'
  if (code === 'EPROTO' || /CERT|SELF_SIGNED|SIGNATURE|^ERR_(TLS|SSL)_|^UNABLE_TO_/.test(code)) return 'tls'
  return 'connection'
}
