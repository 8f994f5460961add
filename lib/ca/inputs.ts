import * as z from 'zod/mini'
import { resendSmimeCollectionEmailInput } from './endpoints/resend-collection-email-smime/input.ts'
import { resendDcvEmailInput } from './endpoints/resend-dcv-email/input.ts'
import { resendSmimeInvitationEmailInput } from './endpoints/resend-invitation-email-smime/input.ts'
import { resendSmimeVerificationEmailInput } from './endpoints/resend-verification-email-smime/input.ts'
import * as clickThrough from './endpoints/update-user-ev-click-through/input.ts'
import * as callback from './endpoints/update-user-ov-callback/input.ts'
import { callTimeMs, countCharacters, unwritable } from './field-rules.ts'
import type { InputSchema } from './field-schemas.ts'
import type { Input, OperationId } from './operation.ts'

/** A strict schema for every operation's input; client-safe and usable as a form's resolver. Empty optional values come out absent. */
export const inputSchemas: Readonly<Record<OperationId, InputSchema>> = {
  'schedule-callback': callback.scheduleCallbackInput,
  'request-manual-callback': callback.requestManualCallbackInput,
  'replace-callback-phone': callback.replaceCallbackPhoneInput,
  'switch-callback-to-email': callback.switchCallbackToEmailInput,
  'resend-callback-email': callback.resendCallbackEmailInput,
  'resend-click-through-email': clickThrough.resendClickThroughEmailInput,
  'replace-click-through-email': clickThrough.replaceClickThroughEmailInput,
  'resend-dcv-email': resendDcvEmailInput,
  'resend-smime-collection-email': resendSmimeCollectionEmailInput,
  'resend-smime-verification-email': resendSmimeVerificationEmailInput,
  'resend-smime-invitation-email': resendSmimeInvitationEmailInput,
}

export interface InputError {
  /** A field of the input, or the unknown name that was sent. */
  readonly field: string
  readonly message: string
}

export type ParsedInput =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly errors: readonly InputError[] }

/** Cleans and checks raw values against the operation's schema. Never throws; at most one sentence for each field. */
export function parseInput(id: OperationId, raw: Readonly<Record<string, string>>): ParsedInput {
  const result = z.safeParse(inputSchemas[id], raw)
  if (result.success) return { ok: true, input: result.data }
  const errors = new Map<string, string>()
  for (const issue of result.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.') || 'input']
    for (const name of names) if (!errors.has(name)) errors.set(name, issue.message)
  }
  return { ok: false, errors: [...errors].map(([field, message]) => ({ field, message })) }
}

/**
 * Checks an order number: 1 to 128 characters, no blanks or control characters; digits only where the CA's document says "integer"
 * (ResendDCVEmail). Answers with a sentence for the person, or null when it is fine.
 */
export function checkOrderNumber(id: OperationId | null, order: string): string | null {
  if (order === '') return 'Enter the order number.'
  if (countCharacters(order) > 128) return 'An order number has 128 characters at the most.'
  if (/\s/.test(order)) return 'An order number has no blanks in it.'
  const broken = unwritable(order, false)
  if (broken !== null) return broken
  if (id !== 'resend-dcv-email') return null
  if (!/^[0-9]+$/.test(order)) return 'For this operation the order number has digits only.'
  // To the CA an integer with zeros in front is the same order; to the duplicate guard it would be another.
  return order.startsWith('0') ? 'Leave out the zeros in front of the order number.' : null
}

/**
 * Says so when a call time (`2026-03-29 14:30`, UTC) lies in the past at `nowMs` (milliseconds since the epoch); null when it does not,
 * or when it is no time at all, which the schema reports. The minute under way counts as past: nobody can be called in it any more.
 */
export function checkNotPast(preferredTimeUTC: string, nowMs: number): string | null {
  const time = callTimeMs(preferredTimeUTC)
  return time !== null && time <= nowMs ? 'This time has already passed. Choose a later one.' : null
}
