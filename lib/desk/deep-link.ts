import { isOperationId } from '#lib/ca/catalogue.ts'
import { checkOrderNumber } from '#lib/ca/inputs.ts'
import { languages } from '#lib/ca/languages.ts'

/**
 * Links from tickets. They only ever fill in a form, and they come from templates that may not have been rendered, so whatever is wrong with
 * one it still opens, and the page says what was ignored.
 */

export type IgnoredBecause =
  'placeholder' | 'empty' | 'repeated' | 'not-allowed' | 'invalid' | 'unknown-operation'

const carried = ['account', 'ticket', 'src', 'tz', 'lang', 'ext', 'template'] as const
type Carried = (typeof carried)[number]

/** A link never carries a contact or free text: whoever writes a link could otherwise choose who gets the e-mail. */
const neverCarried = new Set([
  'phone',
  'phonenumber',
  'email',
  'emailaddress',
  'adminemailaddress',
  'dcvemailaddress',
  'comments',
  'reason',
])

const aliases: Readonly<Record<string, string>> = {
  ordernumber: 'order',
  order_number: 'order',
  ticketid: 'ticket',
  ticket_id: 'ticket',
  source: 'src',
  language: 'lang',
  extension: 'ext',
  timezone: 'tz',
}

/** The clean address a deep link leads to. `operation` is the path segment, `query` the raw query string without its question mark. */
export function resolveDeepLink(operation: string, query: string): string {
  const ignored: string[] = []
  const values = readValues(query, ignored)
  const out = new URLSearchParams()
  for (const name of carried) {
    const value = values.get(name)
    if (value === undefined) continue
    if (isValid(name, value)) out.set(name, value)
    else ignored.push(`${name}:invalid`)
  }

  const order = cleanOrder(values.get('order'))
  if (order === null) {
    if (values.has('order')) ignored.push('order:invalid')
    else if (!ignored.some((entry) => entry.startsWith('order:'))) ignored.push('order:empty')
    return address('/', new URLSearchParams(), ignored)
  }
  const known = isOperationId(operation)
  if (!known && operation !== 'order') ignored.push('operation:unknown-operation')
  return address(`/orders/${encodeURIComponent(order)}${known ? `/${operation}` : ''}`, out, ignored)
}

function address(path: string, query: URLSearchParams, ignored: readonly string[]): string {
  if (ignored.length > 0) query.set('ignored', [...new Set(ignored)].join(','))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

function readValues(query: string, ignored: string[]): Map<string, string> {
  const found = new Map<string, string[]>()
  for (const [rawName, rawValue] of new URLSearchParams(repair(query))) {
    const name = canonicalName(rawName)
    found.set(name, [...(found.get(name) ?? []), clean(rawValue)])
  }
  const values = new Map<string, string>()
  for (const [name, given] of found) {
    const judged = judge(name, given)
    if (typeof judged === 'string') values.set(name, judged)
    else if (judged !== null) ignored.push(`${name}:${judged.because}`)
  }
  return values
}

/** Undoes what mail programs and templates do to a query: HTML-escaped separators, or a query encoded once too often. */
function repair(query: string): string {
  const unescaped = query.replaceAll('&amp;', '&')
  // Next writes a query that is one bare name with a `=` at its end.
  const bare = unescaped.replace(/=$/, '')
  if (bare.includes('=') || !/%3d/i.test(bare)) return unescaped
  try {
    return decodeURIComponent(bare)
  } catch {
    return unescaped
  }
}

function canonicalName(name: string): string {
  const lower = name.trim().toLowerCase().replace(/^amp;/, '')
  return aliases[lower] ?? lower
}

// oxlint-disable-next-line no-control-regex -- invisible and control characters are what it removes
const invisible = /[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

function clean(value: string): string {
  const once = value.replace(invisible, '').replaceAll('\u00a0', ' ').trim()
  if (!/%[0-9a-f]{2}/i.test(once)) return once
  try {
    return decodeURIComponent(once).replace(invisible, '').trim()
  } catch {
    return once
  }
}

function judge(name: string, given: readonly string[]): string | { because: IgnoredBecause } | null {
  if (neverCarried.has(name)) return { because: 'not-allowed' }
  if (name !== 'order' && !carried.some((known) => known === name)) return null
  const rendered = [...new Set(given.filter((value) => value !== '' && !isPlaceholder(value)))]
  if (rendered.length > 1) return { because: 'repeated' }
  const only = rendered[0]
  if (only !== undefined) return only
  return { because: given.some(isPlaceholder) ? 'placeholder' : 'empty' }
}

/** `{{ticket.id}}`, `{!Case.CaseNumber}`, `#{ticket.number}`, `${…}`, `[[…]]`, `<%= … %>`, `%ID%`: a template that nobody rendered. */
function isPlaceholder(value: string): boolean {
  return /[{}]|\[\[|<%|^%\w+%$/.test(value)
}

function cleanOrder(value: string | undefined): string | null {
  if (value === undefined) return null
  const order = value.replace(/\s+/g, '').replace(/^#/, '')
  // A path segment of dots alone would climb out of /orders/.
  return checkOrderNumber(null, order) === null && !/^\.+$/.test(order) ? order : null
}

function isValid(name: Carried, value: string): boolean {
  switch (name) {
    case 'tz':
      return isZone(value)
    case 'lang':
      return languages.some((language) => language.value === value.toLowerCase())
    case 'ext':
      return /^\d{1,5}$/.test(value)
    case 'src':
      return value.length <= 40
    default:
      return value.length <= 100
  }
}

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
