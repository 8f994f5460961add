import 'server-only'
import type { Transaction } from 'kysely'
import { findEarlier, type LabelledAttempt } from '#lib/store/attempts.ts'
import type { Database } from '#lib/store/schema.ts'
import type { Intent } from './admit.ts'
import type { Desk } from './desk.ts'
import * as notSent from './not-sent.ts'
import { lineOf, ticketOf } from './receipt-of.ts'
import type { Stopped } from './receipt.ts'
import { readRules } from './rules.ts'
import { findUsableAccount } from './usable-accounts.ts'

const minute = 60_000

/** `past` is the key of an earlier attempt that it goes past with a reason, or null. */
export type Passed =
  { readonly ok: true; readonly past: string | null } | { readonly ok: false; readonly stopped: Stopped }

/**
 * What stands in the way of an attempt that would be sent now, or that a second person would be asked about: its account, a hold, a duplicate.
 * `seenUntil` is when somebody chose to go past the duplicate guard, in epoch milliseconds: what was sent since they have not seen. Null
 * is now.
 */
export async function passGuards(
  tx: Transaction<Database>,
  desk: Desk,
  intent: Intent,
  seenUntil: number | null,
): Promise<Passed> {
  const stop = (stopped: Stopped): Passed => ({ ok: false, stopped })
  const account = await findUsableAccount(tx, intent.actor, intent.account.id)
  if (account === null) return stop(notSent.unknownAccount('The account is not known here.'))
  if (account.held_at !== null)
    return stop(notSent.onHold({ label: account.label, reason: account.hold_reason ?? '' }))

  const coolDown = (await readRules(tx)).coolDowns[intent.about.id]
  const earlier = await findEarlier(tx, {
    operation: intent.about.id,
    order: intent.order,
    accountId: account.id,
    since: desk.now() - (coolDown === undefined ? desk.limits.duplicateWindow : coolDown * minute),
  })
  if (earlier === null) return { ok: true, past: null }
  const isSeen = intent.override && (seenUntil === null || earlier.intended_at <= seenUntil)
  // What is still under way cannot be gone past: its outcome is what the person needs to know first.
  if (!isSeen || earlier.settled_at === null) return stop(notSent.duplicate(duplicateOf(earlier)))
  return { ok: true, past: earlier.key }
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
