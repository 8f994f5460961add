import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database, PushAddressTable } from './schema.ts'

export type PushAddressRow = Selectable<PushAddressTable>
type Reader = Kysely<Database> | Transaction<Database>

export async function findPushAddressByHash(db: Reader, hash: string): Promise<PushAddressRow | null> {
  const row = await db
    .selectFrom('push_address')
    .selectAll()
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  return row ?? null
}

export async function findPushAddress(db: Reader, accountId: string): Promise<PushAddressRow | null> {
  const row = await db
    .selectFrom('push_address')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ?? null
}

/** The digests of all tokens: as many as there are accounts at the most. */
export async function pushTokenHashes(db: Reader): Promise<string[]> {
  return (await db.selectFrom('push_address').select('token_hash').execute()).map((row) => row.token_hash)
}

/** Gives an account an address; the one it had before is nobody's from then on. */
export async function savePushAddress(tx: Transaction<Database>, row: PushAddressRow): Promise<void> {
  const { token_hash, created_at } = row
  await tx
    .insertInto('push_address')
    .values(row)
    .onConflict((on) => on.column('account_id').doUpdateSet({ token_hash, created_at }))
    .execute()
}

/** Answers false when the account had none. */
export async function deletePushAddress(tx: Transaction<Database>, accountId: string): Promise<boolean> {
  const result = await tx.deleteFrom('push_address').where('account_id', '=', accountId).executeTakeFirst()
  return result.numDeletedRows > 0n
}
