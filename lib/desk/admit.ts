import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { logTooOften } from '#lib/auth/security-log.ts'
import { checkNotPast } from '#lib/ca/inputs.ts'
import type { Input, OperationAbout } from '#lib/ca/operation.ts'
import type { AccountRow } from '#lib/store/accounts.ts'
import { findApproval } from '#lib/store/approvals.ts'
import {
  countAttemptsSince,
  findAttempt,
  insertAttempt,
  type AttemptRow,
  type LabelledAttempt,
} from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Database } from '#lib/store/schema.ts'
import type { Desk } from './desk.ts'
import { passGuards, type Passed } from './guards.ts'
import * as notSent from './not-sent.ts'
import type { Actor, Performed, Stopped, Ticket } from './receipt.ts'
import { withoutApproval } from './second-person.ts'
import { isStopping, workBegan, workEnded } from './stopping.ts'
import { isStillAllowed } from './still-allowed.ts'

/** Who agreed, and when in epoch milliseconds: by both together a fresh approval is told from one that was taken back. */
export interface Approver {
  readonly id: string
  readonly at: number
}

/** An attempt whose input and role have been checked and which now asks to be let through. */
export interface Intent {
  readonly actor: Actor
  readonly about: OperationAbout
  readonly order: string
  readonly account: AccountRow
  readonly key: string
  readonly ticket: Ticket | null
  readonly input: Input
  readonly reason: string | null
  readonly override: boolean
  readonly contentHash: string
  /** The second person, where one had to agree. */
  readonly approvedBy?: Approver | null
  readonly asksOnly?: boolean
}

export type Admitted =
  | { readonly is: 'admitted'; readonly row: AttemptRow }
  | { readonly is: 'seen' }
  | { readonly is: 'stopped'; readonly performed: Performed }

/** Tells a repeat of the same attempt from a key used with other content. */
export function contentHash(operation: string, order: string, accountId: string, input: Input): string {
  const fields = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([operation, order, accountId, fields]))
    .digest('hex')
}

/**
 * Lets an attempt through and records its intent, or says what stands in its way. One transaction that no other writer of any instance
 * can be inside of, so that two presses, two people or two servers end in one intent. Throws when the store fails: then nothing may be sent.
 */
export async function admit(desk: Desk, intent: Intent): Promise<Admitted> {
  // Before the first look, so that a server that is told to stop in between waits for this one. What is let through ends in `settle`.
  workBegan(intent.key)
  let isAdmitted = false
  try {
    const admitted = await decide(desk, intent)
    isAdmitted = admitted.is === 'admitted'
    return admitted
  } finally {
    if (!isAdmitted) workEnded(intent.key)
  }
}

function decide(desk: Desk, intent: Intent): Promise<Admitted> {
  return desk.store.write(async (tx) => {
    const now = desk.now()
    const stopped = (performed: Performed): Admitted => ({ is: 'stopped', performed })

    if (!(await isStillAllowed(tx, intent.actor))) return stopped(notSent.disabled())

    const first = await findAttempt(tx, intent.key)
    if (first !== null) return isSame(first, intent) ? { is: 'seen' } : stopped(notSent.keyReused())

    const passed = await guardNew(tx, desk, intent)
    if (!passed.ok) return stopped(passed.stopped)

    const row = rowOf(desk, intent, now)
    await insertAttempt(tx, row)
    await appendEvent(tx, {
      at: now,
      kind: 'attempt.intended',
      actor: intent.actor,
      accountId: intent.account.id,
      order: intent.order,
      operation: intent.about.id,
      attempt: intent.key,
      ticket: intent.ticket,
      body: {
        contentHash: intent.contentHash,
        override: intent.override,
        past: passed.past,
        approvedBy: intent.approvedBy?.id ?? null,
      },
      personal: { input: intent.input, reason: intent.reason },
    })
    return { is: 'admitted', row }
  })
}

/** Every guard of an attempt that is no repeat, in their order. Writes nothing, so what has to be read first may ask before it. */
export async function guardNew(tx: Transaction<Database>, desk: Desk, intent: Intent): Promise<Passed> {
  const now = desk.now()
  const stop = (stopped: Stopped): Passed => ({ ok: false, stopped })

  // A repeat of what was sent gets its receipt from a stopping server too, so the first look comes before this.
  if (isStopping()) return stop(notSent.stopping())

  // And a repeat of a booking even when the time has since passed.
  const past = checkTime(intent.input, now)
  if (past !== null) return stop(notSent.badInput([{ field: 'preferredTimeUTC', message: past }]))

  const approval = await findApproval(tx, intent.key)
  const unapproved = withoutApproval(approval, intent, now)
  if (unapproved !== null) return stop(unapproved)

  const passed = await passGuards(tx, desk, intent, approval?.override_at ?? null)
  if (!passed.ok) return passed

  const wait = await secondsToWait(tx, desk, intent.actor, now)
  return wait > 0 ? stop(notSent.throttled(wait)) : passed
}

function checkTime(input: Input, now: number): string | null {
  return input.preferredTimeUTC === undefined ? null : checkNotPast(input.preferredTimeUTC, now)
}

function isSame(first: LabelledAttempt, intent: Intent): boolean {
  return (
    first.content_hash === intent.contentHash &&
    first.actor_id === intent.actor.id &&
    first.actor_kind === intent.actor.kind
  )
}

const minute = 60_000

async function secondsToWait(
  tx: Transaction<Database>,
  desk: Desk,
  actor: Actor,
  now: number,
): Promise<number> {
  const { count, oldest } = await countAttemptsSince(tx, actor, now - minute)
  if (count < desk.limits.attemptsPerMinute || oldest === null) return 0
  logTooOften('attempts', actor)
  return Math.max(1, Math.ceil((oldest + minute - now) / 1000))
}

/** An attempt as it is written down before anything leaves. */
export function rowOf(desk: Desk, intent: Intent, now: number): AttemptRow {
  return {
    key: intent.key,
    operation: intent.about.id,
    account_id: intent.account.id,
    order_number: intent.order,
    ticket_id: intent.ticket?.id ?? null,
    ticket_system: intent.ticket?.system ?? null,
    actor_kind: intent.actor.kind,
    actor_id: intent.actor.id,
    actor_name: intent.actor.name,
    content_hash: intent.contentHash,
    input: JSON.stringify(intent.input),
    reason: intent.reason,
    instance_id: desk.instanceId,
    intended_at: now,
    deadline_at: now + desk.limits.attemptDeadline,
    settled_at: null,
    outcome_kind: null,
    outcome: null,
    raw: null,
    resolved_at: null,
    resolution: null,
  }
}
