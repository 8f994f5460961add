import { checkOrderNumber } from '#lib/ca/inputs.ts'

export type ReadOrderNumber =
  { readonly ok: true; readonly order: string } | { readonly ok: false; readonly message: string }

/** What a person pasted as an order number: blanks and a leading # are dropped before it is checked. */
export function readOrderNumber(typed: string): ReadOrderNumber {
  const order = typed.replaceAll(/\s+/g, '').replace(/^#+/, '')
  // A path segment of dots alone would climb out of /orders/.
  const message = /^\.+$/.test(order)
    ? 'Enter the order number as the CA gave it.'
    : checkOrderNumber(null, order)
  return message === null ? { ok: true, order } : { ok: false, message }
}
