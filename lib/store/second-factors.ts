import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from './schema.ts'
import type { PasskeyTable, TotpTable } from './schema-people.ts'

export type TotpRow = Selectable<TotpTable>
export type PasskeyRow = Selectable<PasskeyTable>
type Reader = Kysely<Database> | Transaction<Database>
type Tx = Transaction<Database>

export async function findTotp(db: Reader, personId: string): Promise<TotpRow | null> {
  return (
    (await db.selectFrom('totp').selectAll().where('person_id', '=', personId).executeTakeFirst()) ?? null
  )
}

export async function saveTotp(tx: Tx, row: TotpRow): Promise<void> {
  const { person_id: _person, ...rest } = row
  await tx
    .insertInto('totp')
    .values(row)
    .onConflict((on) => on.column('person_id').doUpdateSet(rest))
    .execute()
}

export async function deleteTotp(tx: Tx, personId: string): Promise<boolean> {
  const result = await tx.deleteFrom('totp').where('person_id', '=', personId).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function passkeysOf(db: Reader, personId: string): Promise<PasskeyRow[]> {
  return db
    .selectFrom('passkey')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .execute()
}

export async function findPasskey(db: Reader, id: string): Promise<PasskeyRow | null> {
  return (await db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<void> {
  await tx.insertInto('passkey').values(row).execute()
}

export async function markPasskeyUsed(
  tx: Tx,
  id: string,
  used: { counter: number; at: number },
): Promise<void> {
  await tx
    .updateTable('passkey')
    .set({ counter: used.counter, used_at: used.at })
    .where('id', '=', id)
    .execute()
}

/** Answers the name of the passkey that was taken away, or null when this person has no such passkey. */
export async function deletePasskey(tx: Tx, personId: string, id: string): Promise<string | null> {
  const row = await findPasskey(tx, id)
  if (row === null || row.person_id !== personId) return null
  await tx.deleteFrom('passkey').where('id', '=', id).execute()
  return row.name
}

export async function deletePasskeysOf(tx: Tx, personId: string): Promise<number> {
  const result = await tx.deleteFrom('passkey').where('person_id', '=', personId).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Puts new recovery codes in the place of all earlier ones; an empty list leaves none. */
export async function replaceRecoveryCodes(
  tx: Tx,
  personId: string,
  hashes: readonly string[],
): Promise<void> {
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  if (hashes.length === 0) return
  const rows = hashes.map((code_hash) => ({ person_id: personId, code_hash, used_at: null }))
  await tx.insertInto('recovery_code').values(rows).execute()
}

/** Uses a recovery code up. Answers false when there is none of that digest, or it was used. */
export async function useRecoveryCode(
  tx: Tx,
  code: { personId: string; hash: string; at: number },
): Promise<boolean> {
  const result = await tx
    .updateTable('recovery_code')
    .set({ used_at: code.at })
    .where('person_id', '=', code.personId)
    .where('code_hash', '=', code.hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function countRecoveryCodes(db: Reader, personId: string): Promise<number> {
  const row = await db
    .selectFrom('recovery_code')
    .select((at) => at.fn.countAll<number>().as('left'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.left)
}
