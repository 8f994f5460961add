import 'server-only'
import type { InputField, OperationId } from '#lib/ca/operation.ts'
import type { LabelledAttempt } from '#lib/store/attempts.ts'
import { receiptOf } from './receipt-of.ts'
import type { Receipt } from './receipt.ts'
import type { KnownContact, OrderView } from './views.ts'
import { wasTaken } from './was-taken.ts'

/** The contacts that accepted attempts of this desk named last, from attempts on one order with one account, newest first. */
export function knownContacts(rows: readonly LabelledAttempt[]): OrderView['known'] {
  const accepted = rows.flatMap((row) => receiptOf(row) ?? []).filter(wasTaken)
  return {
    phone: known(accepted, 'replace-callback-phone', 'phoneNumber'),
    callbackEmail: known(accepted, 'switch-callback-to-email', 'emailAddress'),
    clickThroughEmail: known(accepted, 'replace-click-through-email', 'adminEmailAddress'),
    dcvEmail: known(accepted, 'resend-dcv-email', 'dcvEmailAddress'),
  }
}

function known(receipts: readonly Receipt[], operation: OperationId, field: InputField): KnownContact | null {
  for (const { operation: of, input, at } of receipts) {
    const value = of === operation ? input[field] : undefined
    if (value !== undefined) return { value, at }
  }
  return null
}
