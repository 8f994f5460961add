import { checkNotPast, checkOrderNumber, parseInput } from '#lib/ca/inputs.ts'
import type { Input, InputField, OperationAbout } from '#lib/ca/operation.ts'
import type { FieldError } from '#lib/desk/receipt.ts'
import { findZone, isZone } from '#lib/time/zones.ts'
import { speakPhone } from './phone.ts'
import { inputOf, reasonNeeded, type Values } from './values.ts'

export type Examined =
  /** `values` travel to the server as they are; `input` is how they will be read there. */
  | { readonly ok: true; readonly values: Values; readonly input: Input }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * Reads what was typed as the server will: the same schema, and before it what only the form knows (the customer's zone, the way a
 * number is written). Loaded when somebody starts to type, so that looking at an order does not pay for it.
 */
export async function examine(
  about: OperationAbout,
  order: string,
  typed: Values,
  now: number,
): Promise<Examined> {
  const values = { ...typed }
  const errors: FieldError[] = []
  for (const { name, control } of about.fields) {
    if (control === 'callback-time') errors.push(...(await planCall(values, now)))
    if (control === 'dcv-address') errors.push(...chooseAddress(values, name))
    if (control === 'phone') values[name] = await writtenOut(values[name] ?? '')
  }
  const parsed = parseInput(about.id, inputOf(about, values))
  if (!parsed.ok) errors.push(...parsed.errors.filter((error) => isNews(error, errors)))
  const wrongOrder = checkOrderNumber(about.id, order)
  if (wrongOrder !== null) errors.push({ field: 'order', message: wrongOrder })
  errors.push(...reasonErrors(about, values), ...ticketErrors(values))
  return parsed.ok && errors.length === 0 ? { ok: true, values, input: parsed.input } : { ok: false, errors }
}

/** An address from the CA’s list is the choice itself, so that what was typed by hand stays where it is. */
function chooseAddress(values: Values, name: InputField): FieldError[] {
  const { dcvChoice = 'other' } = values
  if (dcvChoice === 'same') values[name] = ''
  else if (dcvChoice !== 'other') values[name] = dcvChoice
  else if (!values[name]?.trim())
    return [{ field: name, message: 'Enter the e-mail address, or choose the one used last time.' }]
  return []
}

/** One sentence for each field; an unplanned call is said at the date or the time, not again as a missing value. */
function isNews({ field }: FieldError, said: readonly FieldError[]): boolean {
  if (field === 'preferredTimeUTC') return !said.some((error) => error.field.startsWith('call'))
  return !said.some((error) => error.field === field)
}

async function planCall(values: Values, now: number): Promise<FieldError[]> {
  const { callDate = '', callTime = '', callWhich = '' } = values
  // Enter sends the form before the zone's field is left, which is when a city becomes a zone.
  const callZone = asZone(values.callZone ?? '')
  values.callZone = callZone
  const errors: FieldError[] = []
  if (callZone.trim() === '') errors.push({ field: 'callZone', message: 'Choose the customer’s time zone.' })
  else if (!isZone(callZone)) errors.push(invalid.zone)
  if (callDate === '') errors.push({ field: 'callDate', message: 'Choose the date of the call.' })
  if (callTime === '') errors.push({ field: 'callTime', message: 'Choose the time of the call.' })
  if (errors.length > 0) return errors

  const { resolveLocal } = await import('#lib/time/callback-time.ts')
  const resolved = resolveLocal(callDate, callTime, callZone)
  const at = (field: string, message: string) => [{ field, message }]
  if (resolved.is === 'invalid') return [invalid[resolved.which]]
  if (resolved.is === 'missing')
    return at('callTime', 'The clocks go forward over this time, so it does not exist. Choose another.')
  if (resolved.is === 'twice' && callWhich !== 'earlier' && callWhich !== 'later') {
    return at('callWhich', 'The clocks go back and this time comes twice. Choose which one.')
  }
  const utc = resolved.is === 'ok' ? resolved.utc : resolved[callWhich === 'later' ? 'later' : 'earlier'].utc
  values.preferredTimeUTC = utc
  const past = checkNotPast(utc, now)
  return past === null ? [] : at('callTime', past)
}

const asZone = (typed: string) => (isZone(typed) ? typed : (findZone(typed) ?? typed))

const invalid = {
  zone: { field: 'callZone', message: 'Choose a time zone from the list, such as Europe/Berlin.' },
  date: { field: 'callDate', message: 'Enter a date that exists.' },
  time: { field: 'callTime', message: 'Enter a time such as 14:30.' },
} as const

/** When the library does not load the number goes out as typed: its spelling is a comfort, not a condition. */
async function writtenOut(typed: string): Promise<string> {
  if (typed.trim() === '') return ''
  try {
    return (await speakPhone(typed)).sent
  } catch {
    return typed
  }
}

function reasonErrors(about: OperationAbout, values: Values): FieldError[] {
  const reason = (values.reason ?? '').trim()
  if (reason.length > 1000) return [{ field: 'reason', message: 'Shorten the reason to 1,000 characters.' }]
  return about.contactChange && reason === '' ? [{ field: 'reason', message: reasonNeeded }] : []
}

function ticketErrors({ ticket = '', ticketSystem = '' }: Values): FieldError[] {
  if (ticket.trim().length > 100)
    return [{ field: 'ticket', message: 'Shorten the ticket reference to 100 characters.' }]
  if (ticketSystem.trim().length > 40)
    return [{ field: 'ticketSystem', message: 'Shorten the name of the system to 40 characters.' }]
  if (ticketSystem.trim() !== '' && ticket.trim() === '')
    return [{ field: 'ticket', message: 'Enter the ticket too, or leave both empty.' }]
  return []
}
