import type { OperationAbout } from '#lib/ca/operation.ts'
import type { FieldError, Receipt } from '#lib/desk/receipt.ts'
import { utcMs } from '#lib/time/speak-time.ts'
import { isZone } from '#lib/time/zones.ts'
import type { Values } from './values.ts'

/** What the form holds when an attempt is done once more: what it sent, its ticket and its reason. `zone` is the customer's, or empty. */
export function valuesAgain(about: OperationAbout, receipt: Receipt, zone: string): Values {
  const { input, ticket, reason } = receipt
  const values: Values = { ticket: ticket?.id ?? '', ticketSystem: ticket?.system ?? '' }
  // Elsewhere a reason was given for going past the duplicate guard, which is asked for anew.
  if (about.contactChange) values.reason = reason ?? ''
  for (const { name, control } of about.fields) {
    values[name] = input[name] ?? ''
    if (control === 'callback-time') Object.assign(values, callOn(input[name] ?? '', zone))
    if (control === 'dcv-address') values.dcvChoice = values[name] === '' ? 'same' : 'other'
  }
  return values
}

/** Where a time comes twice the person is asked again which one is meant. */
function callOn(utc: string, zone: string): Values {
  const ms = utcMs(utc)
  if (ms === null) return {}
  const callZone = isZone(zone) ? zone : 'UTC'
  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: callZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const [callDate = '', callTime = ''] = wall.format(ms).split(' ')
  return { callZone, callDate, callTime, callWhich: '' }
}

/** The field that the CA named, with the CA's words for it; null when it named none that this form has. */
export function faultOf(about: OperationAbout, receipt: Receipt): FieldError | null {
  const { field, message, explanation } = receipt
  if (field === null || !about.fields.some(({ name }) => name === field)) return null
  return { field, message: message === null ? explanation : `The CA’s words: ${message}` }
}
