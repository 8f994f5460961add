import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

type Reader = Kysely<Database> | Transaction<Database>

/** A session counts while it began and was seen after these times (epoch milliseconds). */
export interface SessionBounds {
  readonly createdAfter: number
  readonly seenAfter: number
}

/** When each person was last seen in a session that is still remembered, by person. */
export async function lastSeenByPerson(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('session')
    .select((at) => ['person_id', at.fn.max('seen_at').as('seen')])
    .groupBy('person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, Number(row.seen)]))
}

/** How many sessions each person has open, by person. */
export async function openSessionsByPerson(
  db: Reader,
  { createdAfter, seenAfter }: SessionBounds,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('session')
    .select((at) => ['person_id', at.fn.countAll<number>().as('open')])
    .where('ended_at', 'is', null)
    .where('created_at', '>', createdAfter)
    .where('seen_at', '>', seenAfter)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, Number(row.open)]))
}

export interface OpenSession {
  readonly id_hash: string
  readonly device: string | null
  readonly created_at: number
  readonly seen_at: number
}

/** A person's open sessions, the last seen first. */
export async function openSessionsOf(
  db: Reader,
  personId: string,
  { createdAfter, seenAfter }: SessionBounds,
): Promise<OpenSession[]> {
  return db
    .selectFrom('session')
    .select(['id_hash', 'device', 'created_at', 'seen_at'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('created_at', '>', createdAfter)
    .where('seen_at', '>', seenAfter)
    .orderBy('seen_at', 'desc')
    .execute()
}

/** Everybody who has set up an authenticator app or a passkey. */
export async function secondFactorHolders(db: Reader): Promise<ReadonlySet<string>> {
  const [apps, passkeys] = await Promise.all([
    db.selectFrom('totp').select('person_id').where('confirmed_at', 'is not', null).execute(),
    db.selectFrom('passkey').select('person_id').distinct().execute(),
  ])
  return new Set([...apps, ...passkeys].map((row) => row.person_id))
}
