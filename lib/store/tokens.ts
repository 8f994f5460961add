import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from './schema.ts'
import type { TokenTable } from './schema-people.ts'

export type TokenRow = Selectable<TokenTable>
type Reader = Kysely<Database> | Transaction<Database>

export async function findTokenByHash(db: Reader, hash: string): Promise<TokenRow | null> {
  return (await db.selectFrom('token').selectAll().where('token_hash', '=', hash).executeTakeFirst()) ?? null
}

export async function findTokenByName(db: Reader, name: string): Promise<TokenRow | null> {
  return (await db.selectFrom('token').selectAll().where('name', '=', name).executeTakeFirst()) ?? null
}

export async function listTokens(db: Reader): Promise<TokenRow[]> {
  return db.selectFrom('token').selectAll().orderBy('name').execute()
}

export async function isTokenValid(db: Reader, id: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('token')
    .select('id')
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where((at) => at.or([at('expires_at', 'is', null), at('expires_at', '>', now)]))
    .executeTakeFirst()
  return row !== undefined
}

export async function insertToken(tx: Transaction<Database>, row: TokenRow): Promise<void> {
  await tx.insertInto('token').values(row).execute()
}

export async function markTokenUsed(db: Reader, id: string, at: number): Promise<void> {
  await db.updateTable('token').set({ used_at: at }).where('id', '=', id).execute()
}

export async function markTokenRevoked(tx: Transaction<Database>, id: string, at: number): Promise<void> {
  await tx.updateTable('token').set({ revoked_at: at }).where('id', '=', id).execute()
}

export async function findTokenById(db: Reader, id: string): Promise<TokenRow | null> {
  return (await db.selectFrom('token').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}
