import 'server-only'
import type { Outcome } from '#lib/ca/outcome.ts'
import { log } from '#lib/log.ts'
import { openAttempts, settleAttempt, type AttemptRow } from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import { deadInstances } from '#lib/store/instances.ts'
import type { Desk } from './desk.ts'

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
  const lost = open.filter((row) => dead.has(row.instance_id) || desk.now() > row.deadline_at)
  let closed = 0
  for (const row of lost) if (await close(desk, row)) closed += 1
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
      kind: lostOutcome.kind,
      outcome: JSON.stringify(lostOutcome),
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
      outcomeKind: lostOutcome.kind,
      ticket: row.ticket_id === null ? null : { id: row.ticket_id, system: row.ticket_system ?? '' },
      body: { instance: row.instance_id, deadlineAt: row.deadline_at },
    })
    return true
  })
}

const lostOutcome: Outcome = {
  kind: 'unknown',
  title: 'Sent or not: this desk stopped before an answer was read',
  explanation:
    'The desk wrote down that it was about to send this, and then stopped. The CA may have received it and acted on it, or it may never have left.',
  nextStep:
    'Find out from the CA or the customer whether it was carried out, then record what you found on this attempt. Nothing is sent again by itself.',
  actsNext: 'you',
  code: null,
  status: null,
  field: null,
  message: null,
  source: null,
  confidence: null,
}
