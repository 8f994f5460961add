import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from './schema.ts'
import type { OneTimeLinkTable } from './schema-people.ts'

export type OneTimeLinkRow = Selectable<OneTimeLinkTable>
type Reader = Kysely<Database> | Transaction<Database>

/** Keeps a link and takes away all earlier ones of the same person: only the newest opens. */
export async function replaceLink(tx: Transaction<Database>, row: OneTimeLinkRow): Promise<void> {
  await deleteLinksOf(tx, row.person_id)
  await tx.insertInto('one_time_link').values(row).execute()
}

export async function deleteLinksOf(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx
    .deleteFrom('one_time_link')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}

/** The link while it may still be used, or null. */
export async function findOpenLink(
  db: Reader,
  tokenHash: string,
  now: number,
): Promise<OneTimeLinkRow | null> {
  const row = await db
    .selectFrom('one_time_link')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ?? null
}

/** Uses a link up. Answers false when it was used meanwhile. */
export async function markLinkUsed(
  tx: Transaction<Database>,
  tokenHash: string,
  at: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('one_time_link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** When each person's open link runs out, by person. */
export async function openLinks(db: Reader, now: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('one_time_link')
    .select(['person_id', 'expires_at'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.expires_at]))
}
