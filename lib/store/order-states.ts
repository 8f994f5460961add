import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database, OrderStateTable } from './schema.ts'

export type OrderStateRow = Selectable<OrderStateTable>
type Reader = Kysely<Database> | Transaction<Database>

export async function findOrderState(
  db: Reader,
  accountId: string,
  order: string,
): Promise<OrderStateRow | null> {
  const row = await db
    .selectFrom('order_state')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('order_number', '=', order)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Writes the end of the read that claimed the row until `until` (epoch milliseconds). Does nothing when another read has claimed or written
 * it since: that one is the newer.
 */
export async function endOrderRead(
  tx: Transaction<Database>,
  claim: { accountId: string; order: string; until: number },
  end: Partial<Omit<OrderStateRow, 'account_id' | 'order_number' | 'reading_until'>>,
): Promise<void> {
  await tx
    .updateTable('order_state')
    .set({ ...end, reading_until: null })
    .where('account_id', '=', claim.accountId)
    .where('order_number', '=', claim.order)
    .where('reading_until', '=', claim.until)
    .execute()
}

export async function saveOrderState(tx: Transaction<Database>, row: OrderStateRow): Promise<void> {
  const { account_id: _account, order_number: _order, ...rest } = row
  await tx
    .insertInto('order_state')
    .values(row)
    .onConflict((on) => on.columns(['account_id', 'order_number']).doUpdateSet(rest))
    .execute()
}
