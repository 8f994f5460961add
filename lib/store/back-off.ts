import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from './schema.ts'
import type { BackOffTable } from './schema-people.ts'

export type BackOffRow = Selectable<BackOffTable>
type Reader = Kysely<Database> | Transaction<Database>

export async function readBackOff(db: Reader, key: string): Promise<BackOffRow | null> {
  return (await db.selectFrom('back_off').selectAll().where('key', '=', key).executeTakeFirst()) ?? null
}

export async function saveBackOff(tx: Transaction<Database>, row: BackOffRow): Promise<void> {
  const { key: _, ...rest } = row
  await tx
    .insertInto('back_off')
    .values(row)
    .onConflict((on) => on.column('key').doUpdateSet(rest))
    .execute()
}

/** Forgets counters that count no more, and keeps where people are known. */
export async function forgetCounters(tx: Transaction<Database>, before: number): Promise<void> {
  await tx
    .deleteFrom('back_off')
    .where('updated_at', '<', before)
    .where('blocked_until', '<', before)
    .where('key', 'not like', 'known %')
    .execute()
}

export async function forgetBackOff(tx: Transaction<Database>, before: number): Promise<void> {
  await tx.deleteFrom('back_off').where('updated_at', '<', before).execute()
}
