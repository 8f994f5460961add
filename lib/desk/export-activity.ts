import 'server-only'
import { readEvents, type EventFilter, type LabelledEvent } from '#lib/store/activity.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Desk } from './desk.ts'
import { eventWords } from './event-words.ts'
import type { Actor } from './receipt.ts'
import { hiddenAccounts } from './usable-accounts.ts'

const page = 500

/**
 * The history under a filter as CSV (RFC 4180, UTF-8 with a byte order mark), newest first, a page at a time, so that memory does not grow with it. That
 * it was exported, by whom and under which filter, is an event of its own, written before the first line.
 */
export async function exportActivity(
  desk: Desk,
  actor: Actor,
  filter: EventFilter,
): Promise<ReadableStream<Uint8Array>> {
  await desk.store.write((tx) =>
    appendEvent(tx, {
      at: desk.now(),
      kind: 'history.exported',
      actor,
      accountId: filter.account,
      order: filter.order,
      body: {},
      personal: { filter },
    }),
  )
  const hidden = await hiddenAccounts(desk.store.db, actor)
  const isSeen = ({ account_id }: LabelledEvent) => account_id === null || !hidden.includes(account_id)
  const encoder = new TextEncoder()
  let before: number | null = null
  const cancelled = new AbortController()
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`\uFEFF${line(columns.map(([name]) => name))}`))
    },
    // On to the next page here where one has nothing to show: a stream that is given nothing does not ask again.
    async pull(controller) {
      while (!cancelled.signal.aborted) {
        const place = before === null ? null : { before }
        const { rows, reached } = await readEvents(desk.store.db, filter, place, page)
        const seen = rows.filter(isSeen)
        if (cancelled.signal.aborted) return
        if (seen.length > 0) controller.enqueue(encoder.encode(seen.map(lineOf).join('')))
        before = reached?.seq ?? rows.at(-1)?.seq ?? null
        if (reached === null && rows.length < page) return controller.close()
        if (seen.length > 0) return
      }
    },
    cancel() {
      cancelled.abort()
    },
  })
}

const columns: readonly (readonly [string, (event: LabelledEvent) => string | number | null])[] = [
  ['seq', (event) => event.seq],
  ['time', (event) => new Date(event.at).toISOString()],
  ['kind', (event) => event.kind],
  ['what', eventWords],
  ['actor', (event) => event.actor_name],
  ['account', (event) => event.account_label],
  ['order', (event) => event.order_number],
  ['operation', (event) => event.operation],
  ['outcome', (event) => event.outcome_kind],
  ['ticket', (event) => event.ticket_id],
  ['ticketSystem', (event) => event.ticket_system],
  ['attempt', (event) => event.attempt_key],
  ['details', (event) => event.body],
  ['personal', (event) => event.personal],
  ['hash', (event) => event.hash],
]

const lineOf = (event: LabelledEvent) => line(columns.map(([, value]) => value(event)))

const line = (cells: readonly (string | number | null)[]) => `${cells.map(csvCell).join(',')}\r\n`

/**
 * One cell, quoted. A spreadsheet runs what starts like a formula, also behind what cannot be seen and in the wide signs of East Asian
 * keyboards, so such a text gets an apostrophe in front.
 */
export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value)
  const text = value ?? ''
  const harmless = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
