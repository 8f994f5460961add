import 'server-only'
import type { Kysely } from 'kysely'
import type { Dialect } from '../migrations.ts'
import { kindsOf } from './tables.ts'

/** When the person of a session last showed who they are. Nobody knows it of sessions that are open already: they are asked again. */
export async function noteProofs(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema.alterTable('session').addColumn('proved_at', kindsOf(dialect).whole).execute()
}
