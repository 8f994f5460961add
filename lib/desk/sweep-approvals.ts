import 'server-only'
import { expiredApprovals, unfinishedApprovals } from '#lib/store/approvals.ts'
import type { Desk } from './desk.ts'
import { closeApproved, keepDecision } from './keep-approval.ts'

const program = { kind: 'program', id: 'sweep', name: 'Unstuck' } as const

/**
 * Marks what has run out, and lets wait again what was approved by a server that died before it sent anything. Sends nothing. Answers how
 * many have run out.
 */
export async function sweepApprovals(desk: Desk): Promise<number> {
  const { db, write } = desk.store
  const left = await unfinishedApprovals(db, desk.now() - desk.limits.attemptDeadline)
  for (const row of left) await closeApproved(desk, row, row.decided_at ?? 0, null)
  let expired = 0
  for (const row of await expiredApprovals(db, desk.now(), 500)) {
    const decision = { at: desk.now(), decision: 'expired', decider: null, note: null } as const
    if (await write((tx) => keepDecision(tx, row, decision, program))) expired += 1
  }
  return expired
}
