import 'server-only'
import { createHash } from 'node:crypto'
import { checkOrderNumber } from '#lib/ca/inputs.ts'
import { readPush, type PushReport } from '#lib/ca/push/read-push.ts'
import { log } from '#lib/log.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { lastEventsOfOrder } from '#lib/store/order-events.ts'
import type { Desk } from './desk.ts'

export type Recorded =
  | { readonly is: 'recorded' | 'repeated' }
  | { readonly is: 'not-recorded'; readonly why: 'too-large' | 'no-order' | 'too-many' }

/** What somebody sent to an account's push address: a query or a body, as bytes. */
export interface Pushed {
  readonly accountId: string
  readonly content: Uint8Array
  readonly contentType: string | null
}

/** The history's name for who reports. Nothing proves that it was the CA: whoever knows the address can. */
export const reporter: EventActor = { kind: 'program', id: 'ca-push', name: 'The CA' }

/** Milliseconds in which the same content is taken for the same report, and how many reports an order takes in that time. */
const repeatWindow = 24 * 3_600_000
const mostPerOrder = 100

/**
 * Writes down what was sent to an account's push address: one event `push.received` on the order that it names, and nothing else. It asks
 * the CA nothing and changes no attempt, hold or state. The same content twice in a row within 24 hours is written once. Rejects only when the store fails.
 *
 * @see lib/ca/push/README.md
 */
export async function recordPush(desk: Desk, { accountId, content, contentType }: Pushed): Promise<Recorded> {
  const read = readPush(content, contentType)
  if (!read.ok) return notRecorded(accountId, read.why)
  const { report } = read
  const order = report.orderNumber
  if (order === null || checkOrderNumber(null, order) !== null) return notRecorded(accountId, 'no-order')
  const digest = createHash('sha256').update(content).digest('hex')
  const recorded = await desk.store.write(async (tx): Promise<Recorded> => {
    const at = desk.now()
    const before = await lastEventsOfOrder(tx, {
      order,
      accountId,
      kinds: ['push.received'],
      since: at - repeatWindow,
      limit: mostPerOrder,
    })
    // Only the last one: the same words after others are news, because the newest tells where the order stands.
    if (digestIn(before[0]?.personal ?? null) === digest) return { is: 'repeated' }
    if (before.length >= mostPerOrder) return { is: 'not-recorded', why: 'too-many' }
    await appendEvent(tx, {
      at,
      kind: 'push.received',
      actor: reporter,
      accountId,
      order,
      ...partsOf(report, digest),
    })
    return { is: 'recorded' }
  })
  return recorded.is === 'not-recorded' ? notRecorded(accountId, recorded.why) : recorded
}

/** What is kept for ever is a few plain words; the rest may hold names and is masked with other personal data. */
function partsOf({ eventType, statusCode, status, known, ...rest }: PushReport, digest: string) {
  const { certificateID, statusDesc, raw } = rest
  return {
    body: { eventType: plain(eventType), statusCode: plain(statusCode), status: plain(status), known },
    personal: { certificateID, statusDesc, raw, digest },
  }
}

const plain = (text: string | null): string | null =>
  text === null ? null : text.slice(0, 40).replace(/[^\w .:-]/g, '?')

const digestIn = (personal: string | null): unknown =>
  personal === null ? null : (JSON.parse(personal) as { digest?: unknown }).digest

function notRecorded(account: string, why: 'too-large' | 'no-order' | 'too-many'): Recorded {
  log.warn({ account, why }, 'what was sent to a push address was not recorded')
  return { is: 'not-recorded', why }
}
