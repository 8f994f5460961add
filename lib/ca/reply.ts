import { decodeText } from './bytes.ts'
import { readForm } from './form-encoding.ts'

/** What the CA wrote, as far as its two forms go; nothing is judged yet. */
export interface Reply {
  readonly readable: true
  /** URL-encoded pairs, or the one or two lines of the S/MIME endpoints. Every endpoint may use either. */
  readonly form: 'pairs' | 'lines'
  readonly errorCode: number
  readonly status: number | null
  readonly errorMessage: string | null
  /** The text for `status`. */
  readonly description: string | null
  /** The request parameter at fault, as the CA named it. */
  readonly errorItem: string | null
}

export interface Unreadable {
  readonly readable: false
  readonly why: 'empty' | 'html' | 'contradiction' | 'no-protocol'
}

/**
 * Reads a whole reply body. Tolerant of how things are written (case of names, escapes, blanks, line ends, charset, a byte order mark)
 * and strict about what they say: a code that is not a plain whole number, or is given twice with different values, makes the reply
 * unreadable, so that it can never count as done. Never throws.
 *
 * @see endpoints' README.md for the CA documents that define the two forms
 */
export function readReply(bytes: Uint8Array, contentType: string | null): Reply | Unreadable {
  const binary = readBinary(bytes)
  if (typeof binary !== 'string') return binary
  return readLines(binary, contentType) ?? readPairs(binary, contentType)
}

/** A body as text of one character for each byte: structure is ASCII, and the values are decoded one by one. */
export function readBinary(bytes: Uint8Array): string | Unreadable {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const binary = Buffer.from(hasMark ? bytes.subarray(3) : bytes)
    .toString('latin1')
    .trim()
  if (binary === '') return unreadable('empty')
  return /^<|<(!doctype|html|head|body)\b/i.test(binary) ? unreadable('html') : binary
}

/** First line the code, the rest the message; a zero stands alone. Null when it is not this form. */
function readLines(binary: string, contentType: string | null): Reply | Unreadable | null {
  const [first = '', ...rest] = binary.split(/\r\n|\n|\r/).map((line) => line.trim())
  const errorCode = wholeNumber(first)
  if (errorCode === null) return null
  const text = rest.filter((line) => line !== '').join(' ')
  // The document allows a second line below zero only. Whatever says more than a bare zero does not plainly say zero.
  if (errorCode >= 0 && text !== '') return unreadable('no-protocol')
  const errorMessage = tidy(decodeText(Buffer.from(text, 'latin1'), contentType))
  return {
    readable: true,
    form: 'lines',
    errorCode,
    status: null,
    errorMessage,
    description: null,
    errorItem: null,
  }
}

function readPairs(binary: string, contentType: string | null): Reply | Unreadable {
  const pairs = readForm(binary, contentType)
  const valuesOf = (name: string) => pairs.filter((pair) => pair[0] === name).map((pair) => pair[1].trim())

  const codes = valuesOf('errorcode')
  const errorCode = wholeNumber(codes[0] ?? '')
  if (codes.length === 0) return unreadable('no-protocol')
  if (new Set(codes).size > 1) return unreadable('contradiction')
  if (errorCode === null) return unreadable('no-protocol')

  const statuses = valuesOf('status')
  if (new Set(statuses).size > 1) return unreadable('contradiction')
  const status = wholeNumber(statuses[0] ?? '')
  // A refusal stays a refusal, however its other parts are written; an acceptance has to be faultless.
  if (errorCode >= 0) {
    if (status === null && (statuses[0] ?? '') !== '') return unreadable('no-protocol')
    if (pairs.some(([name]) => !/^[a-z][a-z0-9_.-]*$/.test(name))) return unreadable('no-protocol')
  }
  const text = (name: string) => tidy([...new Set(valuesOf(name))].join(' · '))
  const [errorMessage, description, errorItem] = [
    text('errormessage'),
    text('description'),
    text('erroritem'),
  ]
  return { readable: true, form: 'pairs', errorCode, status, errorMessage, description, errorItem }
}

/** `0`, `-16` and nothing like `-0`, `007`, `0x0`, `1e0`, `0.0` or an empty text. */
export function wholeNumber(text: string): number | null {
  return /^(0|-?[1-9][0-9]{0,8})$/.test(text) ? Number(text) : null
}

/** The CA's words on one line, without invisible characters, capped at 2,000 UTF-16 units; null when nothing is left. */
export function tidy(text: string): string | null {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 2000)
    .toWellFormed()
  return line === '' ? null : line
}

export const unreadable = (why: Unreadable['why']): Unreadable => ({ readable: false, why })
