import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { checkNotPast } from '#lib/ca/inputs.ts'
import type { Input, OperationAbout } from '#lib/ca/operation.ts'
import type { AccountRow } from '#lib/store/accounts.ts'
import {
  countAttemptsSince,
  findAttempt,
  findEarlier,
  insertAttempt,
  type AttemptRow,
  type LabelledAttempt,
} from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Database } from '#lib/store/schema.ts'
import type { Desk } from './desk.ts'
import * as notSent from './not-sent.ts'
import { lineOf, ticketOf } from './receipt-of.ts'
import { readRules } from './rules.ts'
import type { Actor, Performed, Ticket } from './receipt.ts'
import { isStopping, workBegan, workEnded } from './stopping.ts'
import { isStillAllowed } from './still-allowed.ts'
import { findUsableAccount } from './usable-accounts.ts'

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
  readonly approvedBy?: { readonly id: string; readonly name: string } | null
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

    // Only now: a repeat of what was sent gets its receipt from a stopping server too.
    if (isStopping()) return stopped(notSent.stopping())

    // Only now: a repeat of a booking gets its receipt even when the time has since passed.
    const past = checkTime(intent.input, now)
    if (past !== null) return stopped(notSent.badInput([{ field: 'preferredTimeUTC', message: past }]))

    const account = await findUsableAccount(tx, intent.actor, intent.account.id)
    if (account === null) return stopped(notSent.unknownAccount('The account is not known here.'))
    if (account.held_at !== null) {
      return stopped(notSent.onHold({ label: account.label, reason: account.hold_reason ?? '' }))
    }

    const coolDown = (await readRules(tx)).coolDowns[intent.about.id]
    const earlier = await findEarlier(tx, {
      operation: intent.about.id,
      order: intent.order,
      accountId: account.id,
      since: now - (coolDown === undefined ? desk.limits.duplicateWindow : coolDown * minute),
    })
    // What is still under way cannot be gone past: its outcome is what the person needs to know first.
    if (earlier !== null && (!intent.override || earlier.settled_at === null)) {
      return stopped(notSent.duplicate(duplicateOf(earlier)))
    }

    const wait = await secondsToWait(tx, desk, intent.actor, now)
    if (wait > 0) return stopped(notSent.throttled(wait))

    const row = rowOf(desk, intent, now)
    await insertAttempt(tx, row)
    await appendEvent(tx, {
      at: now,
      kind: 'attempt.intended',
      actor: intent.actor,
      accountId: account.id,
      order: intent.order,
      operation: intent.about.id,
      attempt: intent.key,
      ticket: intent.ticket,
      body: {
        contentHash: intent.contentHash,
        override: intent.override,
        past: earlier?.key ?? null,
        approvedBy: intent.approvedBy?.id ?? null,
      },
      personal: { input: intent.input, reason: intent.reason },
    })
    return { is: 'admitted', row }
  })
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

function duplicateOf(earlier: LabelledAttempt) {
  const line = lineOf(earlier)
  return {
    attempt: line.attempt,
    actor: line.actor,
    at: line.at,
    ticket: ticketOf(earlier),
    kind: line.kind,
    title: line.kind === null ? null : line.title,
  }
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
