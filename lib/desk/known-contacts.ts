import type { InputField, OperationId } from '#lib/ca/operation.ts'
import type { LabelledAttempt } from '#lib/store/attempts.ts'
import type { KnownContact, OrderView } from './views.ts'

/** The contacts that accepted attempts of this desk named last, from attempts of one order with one account, newest first. */
export function knownContacts(rows: readonly LabelledAttempt[]): OrderView['known'] {
  return {
    phone: known(rows, 'replace-callback-phone', 'phoneNumber'),
    callbackEmail: known(rows, 'switch-callback-to-email', 'emailAddress'),
    clickThroughEmail: known(rows, 'replace-click-through-email', 'adminEmailAddress'),
    dcvEmail: known(rows, 'resend-dcv-email', 'dcvEmailAddress'),
  }
}

function known(
  rows: readonly LabelledAttempt[],
  operation: OperationId,
  field: InputField,
): KnownContact | null {
  for (const row of rows) {
    if (row.outcome_kind !== 'done' && row.outcome_kind !== 'passed-on') continue
    if (row.operation !== operation) continue
    const value = (JSON.parse(row.input) as Partial<Record<InputField, string>>)[field]
    if (value !== undefined) return { value, at: row.intended_at }
  }
  return null
}
