import 'server-only'
import type { FieldError } from '#lib/desk/receipt.ts'

/** What a change of people, accounts or tokens comes to. Expected failures are values. */
export type Changed<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly errors: readonly FieldError[] }

export function failed(
  field: string,
  message: string,
): { readonly ok: false; readonly errors: readonly FieldError[] } {
  return { ok: false, errors: [{ field, message }] }
}

/** A name that people will read in lists and in the history: one line, not too long. */
export function checkName(text: string, most = 80): string | null {
  if (text.trim() === '') return 'Enter a name.'
  if (text !== text.trim()) return 'Remove the spaces at the beginning and the end.'
  if (/\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u.test(text)) return 'Use letters, digits and signs on one line.'
  return text.length > most ? `Shorten this to ${most} characters.` : null
}
