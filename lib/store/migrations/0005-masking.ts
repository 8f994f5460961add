import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../migrations.ts'
import { kindsOf } from './tables.ts'

/** When an attempt's personal parts were masked, and a short way to those that still have them. */
export async function noteMasking(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema.alterTable('attempt').addColumn('masked_at', kindsOf(dialect).whole).execute()
  await sql`create index attempt_unmasked on attempt (intended_at) where masked_at is null and settled_at is not null`.execute(
    db,
  )
}
