import 'server-only'
import { atLeast } from '#lib/auth/roles.ts'
import { logRefused } from '#lib/auth/security-log.ts'
import { findAttempt, markResolved } from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Desk } from './desk.ts'
import { ticketOf } from './receipt-of.ts'
import { isStillAllowed } from './still-allowed.ts'
import { findUsableAccount } from './usable-accounts.ts'
import { findings, type Actor, type FieldError, type Finding, type Resolution } from './receipt.ts'

export type Resolved =
  | { readonly ok: true; readonly resolution: Resolution }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** May this person say what became of an unknown attempt? Agents their own, managers anybody's. */
export function mayResolve(actor: Actor, attempt: { actor_id: string; actor_kind: string }): boolean {
  if (!atLeast(actor.role, 'agent')) return false
  return (
    atLeast(actor.role, 'manager') || (attempt.actor_kind === actor.kind && attempt.actor_id === actor.id)
  )
}

/**
 * Records what a person found out about an attempt whose outcome is unknown. The outcome itself stays as it was: the finding stands beside
 * it. Errors are fields: `attempt`, `finding`, `note`.
 */
export async function resolveAttempt(
  desk: Desk,
  wanted: { actor: Actor; attempt: string; finding: string; note: string },
): Promise<Resolved> {
  const note = wanted.note.trim()
  const finding = findings.find((known) => known === wanted.finding)
  const errors: FieldError[] = []
  if (finding === undefined) errors.push({ field: 'finding', message: 'Choose what you found out.' })
  if (note === '') errors.push({ field: 'note', message: 'Say how you found out, such as who confirmed it.' })
  if (note.length > 1000) errors.push({ field: 'note', message: 'Shorten the note to 1,000 characters.' })
  if (finding === undefined || errors.length > 0) return { ok: false, errors }
  return write(desk, { ...wanted, finding, note })
}

function write(
  desk: Desk,
  wanted: { actor: Actor; attempt: string; finding: Finding; note: string },
): Promise<Resolved> {
  const failed = (message: string): Resolved => ({ ok: false, errors: [{ field: 'attempt', message }] })
  return desk.store.write(async (tx) => {
    const row = await findAttempt(tx, wanted.attempt)
    if (row === null) return failed('There is no such attempt.')
    if (!(await isStillAllowed(tx, wanted.actor))) return failed('Your access was ended.')
    if ((await findUsableAccount(tx, wanted.actor, row.account_id)) === null)
      return failed('There is no such attempt.')
    if (!mayResolve(wanted.actor, row)) {
      logRefused(wanted.actor, 'resolve an attempt')
      return failed('Only a manager may resolve somebody else’s attempt.')
    }
    const at = desk.now()
    const resolution: Resolution = { finding: wanted.finding, note: wanted.note, at, by: wanted.actor.name }
    const marked = await markResolved(tx, wanted.attempt, { at, resolution: JSON.stringify(resolution) })
    if (!marked)
      return failed('This attempt is not open: it has an outcome or was resolved already. Reload the page.')
    await appendEvent(tx, {
      at,
      kind: 'attempt.resolved',
      actor: wanted.actor,
      accountId: row.account_id,
      order: row.order_number,
      operation: row.operation,
      attempt: row.key,
      outcomeKind: row.outcome_kind ?? undefined,
      ticket: ticketOf(row),
      body: { finding: wanted.finding },
      personal: { note: wanted.note },
    })
    return { ok: true, resolution }
  })
}
