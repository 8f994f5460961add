import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { ApprovalTable } from './schema-people.ts'
import type { Database } from './schema.ts'

export type ApprovalRow = Selectable<ApprovalTable>
type Reader = Kysely<Database> | Transaction<Database>

export async function insertApproval(tx: Transaction<Database>, row: ApprovalRow): Promise<void> {
  await tx.insertInto('approval').values(row).execute()
}

export async function findApproval(db: Reader, id: string): Promise<ApprovalRow | null> {
  return (await db.selectFrom('approval').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** Whose requests are asked for: of these accounts; and, where they may decide none, of this person alone. */
export interface OpenApprovalsOf {
  readonly accountIds: readonly string[]
  readonly requester: { readonly kind: string; readonly id: string } | null
}

/** Those that nobody has decided and that have not run out, the oldest first. */
export async function openApprovals(
  db: Reader,
  { accountIds, requester }: OpenApprovalsOf,
  now: number,
  limit: number,
): Promise<ApprovalRow[]> {
  // PostgreSQL takes no empty list.
  if (accountIds.length === 0) return []
  const open = db
    .selectFrom('approval')
    .selectAll()
    .where('decided_at', 'is', null)
    .where('expires_at', '>', now)
    .where('account_id', 'in', accountIds)
    .orderBy('requested_at')
    .limit(limit)
  if (requester === null) return open.execute()
  return open.where('requester_id', '=', requester.id).where('requester_kind', '=', requester.kind).execute()
}

/** Those that have run out and are not marked so yet. */
export async function expiredApprovals(db: Reader, now: number, limit: number): Promise<ApprovalRow[]> {
  return db
    .selectFrom('approval')
    .selectAll()
    .where('decided_at', 'is', null)
    .where('expires_at', '<=', now)
    .limit(limit)
    .execute()
}

/** Approved before a time, and not known what came of it: the server died in between. */
export async function unfinishedApprovals(db: Reader, before: number): Promise<ApprovalRow[]> {
  return db
    .selectFrom('approval')
    .selectAll()
    .where('decision', '=', 'approved')
    .where('attempt_key', 'is', null)
    .where('decided_at', '<', before)
    .limit(100)
    .execute()
}

export async function approvalsOfOrder(
  db: Reader,
  order: string,
  accountIds: readonly string[],
  limit: number,
): Promise<ApprovalRow[]> {
  // PostgreSQL takes no empty list.
  if (accountIds.length === 0) return []
  return db
    .selectFrom('approval')
    .selectAll()
    .where('order_number', '=', order)
    .where('account_id', 'in', accountIds)
    .orderBy('requested_at', 'desc')
    .limit(limit)
    .execute()
}

/** How many requests somebody made after a time, and when the first of them came. */
export async function countRequestsSince(
  db: Reader,
  requester: { readonly kind: string; readonly id: string },
  since: number,
): Promise<{ readonly count: number; readonly oldest: number | null }> {
  const found = await db
    .selectFrom('approval')
    .select((of) => [
      of.fn.countAll<number>().as('count'),
      of.fn.min<number | null>('requested_at').as('oldest'),
    ])
    .where('requester_id', '=', requester.id)
    .where('requester_kind', '=', requester.kind)
    .where('requested_at', '>', since)
    .executeTakeFirstOrThrow()
  return { count: Number(found.count), oldest: found.oldest }
}

export interface Decision {
  readonly at: number
  readonly decision: 'approved' | 'declined' | 'withdrawn' | 'expired'
  readonly decider: { readonly id: string; readonly name: string } | null
  readonly note: string | null
}

/** Decides an open one. Answers false when somebody decided it first. */
export async function decideApproval(
  tx: Transaction<Database>,
  id: string,
  made: Decision,
): Promise<boolean> {
  const result = await tx
    .updateTable('approval')
    .set({
      decided_at: made.at,
      decision: made.decision,
      decider_id: made.decider?.id ?? null,
      decider_name: made.decider?.name ?? null,
      note: made.note,
    })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Takes an approval back whose sending was stopped before anything left, so that it can be approved again. Answers false when that very
 * approval, known by its time, is no longer the one that stands: another server took it back first.
 */
export async function reopenApproval(
  tx: Transaction<Database>,
  id: string,
  decidedAt: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('approval')
    .set({ decided_at: null, decision: null, decider_id: null, decider_name: null, note: null })
    .where('id', '=', id)
    .where('decision', '=', 'approved')
    .where('decided_at', '=', decidedAt)
    .where('attempt_key', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function noteAttempt(tx: Transaction<Database>, id: string, attempt: string): Promise<void> {
  await tx.updateTable('approval').set({ attempt_key: attempt }).where('id', '=', id).execute()
}
