import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

type Reader = Kysely<Database> | Transaction<Database>

/** The accounts that a person has been given by name. */
export async function accountsGivenTo(db: Reader, personId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('account_person')
    .select('account_id')
    .where('person_id', '=', personId)
    .execute()
  return new Set(rows.map((row) => row.account_id))
}

/** The people whom a restricted account is given to. */
export async function peopleOfAccount(db: Reader, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('account_person')
    .select('person_id')
    .where('account_id', '=', accountId)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** Restricts an account to some people, or, with null, opens it to everybody again. */
export async function saveRestriction(
  tx: Transaction<Database>,
  accountId: string,
  restricted: { readonly at: number; readonly people: readonly string[] } | null,
): Promise<void> {
  await tx.deleteFrom('account_person').where('account_id', '=', accountId).execute()
  const at = restricted?.at ?? null
  await tx.updateTable('account').set({ restricted_at: at }).where('id', '=', accountId).execute()
  const rows = (restricted?.people ?? []).map((person_id) => ({ account_id: accountId, person_id }))
  if (rows.length > 0) await tx.insertInto('account_person').values(rows).execute()
}
