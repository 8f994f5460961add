// Where pushes go, what was pushed and what was answered. One at a time, in the order things happened; the documents name no retries.
import { isLoopback } from '../is-loopback.ts'
import type { PushFormat, PushTarget, SentPush } from '../order-state.ts'
import type { Rules } from '../rules.ts'
import { certificateIdOf } from '../status/order-status.ts'
import type { Order } from '../types.ts'
import type { PushMessage } from './push-events.ts'
import { sendPush } from './send-push.ts'

/** `raw` is sent instead of the parameters; the rest is sent as it is given, in its order. */
export type PushWish = {
  account?: string
  format?: PushFormat
  raw?: string
  contentType?: string
  parameters: PushMessage
}

export type PushBook = {
  targets: () => PushTarget[]
  setTarget: (target: { account: string; url: string; format?: PushFormat }) => PushTarget
  /** All of them, or an account's. */
  clearTargets: (account?: string) => void
  /** Tells the order's account, if it has an address. Does not wait. */
  happened: (order: Order, message: PushMessage) => void
  /** Sends on demand, and waits for the outcome. */
  send: (wish: PushWish, order: Order | undefined) => Promise<SentPush>
  /** The last 1,000. */
  log: () => SentPush[]
  clearLog: () => void
  /** When everything that is waiting has gone out. */
  settled: () => Promise<void>
  close: () => void
}

const logLimit = 1000
const waitingLimit = 200

export const createPushBook = (rulesNow: () => Rules, now: () => Date): PushBook => {
  const targets = new Map<string, PushTarget>()
  const closing = new AbortController()
  let log: SentPush[] = []
  let nextId = 1
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  const queue = async (target: PushTarget, wish: PushWish): Promise<SentPush> => {
    if (waiting >= waitingLimit) throw new TypeError(`More than ${waitingLimit} pushes are waiting.`)
    waiting += 1
    const sent = last.then(() => deliver(target, wish))
    last = sent.catch(() => {}).finally(() => (waiting -= 1))
    return sent
  }

  const writeDown = (target: PushTarget, wish: PushWish, attempt: number): SentPush => {
    const entry: SentPush = {
      id: nextId++,
      at: now().toISOString(),
      account: target.account,
      orderNumber: wish.parameters['orderNumber'] ?? '',
      url: target.url,
      method: wish.format ?? target.format,
      content: wish.raw ?? new URLSearchParams(wish.parameters).toString(),
      attempt,
      answer: null,
    }
    log = [...log.slice(1 - logLimit), entry]
    return entry
  }

  const deliver = async (target: PushTarget, wish: PushWish): Promise<SentPush> => {
    const { pushRetries, pushTimeoutMs } = rulesNow()
    for (let attempt = 1; ; attempt++) {
      const entry = writeDown(target, wish, attempt)
      const contentType = wish.contentType ?? 'application/x-www-form-urlencoded'
      Object.assign(
        entry,
        await sendPush({ ...entry, contentType, timeoutMs: pushTimeoutMs, signal: closing.signal }),
      )
      const arrived = entry.answer && entry.answer.statusCode < 300
      if (arrived || closing.signal.aborted || attempt > Math.min(pushRetries, 10)) return entry
    }
  }

  const targetFor = (account: string | undefined): PushTarget => {
    const found =
      account === undefined && targets.size === 1 ? [...targets.values()][0] : targets.get(account ?? '')
    if (!found)
      throw new TypeError(`No address is set for ${account ?? 'the push'}; PUT /control/push sets one.`)
    return found
  }

  return {
    targets: () => [...targets.values()],
    setTarget: ({ account, url, format = 'GET' }) => {
      const target = { account, url: checkUrl(url), format }
      targets.set(account, target)
      return target
    },
    clearTargets: (account) => {
      if (account === undefined) targets.clear()
      else targets.delete(account)
    },
    happened: (order, message) => {
      for (const target of targets.values()) {
        if (order.account !== '*' && order.account !== target.account) continue
        const wish = { parameters: { ...identityOf(order), ...message } }
        queue(target, wish).catch((error: Error) => {
          Object.assign(writeDown(target, wish, 0), { error: `Not sent. ${error.message}` })
        })
      }
    },
    send: (wish, order) => {
      const owner = order && order.account !== '*' ? order.account : undefined
      const identity = order ? identityOf(order) : {}
      return queue(targetFor(wish.account ?? owner), {
        ...wish,
        parameters: { ...identity, ...wish.parameters },
      })
    },
    log: () => log,
    clearLog: () => {
      log = []
    },
    settled: async () => {
      await last
    },
    close: () => closing.abort(new Error('The simulator was closed.')),
  }
}

/** "All events: orderNumber (string), certificateID (integer)". */
const identityOf = (order: Order): PushMessage => ({
  orderNumber: order.orderNumber,
  certificateID: certificateIdOf(order),
})

const checkUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' || !isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1'))) {
    throw new TypeError('Pushes go to http addresses on this machine only.')
  }
  return url.href
}
