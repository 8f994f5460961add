import { languages } from './languages.ts'

/**
 * Rules for single values, as pure functions: the cleaned text in, a sentence for the person or null out. They are used by the
 * schemas in the browser and on the server alike.
 */
export type FieldRule = (text: string) => string | null

/** Counts characters as the CA's documents speak of them ("32 chars"): code points, neither bytes nor UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/**
 * Removes what copying and pasting adds and nobody typed: blanks at both ends, direction marks and zero-width characters, and turns
 * typographic blanks and hyphens into plain ones. Line ends become LF.
 */
export function cleanLine(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
}

/** Free text keeps its typography; only the ends are trimmed and line ends made one. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** An address list as the CA reads it: commas, no blanks, each address once (compared without regard to case). */
export function cleanEmailList(text: string): string {
  const seen = new Set<string>()
  const kept: string[] = []
  for (const address of cleanLine(text).split(/[\s,;]+/)) {
    const key = address.toLowerCase()
    if (address === '' || seen.has(key)) continue
    seen.add(key)
    kept.push(address)
  }
  return kept.join(',')
}

export function tooLong(text: string, limit: number): string | null {
  const count = countCharacters(text)
  return count > limit
    ? `That is ${plain(count)} characters; the CA accepts ${plain(limit)} at the most.`
    : null
}

/** Half a character, as broken copying leaves behind, cannot be written in UTF-8; control characters are never meant. */
export function unwritable(text: string, allowLineBreaks: boolean): string | null {
  if (!text.isWellFormed()) return 'This has a broken character in it. Type it again.'
  const control = allowLineBreaks ? /(?![\n\t])\p{Cc}/u : /\p{Cc}/u
  return control.test(text) ? 'This has an invisible control character in it. Type it again.' : null
}

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

export const emailRule: FieldRule = (text) => {
  if (/[\s,;]/.test(text)) return 'Enter one e-mail address only, without blanks.'
  const at = text.lastIndexOf('@')
  if (at < 1 || at === text.length - 1) return 'Enter an e-mail address, such as name@example.com.'
  const domain = text.slice(at + 1).split('.')
  if (/[^\u0021-\u007E]/.test(text))
    return 'Use plain letters in the e-mail address. A domain with other letters is written with “xn--”.'
  const sane =
    at <= 64 && local.test(text.slice(0, at)) && domain.length > 1 && domain.every((one) => label.test(one))
  return sane ? null : 'This is not a complete e-mail address. It should look like name@example.com.'
}

export const emailListRule: FieldRule = (text) => {
  for (const address of text.split(',')) {
    const sentence = countCharacters(address) > 255 ? 'It has more than 255 characters.' : emailRule(address)
    if (sentence !== null) return `“${shorten(address)}”: ${sentence}`
  }
  return null
}

export const phoneRule: FieldRule = (text) => {
  if (!/^\+?[0-9().\- ]+$/.test(text))
    return 'Use digits, blanks and + ( ) - . only. A plus sign stands first.'
  const digits = text.replace(/[^0-9]/g, '').length
  if (digits < 5) return 'This has too few digits for a phone number.'
  return digits > 18 ? 'This has too many digits for a phone number.' : null
}

export const extensionRule: FieldRule = (text) =>
  /^[0-9]{1,5}$/.test(text) ? null : 'An extension has one to five digits and nothing else.'

export const languageRule: FieldRule = (text) =>
  languages.some(({ value }) => value === text)
    ? null
    : `Choose one of the CA’s languages: ${languages.map(({ value }) => value).join(', ')}.`

export const wholeNumberRule: FieldRule = (text) =>
  /^[0-9]{1,19}$/.test(text) ? null : 'Use digits only, 19 at the most.'

export const templateRule: FieldRule = (text) =>
  /^[1-9][0-9]{0,8}$/.test(text) ? null : 'A template number is a whole number above zero.'

export const callTimeRule: FieldRule = (text) =>
  callTimeMs(text) === null
    ? 'Enter a real date and time in UTC as year-month-day hour:minute, such as 2026-11-23 14:30.'
    : null

/** `2026-03-29 14:30` (UTC) in milliseconds since the epoch, or null when it is not a real minute. */
export function callTimeMs(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/.exec(text)
  if (match === null) return null
  const time = Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:00.000Z`)
  // Writing it back catches 31 June and 24:00, which parsers roll over.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 16).replace('T', ' ') !== text
    ? null
    : time
}

const plain = (count: number): string => count.toLocaleString('en')

const shorten = (text: string): string => (text.length > 60 ? `${[...text].slice(0, 60).join('')}…` : text)
