import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import type { EventRow } from './event-hash.ts'
import type { Database } from './schema.ts'

type Reader = Kysely<Database> | Transaction<Database>

export interface OrderEvents {
  readonly order: string
  /** Of this account alone; of any when left out, because an order's number may stand in several. */
  readonly accountId?: string
  /** Of these accounts alone: the limit then counts only what a reader may see. */
  readonly accountIds?: readonly string[]
  readonly kinds: readonly string[]
  /** Milliseconds since the epoch: at or after. */
  readonly since?: number
  readonly limit: number
}

/** Events of an order of some kinds, newest first. Walks the order's own events alone. */
export async function lastEventsOfOrder(db: Reader, wanted: OrderEvents): Promise<EventRow[]> {
  // PostgreSQL takes no empty list.
  if (wanted.accountIds?.length === 0) return []
  let query = db
    .selectFrom('event')
    .selectAll()
    .where('order_number', '=', wanted.order)
    .where('kind', 'in', wanted.kinds)
  if (wanted.accountId !== undefined) query = query.where('account_id', '=', wanted.accountId)
  if (wanted.accountIds !== undefined) query = query.where('account_id', 'in', wanted.accountIds)
  if (wanted.since !== undefined) query = query.where('at', '>=', wanted.since)
  return query.orderBy('seq', 'desc').limit(wanted.limit).execute()
}
