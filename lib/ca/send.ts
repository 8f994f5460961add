import 'server-only'
import { CallQueue } from './call-queue.ts'
import type { FailureCause } from './failure.ts'
import { createAgent, post } from './post.ts'
import type { Exchange } from './post.ts'

export interface SenderOptions {
  /** Milliseconds to wait for a connection. */
  readonly connectTimeoutMs: number
  /** Milliseconds for everything, waiting in the queue included. */
  readonly totalTimeoutMs: number
  /** Calls under way at one time for one account. */
  readonly perAccountConcurrency: number
  /** A clock in milliseconds, for durations only. */
  readonly now?: () => number
}

/** One request, complete and checked. */
export interface Sending {
  readonly accountId: string
  readonly url: URL
  readonly body: string
  /** Whether the CA refused the login itself, so that what is still waiting with the same login must stay here. */
  readonly isLoginRefusal: (exchange: Exchange) => boolean
  /** A read waits for the reads of its account before it, whatever else is under way. */
  readonly isRead: boolean
  readonly limitBytes?: number
  readonly signal?: AbortSignal | undefined
}

export interface Sent {
  readonly exchange: Exchange
  /** Whole milliseconds from the first try to connect to the end. */
  readonly durationMs: number
}

export interface Sender {
  /** Sends once when it is the account's turn, without any retry or redirect. Never rejects: a fault of ours is an unknown exchange. */
  send(sending: Sending): Promise<Sent>
  /** Lets an account send again at once after its login was refused, because somebody has checked it. */
  allow(accountId: string): void
  close(): Promise<void>
}

/** Time for whoever holds accounts to write the hold down, which then stops the calls that come later. */
const refusalGraceMs = 3000

/** The one way out for operations and reads alike: one connection pool, and for each account a queue. */
export function createSender(options: SenderOptions): Sender {
  const now = options.now ?? (() => performance.now())
  const agent = createAgent(options.connectTimeoutMs)
  const queue = new CallQueue(options.perAccountConcurrency)
  // The CA forbids concurrent reads of order states (CollectSSL); all reads of an account share this line.
  const readQueue = new CallQueue(1)
  const waiting = new Set<AbortController>()
  const underWay = new Set<Promise<Sent>>()
  const refusedAt = new Map<string, number>()
  let closing = false

  /** Waits for the account's turn, then sends. The total time runs from the first moment on. */
  async function inTurn(sending: Sending): Promise<Sent> {
    const { accountId, signal } = sending
    const lines = sending.isRead ? [readQueue, queue] : [queue]
    const entered: CallQueue[] = []
    const stop = new AbortController()
    const arrived = performance.now()
    const timer = setTimeout(() => stop.abort('timeout'), options.totalTimeoutMs)
    const stopped = () => stop.abort('stopped')
    signal?.addEventListener('abort', stopped, { once: true })
    if (closing || signal?.aborted === true) stopped()
    waiting.add(stop)
    try {
      for (const line of lines) {
        if (!(await line.enter(accountId, stop.signal)))
          return notSent(stop.signal.reason === 'timeout' ? 'queue' : 'stopped')
        entered.push(line)
      }
      waiting.delete(stop)
      // Sent with little time left, a call most likely ends as unknown. Not sent, it is safe to send again.
      if (performance.now() - arrived > options.totalTimeoutMs * 0.75) return notSent('queue')
      // Each further try with a login that was just refused may be the one that locks the account at the CA.
      if (arrived < (refusedAt.get(accountId) ?? -Infinity) + refusalGraceMs) return notSent('login-refused')
      const start = now()
      const { connectTimeoutMs } = options
      const exchange = await post(agent, { ...sending, connectTimeoutMs, signal: stop.signal })
      // Before this place goes to the next one in line.
      if (sending.isLoginRefusal(exchange)) refusedAt.set(accountId, performance.now())
      return { exchange, durationMs: Math.max(0, Math.round(now() - start)) }
    } finally {
      for (const line of entered.toReversed()) line.leave(accountId)
      waiting.delete(stop)
      clearTimeout(timer)
      signal?.removeEventListener('abort', stopped)
    }
  }

  return {
    send(sending) {
      const sent = inTurn(sending).catch(unexpected)
      underWay.add(sent)
      return sent.finally(() => underWay.delete(sent))
    },
    allow: (accountId) => void refusedAt.delete(accountId),
    async close() {
      closing = true
      for (const stop of waiting) stop.abort('stopped')
      await Promise.allSettled(underWay)
      await agent.close()
    },
  }
}

const nothing = { httpStatus: null, contentType: null, bytes: new Uint8Array() }

export const notSent = (cause: FailureCause): Sent => ({
  exchange: { ended: 'not-sent', cause, ...nothing },
  durationMs: 0,
})

/** The last line of defence: a fault of our own must not look like a call that never happened. */
export const unexpected = (): Sent => ({
  exchange: { ended: 'unknown', cause: 'lost', ...nothing },
  durationMs: 0,
})
