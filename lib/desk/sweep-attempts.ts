import 'server-only'
import { failureOutcome } from '#lib/ca/failure.ts'
import { log } from '#lib/log.ts'
import { openAttempts, settleAttempt, type AttemptRow } from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import { deadInstances } from '#lib/store/instances.ts'
import type { Desk } from './desk.ts'

const lost = failureOutcome('interrupted')
const program = { kind: 'program', id: 'sweep', name: 'Unstuck' } as const

/**
 * Turns attempts whose server died, or that are past their deadline, into *unknown*. Sends nothing. Runs at start and now and then, so that
 * what one instance left open another closes. Answers how many it closed.
 */
export async function sweepAttempts(desk: Desk): Promise<number> {
  const open = await openAttempts(desk.store.db)
  if (open.length === 0) return 0
  const dead = await deadInstances(
    desk.store.db,
    open.map((row) => row.instance_id),
  )
  const left = open.filter((row) => dead.has(row.instance_id) || desk.now() > row.deadline_at)
  let closed = 0
  for (const row of left) if (await close(desk, row)) closed += 1
  if (closed > 0) log.warn({ closed }, 'attempts without an outcome were swept to unknown')
  return closed
}

function close(desk: Desk, row: AttemptRow): Promise<boolean> {
  return desk.store.write(async (tx) => {
    const at = desk.now()
    const still = await tx
      .selectFrom('attempt')
      .select('key')
      .where('key', '=', row.key)
      .where('settled_at', 'is', null)
      .executeTakeFirst()
    if (still === undefined) return false
    await settleAttempt(tx, row.key, {
      at,
      kind: lost.kind,
      outcome: JSON.stringify(lost),
      raw: null,
    })
    await appendEvent(tx, {
      at,
      kind: 'attempt.swept',
      actor: program,
      accountId: row.account_id,
      order: row.order_number,
      operation: row.operation,
      attempt: row.key,
      outcomeKind: lost.kind,
      ticket: row.ticket_id === null ? null : { id: row.ticket_id, system: row.ticket_system ?? '' },
      body: { instance: row.instance_id, deadlineAt: row.deadline_at },
    })
    return true
  })
}
