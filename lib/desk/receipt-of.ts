import 'server-only'
import type { OperationId } from '#lib/ca/operation.ts'
import type { Outcome } from '#lib/ca/outcome.ts'
import { operationAbout } from '#lib/ca/catalogue.ts'
import type { LabelledAttempt } from '#lib/store/attempts.ts'
import type { Receipt, Resolution, Ticket } from './receipt.ts'
import type { AttemptLine } from './views.ts'

/** What a settled attempt is shown as. Null while it is still under way. */
export function receiptOf(row: LabelledAttempt, repeated = false): Receipt | null {
  if (row.outcome === null) return null
  const outcome = JSON.parse(row.outcome) as Outcome
  return {
    ...outcome,
    attempt: row.key,
    operation: row.operation as OperationId,
    order: row.order_number,
    account: { id: row.account_id, label: row.account_label },
    ticket: ticketOf(row),
    at: row.intended_at,
    actor: { id: row.actor_id, name: row.actor_name },
    input: JSON.parse(row.input) as Receipt['input'],
    reason: row.reason,
    raw: row.raw,
    repeated,
    masked: typeof row.masked_at === 'number',
    resolution: resolutionOf(row),
  }
}

/** An attempt as one line of a list. */
export function lineOf(row: LabelledAttempt): AttemptLine {
  const outcome = row.outcome === null ? null : (JSON.parse(row.outcome) as Outcome)
  return {
    attempt: row.key,
    operation: row.operation as OperationId,
    order: row.order_number,
    account: { id: row.account_id, label: row.account_label },
    ticket: ticketOf(row),
    at: row.intended_at,
    actor: row.actor_name,
    kind: outcome?.kind ?? null,
    title: outcome?.title ?? `${operationAbout(row.operation)?.title ?? row.operation}: waiting for the CA`,
    resolution: resolutionOf(row),
  }
}

export function ticketOf(row: { ticket_id: string | null; ticket_system: string | null }): Ticket | null {
  return row.ticket_id === null ? null : { id: row.ticket_id, system: row.ticket_system ?? '' }
}

function resolutionOf(row: LabelledAttempt): Resolution | null {
  return row.resolution === null ? null : (JSON.parse(row.resolution) as Resolution)
}
