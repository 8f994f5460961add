import 'server-only'
import type { Transaction } from 'kysely'
import { parseRole, atLeast } from '#lib/auth/roles.ts'
import { operationAbout } from '#lib/ca/catalogue.ts'
import { log } from '#lib/log.ts'
import {
  decideApproval,
  findApproval,
  noteAttempt,
  reopenApproval,
  undecidedApprovals,
  unfinishedApprovals,
  type ApprovalRow,
  type Decision,
} from '#lib/store/approvals.ts'
import { findAttempt } from '#lib/store/attempts.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { findPerson } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { findTokenById } from '#lib/store/tokens.ts'
import type { Desk } from './desk.ts'
import { performOperation } from './perform-operation.ts'
import { ticketOf } from './receipt-of.ts'
import type { Actor, FieldError, Performed, Scopes } from './receipt.ts'
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
    approvedBy: { id: wanted.actor.id, name: wanted.actor.name },
  })
  await close(desk, row, at, performed)
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

/**
 * Marks what has run out, and lets wait again what was approved by a server that died before it sent anything. Sends nothing. Answers how
 * many have run out.
 */
export async function sweepApprovals(desk: Desk): Promise<number> {
  const left = await unfinishedApprovals(desk.store.db, desk.now() - desk.limits.attemptDeadline)
  for (const row of left) await close(desk, row, row.decided_at ?? 0, null)
  const open = await undecidedApprovals(desk.store.db, 500)
  const over = open.filter((row) => row.expires_at <= desk.now())
  const program = { kind: 'program', id: 'sweep', name: 'Unstuck' } as const
  let expired = 0
  for (const row of over) {
    await desk.store.write(async (tx) => {
      if (await note(tx, row, { at: desk.now(), decision: 'expired', decider: null, note: null }, program))
        expired += 1
    })
  }
  return expired
}

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
    if (problem !== null) return failed('approval', problem)
    const requester = await requesterOf(tx, row)
    if (requester === null && decision === 'approved')
      return failed(
        'approval',
        'Whoever asked for it has no access any more. Decline it, and ask for it anew.',
      )
    const decider = { id: actor.id, name: actor.name }
    await note(tx, row, { at: now, decision, decider, note: words || null }, actor)
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
  return now >= row.expires_at ? 'It has run out. It has to be asked for anew.' : null
}

const decidedAlready = ({ decision, decider_name }: ApprovalRow) =>
  `It was ${decision} already${decider_name === null ? '' : ` by ${decider_name}`}. Reload the page.`

/** Whoever asked, as they are today. Null when their access has ended. */
async function requesterOf(tx: Transaction<Database>, row: ApprovalRow): Promise<Actor | null> {
  if (row.requester_kind === 'token') {
    const token = await findTokenById(tx, row.requester_id)
    const role = parseRole(token?.role ?? '')
    if (token === null || role === null) return null
    const scopes = token.scopes === null ? {} : { scopes: JSON.parse(token.scopes) as Scopes }
    const actor: Actor = { kind: 'token', id: token.id, name: token.name, role, ...scopes }
    return (await isStillAllowed(tx, actor)) ? actor : null
  }
  const person = await findPerson(tx, row.requester_id)
  const role = parseRole(person?.role ?? '')
  if (person === null || person.disabled_at !== null || role === null) return null
  return { kind: 'person', id: person.id, name: person.name, role }
}

async function note(
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

/** Keeps which attempt the approval of that time led to; what a guard stopped waits again, since nothing has left. */
async function close(
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
