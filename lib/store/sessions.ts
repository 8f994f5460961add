import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database } from './schema.ts'
import type { SessionTable } from './schema-people.ts'

export type SessionRow = Selectable<SessionTable>
type Reader = Kysely<Database> | Transaction<Database>

/** A session with what is asked of its person at every request. */
export interface SessionOfPerson {
  readonly id_hash: string
  readonly created_at: number
  readonly seen_at: number
  readonly proved_at: number | null
  readonly person_id: string
  readonly email: string
  readonly name: string
  readonly role: string
}

/** The session while it has not been ended and its person is enabled. Its age is for the caller to judge. */
export async function findOpenSession(db: Reader, idHash: string): Promise<SessionOfPerson | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['session.id_hash', 'session.created_at', 'session.seen_at', 'session.proved_at'])
    .select(['session.person_id', 'person.email', 'person.name', 'person.role'])
    .where('session.id_hash', '=', idHash)
    .where('session.ended_at', 'is', null)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export async function insertSession(tx: Transaction<Database>, row: SessionRow): Promise<void> {
  await tx.insertInto('session').values(row).execute()
}

export async function markSessionSeen(db: Reader, idHash: string, at: number): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: at })
    .where('id_hash', '=', idHash)
    .where('seen_at', '<', at)
    .execute()
}

/** Its person has shown once more who they are. */
export async function markSessionProved(
  tx: Transaction<Database>,
  idHash: string,
  at: number,
): Promise<void> {
  await tx.updateTable('session').set({ proved_at: at }).where('id_hash', '=', idHash).execute()
}

/** Answers false when there was no such session, or it had ended. */
export async function markSessionEnded(
  tx: Transaction<Database>,
  idHash: string,
  at: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('id_hash', '=', idHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Ends one session if it is this person's. Answers false when there was no such session, or it had ended. */
export async function endSessionOf(
  tx: Transaction<Database>,
  { personId, session, at }: { personId: string; session: string; at: number },
): Promise<boolean> {
  const result = await tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('id_hash', '=', session)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Ends every session of a person but one. Answers how many there were. */
export async function endOtherSessionsOf(
  tx: Transaction<Database>,
  { personId, but, at }: { personId: string; but: string; at: number },
): Promise<number> {
  const result = await tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('id_hash', '!=', but)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Ends every session of a person. Answers how many there were. */
export async function endSessionsOf(
  tx: Transaction<Database>,
  personId: string,
  at: number,
): Promise<number> {
  const result = await tx
    .updateTable('session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Forgets sessions that began before a time; the history keeps who signed in and when. */
export async function forgetSessions(tx: Transaction<Database>, before: number): Promise<void> {
  await tx.deleteFrom('session').where('created_at', '<', before).execute()
}
