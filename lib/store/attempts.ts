import 'server-only'
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { AttemptTable, Database } from './schema.ts'

/** `masked_at` is there once it was read. */
export type AttemptRow = Omit<Selectable<AttemptTable>, 'masked_at'> & { masked_at?: number | null }

/** An attempt with the label of its account: what every screen shows. */
export type LabelledAttempt = AttemptRow & { account_label: string }

type Reader = Kysely<Database> | Transaction<Database>

/** The accounts whose attempts are asked for; null for all. In the query, so that a limit counts only what the reader may see. */
type OfAccounts = readonly string[] | null

const labelled = (db: Reader, accountIds: OfAccounts = null) => {
  const query = db
    .selectFrom('attempt')
    .innerJoin('account', 'account.id', 'attempt.account_id')
    .selectAll('attempt')
    .select('account.label as account_label')
  if (accountIds === null) return query
  // PostgreSQL takes no empty list.
  if (accountIds.length === 0) return query.where(sql<boolean>`1 = 0`)
  return query.where('attempt.account_id', 'in', accountIds)
}

export async function findAttempt(db: Reader, key: string): Promise<LabelledAttempt | null> {
  return (await labelled(db).where('attempt.key', '=', key).executeTakeFirst()) ?? null
}

export async function insertAttempt(tx: Transaction<Database>, row: AttemptRow): Promise<void> {
  await tx.insertInto('attempt').values(row).execute()
}

/**
 * The newest attempt that a repeat would double: same operation, order and account, within the cool-down, under way, or unknown and not
 * resolved. One that was refused or never left did nothing in the world and stands in nobody's way.
 */
export async function findEarlier(
  db: Reader,
  same: { operation: string; order: string; accountId: string; since: number },
): Promise<LabelledAttempt | null> {
  // Bound as it is, it could decide whether a partial index fits, and SQLite would prepare the statement anew at every run.
  const operation = sql<string>`cast(${same.operation} as text)`
  const row = await labelled(db)
    .where('attempt.operation', '=', operation)
    .where('attempt.order_number', '=', same.order)
    .where('attempt.account_id', '=', same.accountId)
    .where((at) =>
      at.or([
        at.and([
          at('attempt.intended_at', '>=', same.since),
          at('attempt.outcome_kind', 'not in', ['refused', 'not-sent']),
        ]),
        at('attempt.settled_at', 'is', null),
        // Until somebody has found out what it did, sending again may do it twice, however long ago it was.
        at.and([at('attempt.outcome_kind', '=', 'unknown'), at('attempt.resolved_at', 'is', null)]),
      ]),
    )
    .orderBy('attempt.intended_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** How many attempts an actor began since a time, and when the oldest of them was. */
export async function countAttemptsSince(
  db: Reader,
  actor: { kind: string; id: string },
  since: number,
): Promise<{ count: number; oldest: number | null }> {
  const row = await db
    .selectFrom('attempt')
    .select((at) => [at.fn.countAll<number>().as('count'), at.fn.min('intended_at').as('oldest')])
    .where('actor_id', '=', actor.id)
    .where('actor_kind', '=', actor.kind)
    .where('intended_at', '>=', since)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), oldest: row.oldest === null ? null : Number(row.oldest) }
}

/**
 * Settles an attempt that is open, or that a sweep called unknown while its server was still waiting and nobody has resolved since.
 * Answers whether it did.
 */
export async function settleAttempt(
  tx: Transaction<Database>,
  key: string,
  settled: { at: number; kind: string; outcome: string; raw: string | null },
): Promise<boolean> {
  const result = await tx
    .updateTable('attempt')
    .set({ settled_at: settled.at, outcome_kind: settled.kind, outcome: settled.outcome, raw: settled.raw })
    .where('key', '=', key)
    .where('resolved_at', 'is', null)
    .where((at) => at.or([at('settled_at', 'is', null), at('outcome_kind', '=', 'unknown')]))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function markResolved(
  tx: Transaction<Database>,
  key: string,
  resolved: { at: number; resolution: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('attempt')
    .set({ resolved_at: resolved.at, resolution: resolved.resolution })
    .where('key', '=', key)
    .where('outcome_kind', '=', 'unknown')
    .where('resolved_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Attempts with an intent and no settlement. Few at any time: as many as calls are under way. */
export async function openAttempts(db: Reader): Promise<AttemptRow[]> {
  return db.selectFrom('attempt').selectAll().where('settled_at', 'is', null).execute()
}

export async function attemptsOfOrder(
  db: Reader,
  order: string,
  limit: number,
  accountIds: OfAccounts,
): Promise<LabelledAttempt[]> {
  return labelled(db, accountIds)
    .where('attempt.order_number', '=', order)
    .orderBy('attempt.intended_at', 'desc')
    .limit(limit)
    .execute()
}

/**
 * The attempts on an order with one account that the CA took on, or may have, newest first. Without the refused ones, of which a program may
 * have made thousands.
 */
export async function attemptsTaken(
  db: Reader,
  of: { order: string; accountId: string },
  limit: number,
): Promise<LabelledAttempt[]> {
  return labelled(db)
    .where('attempt.order_number', '=', of.order)
    .where('attempt.account_id', '=', of.accountId)
    .where('attempt.outcome_kind', 'in', ['done', 'passed-on', 'unknown'])
    .orderBy('attempt.intended_at', 'desc')
    .limit(limit)
    .execute()
}

export async function unresolvedUnknowns(
  db: Reader,
  limit: number,
  accountIds: OfAccounts,
): Promise<LabelledAttempt[]> {
  return labelled(db, accountIds)
    .where('attempt.outcome_kind', '=', 'unknown')
    .where('attempt.resolved_at', 'is', null)
    .orderBy('attempt.intended_at', 'asc')
    .limit(limit)
    .execute()
}

export async function recentAttempts(
  db: Reader,
  limit: number,
  accountIds: OfAccounts,
): Promise<LabelledAttempt[]> {
  return labelled(db, accountIds).orderBy('attempt.intended_at', 'desc').limit(limit).execute()
}

export async function recentAttemptsOf(
  db: Reader,
  actor: { kind: string; id: string },
  limit: number,
  accountIds: OfAccounts,
): Promise<LabelledAttempt[]> {
  return labelled(db, accountIds)
    .where('attempt.actor_id', '=', actor.id)
    .where('attempt.actor_kind', '=', actor.kind)
    .orderBy('attempt.intended_at', 'desc')
    .limit(limit)
    .execute()
}

/**
 * Calls that the CA booked for us since a time, or that a person resolved, and that are to come on one of some days (`2026-11-21`, in UTC),
 * newest booking first. The day is looked for in the input's text, so that the limit does not count the calls of other days.
 */
export async function bookedCalls(
  db: Reader,
  { since, days }: { since: number; days: readonly string[] },
  limit: number,
  accountIds: OfAccounts,
): Promise<LabelledAttempt[]> {
  return labelled(db, accountIds)
    .where('attempt.operation', '=', 'schedule-callback')
    .where((at) =>
      at.or([at('attempt.outcome_kind', '=', 'done'), at('attempt.resolved_at', 'is not', null)]),
    )
    .where('attempt.intended_at', '>=', since)
    .where((at) => at.or(days.map((day) => at('attempt.input', 'like', `%"preferredTimeUTC":"${day} %`))))
    .orderBy('attempt.intended_at', 'desc')
    .limit(limit)
    .execute()
}
