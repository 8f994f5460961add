import 'server-only'
import { atLeast } from '#lib/auth/roles.ts'
import { logRefused } from '#lib/auth/security-log.ts'
import { operationAbout } from '#lib/ca/catalogue.ts'
import { findApproval, type ApprovalRow, type Decision } from '#lib/store/approvals.ts'
import type { Desk } from './desk.ts'
import { closeApproved, keepDecision } from './keep-approval.ts'
import { performOperation } from './perform-operation.ts'
import { ticketOf } from './receipt-of.ts'
import type { Actor, FieldError, Performed } from './receipt.ts'
import { requesterOf } from './requester-of.ts'
import { isStillAllowed } from './still-allowed.ts'
import { findUsableAccount } from './usable-accounts.ts'

export type Decided =
  | { readonly ok: true; readonly performed: Performed | null }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

export interface WantedDecision {
  readonly actor: Actor
  readonly approval: string
  readonly note: string
}

/**
 * A second person agrees to a contact change, which is then sent once, as the attempt of whoever asked for it. Managers and above, never
 * the requester, on every server one of those who press. When a guard stops it before anything leaves, it waits again. Errors are
 * fields: `approval`, `note`.
 */
export async function approveChange(desk: Desk, wanted: WantedDecision): Promise<Decided> {
  const decided = await decide(desk, wanted, 'approved')
  if (!decided.ok) return decided
  const { row, at, requester } = decided
  const performed = await performOperation(desk, {
    actor: requester,
    operation: row.operation,
    order: row.order_number,
    account: row.account_id,
    key: row.id,
    ticket: ticketOf(row),
    input: JSON.parse(row.input) as Record<string, string>,
    reason: row.reason,
    override: row.override_at !== null,
    approvedBy: { id: wanted.actor.id, at },
  })
  await closeApproved(desk, row, at, performed)
  return { ok: true, performed }
}

/** A second person says no, with a reason for whoever asked. Errors are fields: `approval`, `note`. */
export async function declineChange(desk: Desk, wanted: WantedDecision): Promise<Decided> {
  if (wanted.note.trim() === '') return failed('note', 'Say why, for whoever asked for it.')
  const decided = await decide(desk, wanted, 'declined')
  return decided.ok ? { ok: true, performed: null } : decided
}

/** Whoever asked takes their request back. Errors are fields: `approval`. */
export async function withdrawChange(desk: Desk, wanted: WantedDecision): Promise<Decided> {
  const decided = await decide(desk, wanted, 'withdrawn')
  return decided.ok ? { ok: true, performed: null } : decided
}

const runOut = 'It has run out. It has to be asked for anew.'

const failed = (field: string, message: string) => ({ ok: false, errors: [{ field, message }] }) as const

type Made =
  /** `row` as it was before, and `at` when it was decided. */
  | { readonly ok: true; readonly row: ApprovalRow; readonly at: number; readonly requester: Actor }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

function decide(
  desk: Desk,
  wanted: WantedDecision,
  decision: 'approved' | 'declined' | 'withdrawn',
): Promise<Made> {
  const { actor, approval } = wanted
  const words = wanted.note.trim()
  if (words.length > 1000) return Promise.resolve(failed('note', 'Shorten the note to 1,000 characters.'))
  return desk.store.write(async (tx): Promise<Made> => {
    const now = desk.now()
    const row = await findApproval(tx, approval)
    if (row === null || (await findUsableAccount(tx, actor, row.account_id)) === null)
      return failed('approval', 'There is no such request.')
    if (!(await isStillAllowed(tx, actor))) return failed('approval', 'Your access was ended.')
    const problem = row.decided_at !== null ? decidedAlready(row) : mayDecide(actor, row, decision, now)
    if (problem !== null) {
      if (row.decided_at === null && now < row.expires_at) logRefused(actor, 'decide about a change')
      return failed('approval', problem)
    }
    const requester = await requesterOf(tx, row)
    if (requester === null && decision === 'approved')
      return failed(
        'approval',
        'Whoever asked for it has lost the role or the access that it needs. Decline it, and ask for it anew.',
      )
    const decider = { id: actor.id, name: actor.name }
    await keepDecision(tx, row, { at: now, decision, decider, note: words || null }, actor)
    return { ok: true, row, at: now, requester: requester ?? actor }
  })
}

/** Why this actor may not decide this request in this way, in words; null when they may. */
export function mayDecide(
  actor: Actor,
  row: ApprovalRow,
  decision: Decision['decision'],
  now: number,
): string | null {
  const isOwn = actor.kind === row.requester_kind && actor.id === row.requester_id
  if (decision === 'withdrawn') return isOwn ? null : 'Only whoever asked for it may withdraw it.'
  if (actor.kind !== 'person') return 'Only a person may decide this.'
  if (isOwn) return 'Somebody else has to decide this: you asked for it.'
  const needed = operationAbout(row.operation)?.role ?? 'manager'
  if (!atLeast(actor.role, 'manager') || !atLeast(actor.role, needed))
    return `Deciding this needs the role ${needed} or higher.`
  return now >= row.expires_at ? runOut : null
}

const decidedAlready = ({ decision, decider_name }: ApprovalRow) =>
  decision === 'expired'
    ? runOut
    : `It was ${decision} already${decider_name === null ? '' : ` by ${decider_name}`}. Reload the page.`
