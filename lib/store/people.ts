import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from './schema.ts'
import type { PersonTable } from './schema-people.ts'

export type PersonRow = Selectable<PersonTable>
type Reader = Kysely<Database> | Transaction<Database>

export async function findPerson(db: Reader, id: string): Promise<PersonRow | null> {
  return (await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** `email` in lower case, as it is kept. */
export async function findPersonByEmail(db: Reader, email: string): Promise<PersonRow | null> {
  return (await db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst()) ?? null
}

export async function listPeople(db: Reader): Promise<PersonRow[]> {
  return db.selectFrom('person').selectAll().orderBy('email').execute()
}

export async function insertPerson(tx: Transaction<Database>, row: PersonRow): Promise<void> {
  await tx.insertInto('person').values(row).execute()
}

export async function markPersonDisabled(tx: Transaction<Database>, id: string, at: number): Promise<void> {
  await tx.updateTable('person').set({ disabled_at: at }).where('id', '=', id).execute()
}

export async function replacePasswordHash(
  tx: Transaction<Database>,
  id: string,
  hash: string,
): Promise<void> {
  await tx.updateTable('person').set({ password_hash: hash }).where('id', '=', id).execute()
}

export async function replaceRole(tx: Transaction<Database>, id: string, role: string): Promise<void> {
  await tx.updateTable('person').set({ role }).where('id', '=', id).execute()
}

export async function markPersonEnabled(tx: Transaction<Database>, id: string): Promise<void> {
  await tx.updateTable('person').set({ disabled_at: null }).where('id', '=', id).execute()
}

export async function setSecondFactorRequired(
  tx: Transaction<Database>,
  id: string,
  at: number | null,
): Promise<void> {
  await tx.updateTable('person').set({ second_factor_required_at: at }).where('id', '=', id).execute()
}

/** How many people are administrators and enabled. */
export async function countAdministrators(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select((at) => at.fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Whether anybody was ever added. */
export async function hasPeople(db: Reader): Promise<boolean> {
  return (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined
}
