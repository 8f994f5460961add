import 'server-only'
import type { Kysely } from 'kysely'
import { reportMeaning, type PushReport } from '#lib/ca/push/read-push.ts'
import type { EventRow } from '#lib/store/events.ts'
import { lastEventsOfOrder } from '#lib/store/order-events.ts'
import type { Database } from '#lib/store/schema.ts'

/** One report of the CA as it is kept. Its meaning is read anew by the CA's table, so that a better table speaks for old reports too. */
export interface OrderReport extends Omit<PushReport, 'orderNumber' | 'raw'> {
  readonly seq: number
  /** When it came, in epoch milliseconds. */
  readonly at: number
  /** Null when personal data of that time was masked. */
  readonly raw: PushReport['raw'] | null
}

/** One line of an order's timeline that is no attempt. */
export interface OrderEventLine {
  readonly seq: number
  readonly at: number
  readonly kind: 'report' | 'read' | 'not-read'
  readonly account: { readonly id: string; readonly label: string }
  readonly actor: string
  /** Null when it is no report. */
  readonly report: OrderReport | null
}

/** What the CA reported of an order with one account since a time, newest first: the steps stand on those after the last read. */
export async function reportsOfOrder(
  db: Kysely<Database>,
  accountId: string,
  order: string,
  limit: number,
  since = 0,
): Promise<OrderReport[]> {
  const wanted = { order, accountId, kinds: ['push.received'], since, limit }
  return (await lastEventsOfOrder(db, wanted)).map(reportOf)
}

const kinds: Readonly<Record<string, OrderEventLine['kind']>> = {
  'push.received': 'report',
  'state.read': 'read',
  'state.not-read': 'not-read',
}

/** Reports and reads of an order as lines for its timeline, newest first; only those of the given accounts. */
export async function linesOfOrder(
  db: Kysely<Database>,
  order: string,
  accounts: readonly { readonly id: string; readonly label: string }[],
  limit: number,
): Promise<OrderEventLine[]> {
  const labels = new Map(accounts.map(({ id, label }) => [id, label]))
  const accountIds = [...labels.keys()]
  const rows = await lastEventsOfOrder(db, { order, accountIds, kinds: Object.keys(kinds), limit })
  return rows.flatMap((row) => {
    const kind = kinds[row.kind]
    const label = labels.get(row.account_id ?? '')
    if (kind === undefined || row.account_id === null || label === undefined) return []
    const { seq, at, actor_name: actor } = row
    const account = { id: row.account_id, label }
    return [{ seq, at, kind, account, actor, report: kind === 'report' ? reportOf(row) : null }]
  })
}

function reportOf({ seq, at, body, personal }: EventRow): OrderReport {
  const { eventType, statusCode, status } = JSON.parse(body) as Pick<
    PushReport,
    'eventType' | 'statusCode' | 'status'
  >
  const rest = (personal === null ? {} : JSON.parse(personal)) as Partial<
    Pick<PushReport, 'certificateID' | 'statusDesc' | 'raw'>
  >
  return {
    seq,
    at,
    eventType,
    statusCode,
    status,
    certificateID: rest.certificateID ?? null,
    statusDesc: rest.statusDesc ?? null,
    raw: rest.raw ?? null,
    ...reportMeaning({ eventType, statusCode, status }),
  }
}
