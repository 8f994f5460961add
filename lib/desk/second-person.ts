import 'server-only'
import { log } from '#lib/log.ts'
import { countRequestsSince, findApproval, insertApproval } from '#lib/store/approvals.ts'
import { findAttempt } from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Intent } from './admit.ts'
import type { Desk } from './desk.ts'
import * as notSent from './not-sent.ts'
import type { Stopped } from './receipt.ts'
import { readRules } from './rules.ts'
import { isStillAllowed } from './still-allowed.ts'

const hour = 3_600_000
const minute = 60_000

/**
 * Where the rules demand a second person for contact changes: writes the request down in place of sending, once for each key, and says
 * that it waits. Null lets the attempt go on. Never throws.
 */
export async function secondPerson(desk: Desk, intent: Intent): Promise<Stopped | null> {
  if (!intent.about.contactChange || intent.approvedBy != null) return null
  try {
    const { secondPerson: isDemanded, approvalHours } = await readRules(desk.store.db)
    // A repeat of what was sent before the rule came gets its receipt.
    if (!isDemanded || (await findAttempt(desk.store.db, intent.key)) !== null) return null
    // The request's own guards speak first where they can: nobody should approve what cannot be sent.
    if (intent.account.held_at !== null)
      return notSent.onHold({ label: intent.account.label, reason: intent.account.hold_reason ?? '' })
    return await request(desk, intent, approvalHours)
  } catch (error) {
    log.error({ err: error, attempt: intent.key }, 'a request for approval could not be written')
    return notSent.historyUnavailable()
  }
}

function request(desk: Desk, intent: Intent, hours: number): Promise<Stopped> {
  return desk.store.write(async (tx) => {
    if (!(await isStillAllowed(tx, intent.actor))) return notSent.disabled()
    const known = await findApproval(tx, intent.key)
    if (known !== null) {
      const isSame =
        known.content_hash === intent.contentHash &&
        known.requester_id === intent.actor.id &&
        (known.override_at !== null) === intent.override
      return isSame ? notSent.waitsForApproval(hours) : notSent.keyReused()
    }
    const at = desk.now()
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
    return notSent.waitsForApproval(hours)
  })
}
