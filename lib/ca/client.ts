import 'server-only'
import { checkBaseUrl } from './base-url.ts'
import { visibleText } from './bytes.ts'
import { CallQueue } from './call-queue.ts'
import { failureOutcome } from './failure.ts'
import type { FailureCause } from './failure.ts'
import { writeForm } from './form-encoding.ts'
import { checkOrderNumber, parseInput } from './inputs.ts'
import type { Input, OperationId } from './operation.ts'
import type { Answer, Outcome } from './outcome.ts'
import { createAgent, post } from './post.ts'
import type { Exchange } from './post.ts'
import { decideOutcome, encodeRequest, readReply } from './protocols.ts'
import { redactor } from './redact.ts'

export interface CaClientOptions {
  /** Milliseconds to wait for a connection. */
  readonly connectTimeoutMs: number
  /** Milliseconds for everything, waiting in the queue included. */
  readonly totalTimeoutMs: number
  /** Calls under way at one time for one account. */
  readonly perAccountConcurrency: number
  /** A clock in milliseconds, for durations only. */
  readonly now?: () => number
}

export interface CaCall {
  readonly accountId: string
  readonly baseUrl: string
  readonly credentials: { readonly loginName: string; readonly loginPassword: string }
  readonly operation: OperationId
  readonly orderNumber: string
  readonly input: Input
  readonly signal?: AbortSignal
}

export interface CaClient {
  /** Asks the CA once, without any retry or redirect, and never throws: whatever happens is an answer. */
  ask(call: CaCall): Promise<Answer>
  /** Refuses new calls, ends waiting ones as not sent, and waits for those under way. */
  close(): Promise<void>
}

/** Characters of a reply that are kept, after redaction. */
export const rawLimit = 16_384

/** A client for all accounts: one connection pool, and for each account a queue. */
export function createCaClient(options: CaClientOptions): CaClient {
  const now = options.now ?? (() => performance.now())
  const agent = createAgent(options.connectTimeoutMs)
  const queue = new CallQueue(options.perAccountConcurrency)
  const waiting = new Set<AbortController>()
  const underWay = new Set<Promise<Answer>>()
  let closing = false

  /** Waits for the account's turn, then sends. The total time runs from the first moment on. */
  async function inTurn(call: CaCall, url: URL, body: string): Promise<Answer> {
    const stop = new AbortController()
    const arrived = performance.now()
    const timer = setTimeout(() => stop.abort('timeout'), options.totalTimeoutMs)
    const stopped = () => stop.abort('stopped')
    call.signal?.addEventListener('abort', stopped, { once: true })
    if (closing || call.signal?.aborted === true) stopped()
    waiting.add(stop)
    try {
      const entered = await queue.enter(call.accountId, stop.signal)
      waiting.delete(stop)
      if (!entered) return notSent(stop.signal.reason === 'timeout' ? 'queue' : 'stopped')
      try {
        // Sent with little time left, a call most likely ends as unknown. Not sent, it is safe to send again.
        if (performance.now() - arrived > options.totalTimeoutMs * 0.75) return notSent('queue')
        const start = now()
        const { connectTimeoutMs } = options
        const exchange = await post(agent, { url, body, connectTimeoutMs, signal: stop.signal })
        return toAnswer(call, exchange, Math.max(0, Math.round(now() - start)))
      } finally {
        queue.leave(call.accountId)
      }
    } finally {
      waiting.delete(stop)
      clearTimeout(timer)
      call.signal?.removeEventListener('abort', stopped)
    }
  }

  return {
    async ask(call) {
      const prepared = prepare(call)
      if (!prepared.ok) return notSent(prepared.cause)
      const answer = inTurn(call, prepared.url, prepared.body).catch(unexpected)
      underWay.add(answer)
      return answer.finally(() => underWay.delete(answer))
    },
    async close() {
      closing = true
      for (const stop of waiting) stop.abort('stopped')
      await Promise.allSettled(underWay)
      await agent.close()
    },
  }
}

type Prepared =
  | { readonly ok: true; readonly url: URL; readonly body: string }
  | { readonly ok: false; readonly cause: FailureCause }

/** Everything that can be wrong before a connection is opened. Input is checked again here: nothing unchecked ever leaves. */
function prepare({ baseUrl, credentials, operation, orderNumber, input }: CaCall): Prepared {
  const base = checkBaseUrl(baseUrl)
  if (!base.ok) return { ok: false, cause: 'base-url' }
  const { loginName, loginPassword } = credentials
  if (![loginName, loginPassword].every((text) => text !== '' && text.isWellFormed()))
    return { ok: false, cause: 'credentials' }
  const parsed = parseInput(operation, input)
  if (!parsed.ok || checkOrderNumber(operation, orderNumber) !== null) return { ok: false, cause: 'input' }
  const { path, pairs } = encodeRequest(operation, orderNumber, parsed.input)
  const body = writeForm([['loginName', loginName], ['loginPassword', loginPassword], ...pairs])
  return { ok: true, url: new URL(path, base.url), body }
}

function toAnswer(call: CaCall, exchange: Exchange, durationMs: number): Answer {
  const { ended, httpStatus, bytes } = exchange
  const redact = redactor(call.credentials.loginPassword)
  const outcome = judge(call, exchange)
  const raw =
    ended === 'not-sent' || (ended === 'unknown' && bytes.length === 0)
      ? null
      : cap(redact(visibleText(bytes)))
  const certainty = ended === 'answered' && outcome.kind === 'unknown' ? 'unknown' : ended
  const message = outcome.message === null ? null : redact(outcome.message)
  return { certainty, outcome: { ...outcome, message }, raw, httpStatus, durationMs }
}

/**
 * Only an HTTP 200 can say that something was done: that is what the CA's documents and clients expect. With a 4xx a readable refusal is
 * believed, because believing it claims nothing; with anything else the CA's words are shown and not relied on.
 */
function judge({ operation, input }: CaCall, { cause, httpStatus, contentType, bytes }: Exchange): Outcome {
  if (cause !== null) return failureOutcome(cause)
  const reply = readReply(operation, bytes, contentType)
  if (httpStatus === 200) return decideOutcome(operation, input, reply)
  const byStatus = causeOfStatus(httpStatus ?? 0)
  if (!reply.readable) return failureOutcome(byStatus)
  if (byStatus === 'http-client' && reply.errorCode < 0) return decideOutcome(operation, input, reply)
  return failureOutcome(byStatus, {
    code: reply.errorCode,
    status: reply.status,
    message: reply.errorMessage,
  })
}

function causeOfStatus(status: number): FailureCause {
  if (status >= 500) return 'http-server'
  if (status >= 400) return 'http-client'
  return status >= 300 ? 'redirect' : 'http-other'
}

const cap = (text: string): string =>
  text.length > rawLimit ? `${text.slice(0, rawLimit).toWellFormed()}\n[cut]` : text

/** The last line of defence: a fault of our own must not look like a call that never happened. */
const unexpected = (): Answer => ({ ...notSent('lost'), certainty: 'unknown' })

const notSent = (cause: FailureCause): Answer => ({
  certainty: 'not-sent',
  outcome: failureOutcome(cause),
  raw: null,
  httpStatus: null,
  durationMs: 0,
})
