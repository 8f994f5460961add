import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { AccountTable, Database } from './schema.ts'

export type AccountRow = Selectable<AccountTable>
type Reader = Kysely<Database> | Transaction<Database>

/** The account with this id or label. A label never looks like an id. */
export async function findAccount(db: Reader, idOrLabel: string): Promise<AccountRow | null> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where((at) => at.or([at('id', '=', idOrLabel), at('label', '=', idOrLabel)]))
    .executeTakeFirst()
  return row ?? null
}

export async function listAccounts(db: Reader): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll().orderBy('label').execute()
}

export async function insertAccount(tx: Transaction<Database>, row: AccountRow): Promise<void> {
  await tx.insertInto('account').values(row).execute()
}

export async function replaceSealedPassword(
  tx: Transaction<Database>,
  id: string,
  sealed: string,
): Promise<void> {
  await tx.updateTable('account').set({ password_sealed: sealed }).where('id', '=', id).execute()
}

export async function changeAccountRow(
  tx: Transaction<Database>,
  id: string,
  row: Pick<AccountRow, 'label' | 'login_name' | 'base_url'>,
): Promise<void> {
  const { label, login_name, base_url } = row
  await tx.updateTable('account').set({ label, login_name, base_url }).where('id', '=', id).execute()
}

/** Stops the account's sending. Answers false when it is stopped already: the first reason stays. */
export async function placeHold(
  tx: Transaction<Database>,
  id: string,
  hold: { at: number; reason: string; attempt: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('account')
    .set({ held_at: hold.at, hold_reason: hold.reason, hold_attempt: hold.attempt })
    .where('id', '=', id)
    .where('held_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Lets the account send again. Answers false when it was not on hold. */
export async function liftHold(tx: Transaction<Database>, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('account')
    .set({ held_at: null, hold_reason: null, hold_attempt: null })
    .where('id', '=', id)
    .where('held_at', 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
