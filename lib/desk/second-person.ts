import 'server-only'
import { log } from '#lib/log.ts'
import { countRequestsSince, findApproval, insertApproval, type ApprovalRow } from '#lib/store/approvals.ts'
import { findAttempt } from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Intent } from './admit.ts'
import type { Desk } from './desk.ts'
import { passGuards } from './guards.ts'
import { approvedJustNow, nobodyToAsk, notApproved, waitsForApproval } from './not-sent-approval.ts'
import * as notSent from './not-sent.ts'
import type { Stopped } from './receipt.ts'
import { readRules } from './rules.ts'
import { isStillAllowed } from './still-allowed.ts'

const hour = 3_600_000
const minute = 60_000

/**
 * Where the rules demand a second person for contact changes: writes the request down in place of sending, once for each key, and says
 * that it waits, or what became of it. Null lets the attempt go on. Never throws.
 */
export async function secondPerson(desk: Desk, intent: Intent): Promise<Stopped | null> {
  if (!intent.about.contactChange || intent.approvedBy != null) return null
  const { db } = desk.store
  try {
    // A repeat of what was sent gets its receipt, whatever the rules are by now.
    if ((await findAttempt(db, intent.key)) !== null) return null
    const known = await findApproval(db, intent.key)
    if (known !== null) return withoutApproval(known, intent, desk.now())
    const { secondPerson: isDemanded, approvalHours } = await readRules(db)
    if (!isDemanded) return intent.asksOnly === true ? nobodyToAsk() : null
    return await request(desk, intent, approvalHours)
  } catch (error) {
    log.error({ err: error, attempt: intent.key }, 'a request for approval could not be written')
    return notSent.historyUnavailable()
  }
}

/**
 * What stands against sending under a key, given the request for approval that has it, if any: everything but the very approval with which
 * the attempt comes, as it stands now. So nothing is sent that was taken back or declined meanwhile, and nothing else under its key.
 */
export function withoutApproval(row: ApprovalRow | null, intent: Intent, now: number): Stopped | null {
  const by = intent.approvedBy ?? null
  if (row === null) return by === null ? null : notSent.keyReused()
  if (by !== null) {
    const stands = row.decision === 'approved' && row.decider_id === by.id && row.decided_at === by.at
    return stands ? null : stateOf(row, now)
  }
  const isSame =
    row.content_hash === intent.contentHash &&
    row.requester_id === intent.actor.id &&
    row.requester_kind === intent.actor.kind &&
    (row.override_at !== null) === intent.override
  return isSame ? stateOf(row, now) : notSent.keyReused()
}

function stateOf(row: ApprovalRow, now: number): Stopped {
  const { decision, decider_name: decider, note, expires_at } = row
  if (decision === 'approved') return approvedJustNow(decider)
  if (decision !== null || now >= expires_at) return notApproved({ decision, decider, note })
  return waitsForApproval(Math.ceil((expires_at - now) / hour))
}

function request(desk: Desk, intent: Intent, hours: number): Promise<Stopped> {
  return desk.store.write(async (tx) => {
    if (!(await isStillAllowed(tx, intent.actor))) return notSent.disabled()
    const at = desk.now()
    const known = withoutApproval(await findApproval(tx, intent.key), intent, at)
    if (known !== null) return known
    // Nobody should have to approve what cannot be sent.
    const passed = await passGuards(tx, desk, intent, null)
    if (!passed.ok) return passed.stopped
    const { actor, account, ticket } = intent
    // Nothing goes to the CA yet, but each request is a line for somebody to read.
    const { count, oldest } = await countRequestsSince(tx, actor, at - minute)
    if (count >= desk.limits.attemptsPerMinute)
      return notSent.throttled(Math.max(1, Math.ceil(((oldest ?? at) + minute - at) / 1000)))
    await insertApproval(tx, {
      id: intent.key,
      operation: intent.about.id,
      account_id: account.id,
      order_number: intent.order,
      ticket_id: ticket?.id ?? null,
      ticket_system: ticket?.system ?? null,
      content_hash: intent.contentHash,
      input: JSON.stringify(intent.input),
      reason: intent.reason ?? '',
      override_at: intent.override ? at : null,
      requester_kind: actor.kind,
      requester_id: actor.id,
      requester_name: actor.name,
      requested_at: at,
      expires_at: at + hours * hour,
      decided_at: null,
      decision: null,
      decider_id: null,
      decider_name: null,
      note: null,
      attempt_key: null,
    })
    await appendEvent(tx, {
      at,
      kind: 'approval.requested',
      actor,
      accountId: account.id,
      order: intent.order,
      operation: intent.about.id,
      ticket,
      body: { approval: intent.key, contentHash: intent.contentHash, override: intent.override },
      personal: { input: intent.input, reason: intent.reason },
    })
    return waitsForApproval(hours)
  })
}
