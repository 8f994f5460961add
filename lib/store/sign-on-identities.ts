import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import type { PersonRow } from './people.ts'
import type { Database } from './schema.ts'

type Reader = Kysely<Database> | Transaction<Database>

/** The person whom an issuer knows by this subject, or null. */
export async function findPersonBySignOn(
  db: Reader,
  identity: { issuer: string; subject: string },
): Promise<PersonRow | null> {
  const row = await db
    .selectFrom('sign_on_identity')
    .innerJoin('person', 'person.id', 'sign_on_identity.person_id')
    .selectAll('person')
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .executeTakeFirst()
  return row ?? null
}

export async function insertSignOnIdentity(
  tx: Transaction<Database>,
  row: { issuer: string; subject: string; personId: string; at: number },
): Promise<void> {
  const { issuer, subject, personId, at } = row
  await tx
    .insertInto('sign_on_identity')
    .values({ issuer, subject, person_id: personId, created_at: at, used_at: null })
    .execute()
}

export async function markSignOnUsed(
  tx: Transaction<Database>,
  identity: { issuer: string; subject: string; at: number },
): Promise<void> {
  await tx
    .updateTable('sign_on_identity')
    .set({ used_at: identity.at })
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .execute()
}
