import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

type Reader = Kysely<Database> | Transaction<Database>

/** A setting's value as it was saved, or undefined. Whoever reads it checks its shape. */
export async function readSetting(db: Reader, name: string): Promise<unknown> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row === undefined ? undefined : JSON.parse(row.value)
}

export async function saveSetting(
  tx: Transaction<Database>,
  setting: { name: string; value: unknown; at: number },
): Promise<void> {
  const row = { name: setting.name, value: JSON.stringify(setting.value), changed_at: setting.at }
  const { value, changed_at } = row
  await tx
    .insertInto('setting')
    .values(row)
    .onConflict((on) => on.column('name').doUpdateSet({ value, changed_at }))
    .execute()
}

export async function deleteSetting(tx: Transaction<Database>, name: string): Promise<void> {
  await tx.deleteFrom('setting').where('name', '=', name).execute()
}
