import { decodeText } from '../bytes.ts'
import { readForm } from '../form-encoding.ts'
import type { Redact } from '../redact.ts'
import { readBinary, tidy, unreadable, wholeNumber } from '../reply.ts'
import type { Unreadable } from '../reply.ts'

/** One value of a reply and the names that lead to it; pairs have one name, in lower case, JSON has the names and places of its tree. */
export interface Leaf {
  readonly path: readonly string[]
  readonly value: string
}

/** A reply's body as far as its form goes. Every text of the CA in it has gone through `redact`; nothing is judged yet. */
export interface Body {
  readonly readable: true
  readonly form: 'pairs' | 'lines' | 'json'
  readonly code: number
  readonly message: string | null
  readonly errorItem: string | null
  readonly leaves: readonly Leaf[]
  /** The lines after the code, as they stand; empty in the other two forms. */
  readonly lines: readonly string[]
}

/**
 * Reads the body of a read in any of the CA's three forms: URL-encoded pairs, a code and lines, JSON. As tolerant and as strict as
 * `readReply`: a code that is missing, no whole number, or given twice with different values makes it unreadable. Never throws.
 */
export function readBody(bytes: Uint8Array, contentType: string | null, redact: Redact): Body | Unreadable {
  const binary = readBinary(bytes)
  if (typeof binary !== 'string') return binary
  if (/^[{[]/.test(binary)) return readJson(binary, contentType, redact)
  return readLines(binary, contentType, redact) ?? readPairs(binary, contentType, redact)
}

function readLines(binary: string, contentType: string | null, redact: Redact): Body | null {
  const [first = '', ...rest] = binary.split(/\r\n|\n|\r/)
  const code = wholeNumber(first.trim())
  if (code === null) return null
  const lines = rest.map((line) => redact(decodeText(Buffer.from(line, 'latin1'), contentType)).trim())
  const pairs =
    code < 0 ? [] : rest.flatMap((line) => (line.includes('=') ? readForm(line, contentType) : []))
  return {
    readable: true,
    form: 'lines',
    code,
    message: code < 0 ? tidy(lines.join(' ')) : null,
    errorItem: null,
    leaves: pairs.map(([name, value]) => leafOf([name], value, redact)),
    lines: lines.filter((line) => line !== ''),
  }
}

function readPairs(binary: string, contentType: string | null, redact: Redact): Body | Unreadable {
  const pairs = readForm(binary, contentType)
  const code = oneCode(pairs.filter(([name]) => name === 'errorcode').map(([, value]) => value))
  if (typeof code !== 'number') return code
  // A refusal stays a refusal, however its other parts are written; what is believed beyond that has to be faultless.
  if (code >= 0 && pairs.some(([name]) => !/^[a-z0-9][a-z0-9_.-]*$/.test(name)))
    return unreadable('no-protocol')
  const leaves = pairs.map(([name, value]) => leafOf([name], value, redact))
  return bodyOf('pairs', code, leaves)
}

function readJson(binary: string, contentType: string | null, redact: Redact): Body | Unreadable {
  let tree: unknown
  try {
    tree = JSON.parse(decodeText(Buffer.from(binary, 'latin1'), contentType))
  } catch {
    return unreadable('no-protocol')
  }
  const leaves: Leaf[] = []
  collect(tree, [], redact, leaves)
  const code = oneCode(leaves.filter(isCode).map(({ value }) => value))
  return typeof code === 'number' ? bodyOf('json', code, leaves) : code
}

/** Which names the CA's JSON uses is in no document; `errorCode` is its name everywhere else, so nothing else is taken for a code. */
const isCode = ({ path }: Leaf): boolean => path.length === 1 && plainName(path[0] ?? '') === 'errorcode'

function bodyOf(form: 'pairs' | 'json', code: number, leaves: readonly Leaf[]): Body {
  const text = (name: string) => tidy([...new Set(valuesOf(leaves, name))].join(' · '))
  const [message, errorItem] = [text('errormessage'), text('erroritem')]
  return { readable: true, form, code, message, errorItem, leaves, lines: [] }
}

function oneCode(codes: readonly string[]): number | Unreadable {
  const [first, ...others] = codes.map((code) => code.trim())
  if (first === undefined) return unreadable('no-protocol')
  if (others.some((other) => other !== first)) return unreadable('contradiction')
  return wholeNumber(first) ?? unreadable('no-protocol')
}

/** Deeper or longer than any answer could sensibly be; what lies beyond is not read. */
const [depthLimit, leafLimit] = [12, 50_000]

function collect(node: unknown, path: readonly string[], redact: Redact, leaves: Leaf[]): void {
  if (path.length > depthLimit || leaves.length >= leafLimit) return
  if (typeof node === 'string' || typeof node === 'number') leaves.push(leafOf(path, String(node), redact))
  else if (typeof node === 'object' && node !== null)
    for (const [name, child] of Object.entries(node)) collect(child, [...path, redact(name)], redact, leaves)
}

const leafOf = (path: readonly string[], value: string, redact: Redact): Leaf => ({
  path,
  value: redact(value).trim(),
})

/** The values under a top-level name, which is compared without regard to case. */
export const valuesOf = (leaves: readonly Leaf[], name: string): string[] =>
  leaves
    .filter(({ path }) => path.length === 1 && path[0]?.toLowerCase() === name.toLowerCase())
    .map(({ value }) => value)

/** A name for comparing: lower case, letters and digits only. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
