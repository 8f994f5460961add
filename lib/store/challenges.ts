import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from './schema.ts'
import type { ChallengeTable } from './schema-people.ts'

export type ChallengeRow = Selectable<ChallengeTable>
type Reader = Kysely<Database> | Transaction<Database>

/** Keeps what a later request has to answer, and forgets what has run out. */
export async function insertChallenge(
  tx: Transaction<Database>,
  row: ChallengeRow,
  now: number,
): Promise<void> {
  await tx.deleteFrom('challenge').where('expires_at', '<', now).execute()
  await tx.insertInto('challenge').values(row).execute()
}

/** The challenge while it has not run out, or null. */
export async function findChallenge(
  db: Reader,
  wanted: { idHash: string; purpose: string; now: number },
): Promise<ChallengeRow | null> {
  const row = await db
    .selectFrom('challenge')
    .selectAll()
    .where('id_hash', '=', wanted.idHash)
    .where('purpose', '=', wanted.purpose)
    .where('expires_at', '>', wanted.now)
    .executeTakeFirst()
  return row ?? null
}

export async function countChallengeTry(tx: Transaction<Database>, idHash: string): Promise<void> {
  await tx
    .updateTable('challenge')
    .set((at) => ({ tries: at('tries', '+', 1) }))
    .where('id_hash', '=', idHash)
    .execute()
}

/** Takes a challenge away: it counts once. Answers false when somebody else took it first. */
export async function deleteChallenge(tx: Transaction<Database>, idHash: string): Promise<boolean> {
  const result = await tx.deleteFrom('challenge').where('id_hash', '=', idHash).executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function deleteChallengesOf(tx: Transaction<Database>, personId: string): Promise<void> {
  await tx.deleteFrom('challenge').where('person_id', '=', personId).execute()
}

/** Takes all of a person's challenges away but the one to keep. */
export async function deleteOtherChallenges(
  tx: Transaction<Database>,
  personId: string,
  keep: string | null,
): Promise<void> {
  await tx
    .deleteFrom('challenge')
    .where('person_id', '=', personId)
    .where('id_hash', '!=', keep ?? '')
    .execute()
}
