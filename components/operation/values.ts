import type { OperationAbout } from '#lib/ca/operation.ts'
import type { FieldError } from '#lib/desk/receipt.ts'
import type { OperationCall } from '#lib/desk/views.ts'
import { guessedZone, type Place } from '#lib/time/country-zones.ts'

/** Everything the form holds, as typed. Names that are no parameter of the CA belong to a control and stay in the browser. */
export type Values = Record<string, string>

export const reasonNeeded = 'Say why the contact changes, such as who asked for it and how you checked.'
export const overrideReasonNeeded = 'Say why it has to be sent again.'

/** Short names that links use, beside the CA's parameter names. */
const shortNames: Readonly<Record<string, string>> = {
  language: 'lang',
  extensionNumber: 'ext',
  dcvTemplateID: 'template',
}

export interface Prefilled {
  readonly prefill: Readonly<Record<string, string>>
  readonly ticket: string
  readonly ticketSystem: string
  /** The account's named DCV templates. Another one is left out, because the form could not show it. */
  readonly templates: readonly { readonly id: number }[]
  /** Where the customer's known number is from. */
  readonly phonePlace?: Place | null
}

/** What an untouched form holds. Every name is present, so that a field is never without a value. */
export function startingValues(about: OperationAbout, link: Prefilled): Values {
  const { prefill, ticket, ticketSystem, templates, phonePlace } = link
  const values: Values = { ticket, ticketSystem, reason: '' }
  for (const field of about.fields) {
    values[field.name] = prefill[field.name] ?? prefill[shortNames[field.name] ?? ''] ?? ''
    if (field.control === 'callback-time') {
      const callZone = prefill.tz || guessedZone(phonePlace) || ''
      Object.assign(values, { callDate: '', callTime: '', callWhich: '', callZone })
    }
    if (field.control === 'dcv-address') {
      const dcvChoice = values[field.name] === '' ? 'same' : 'other'
      Object.assign(values, { dcvChoice, dcvDomain: '', dcvDomainTyped: '' })
    }
    if (field.control === 'dcv-template' && !templates.some(({ id }) => String(id) === values[field.name]))
      values[field.name] = ''
  }
  return values
}

/** Only what the operation takes, by the CA's parameter names. */
export function inputOf(about: OperationAbout, values: Values): Record<string, string> {
  return Object.fromEntries(about.fields.map(({ name }) => [name, values[name] ?? '']))
}

export interface Addressed {
  readonly about: OperationAbout
  readonly order: string
  readonly account: { readonly id: string }
  readonly key: string
}

export function callOf(
  { about, order, account, key }: Addressed,
  values: Values,
  { override = false, asksOnly = false } = {},
): OperationCall {
  return {
    operation: about.id,
    order,
    account: account.id,
    key,
    ticket: (values.ticket ?? '').trim(),
    ticketSystem: (values.ticketSystem ?? '').trim(),
    input: inputOf(about, values),
    reason: (values.reason ?? '').trim(),
    override,
    asksOnly,
  }
}

/** The name under which the form shows an error: a planned call has no single field of its own. */
export function shownAt(field: string): string {
  return field === 'preferredTimeUTC' ? 'callTime' : field
}

export const idOf = (name: string): string => `field-${shownAt(name)}`

/** Errors in the order in which the form asks, and those that no field of it can show. */
export function inFormOrder(about: OperationAbout, errors: readonly FieldError[]) {
  const order = [
    ...about.fields.flatMap(({ name, control }) =>
      control === 'callback-time' ? ['callZone', 'callDate', 'callTime', 'callWhich'] : [name],
    ),
    'reason',
    'ticket',
    'ticketSystem',
  ]
  const shown = errors.map((error) => ({ ...error, field: shownAt(error.field) }))
  return {
    fields: shown
      .filter((error) => order.includes(error.field))
      .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field)),
    others: shown.filter((error) => !order.includes(error.field)),
  }
}

/** A fresh attempt key. `crypto.randomUUID` is missing on plain HTTP, where a desk on a local network may live. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
