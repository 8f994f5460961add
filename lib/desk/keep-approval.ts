import 'server-only'
import type { Transaction } from 'kysely'
import { log } from '#lib/log.ts'
import {
  decideApproval,
  noteAttempt,
  reopenApproval,
  type ApprovalRow,
  type Decision,
} from '#lib/store/approvals.ts'
import { findAttempt } from '#lib/store/attempts.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import type { Database } from '#lib/store/schema.ts'
import type { Desk } from './desk.ts'
import { ticketOf } from './receipt-of.ts'
import type { Performed } from './receipt.ts'

/** Writes a decision and its event down, for the first that comes. Answers false when somebody decided before. */
export async function keepDecision(
  tx: Transaction<Database>,
  row: ApprovalRow,
  decision: Decision,
  actor: EventActor,
): Promise<boolean> {
  if (!(await decideApproval(tx, row.id, decision))) return false
  await appendEvent(tx, {
    at: decision.at,
    kind: `approval.${decision.decision}`,
    actor,
    accountId: row.account_id,
    order: row.order_number,
    operation: row.operation,
    ticket: ticketOf(row),
    body: { approval: row.id, requester: row.requester_id, contentHash: row.content_hash },
    personal: decision.note === null ? null : { note: decision.note },
  })
  return true
}

/** Keeps which attempt the approval of that time led to; what a guard stopped waits again, since nothing has left. Never throws. */
export async function closeApproved(
  desk: Desk,
  row: ApprovalRow,
  decidedAt: number,
  performed: Performed | null,
): Promise<void> {
  try {
    await desk.store.write(async (tx) => {
      const attempt = await findAttempt(tx, row.id)
      if (attempt !== null) return noteAttempt(tx, row.id, attempt.key)
      if (!(await reopenApproval(tx, row.id, decidedAt))) return
      await appendEvent(tx, {
        at: desk.now(),
        kind: 'approval.reopened',
        actor: { kind: 'program', id: 'approval', name: 'Unstuck' },
        accountId: row.account_id,
        order: row.order_number,
        operation: row.operation,
        body: { approval: row.id, cause: performed?.is === 'not-sent' ? performed.notSent.cause : null },
      })
    })
  } catch (error) {
    log.error({ err: error, approval: row.id }, 'what became of an approval could not be written')
  }
}
