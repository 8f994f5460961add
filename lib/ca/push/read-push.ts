import { decodeText, visibleText } from '../bytes.ts'
import { readForm } from '../form-encoding.ts'
import type { ActsNext, Confidence, Source } from '../outcome.ts'
import { reportRow, type ReportKind } from './report-rows.ts'

/** What the CA reported of its own accord. Texts are capped, and safe to store and to show. */
export interface PushReport {
  /** As sent; whether it can be an order's number is for the caller to judge. Null when none, several, or one with hidden characters was. */
  readonly orderNumber: string | null
  readonly certificateID: string | null
  readonly eventType: string | null
  readonly statusCode: string | null
  readonly status: string | null
  readonly statusDesc: string | null
  /** True when the CA's own table names this event, status and code. */
  readonly known: boolean
  readonly kind: ReportKind | null
  readonly title: string
  readonly says: string
  /** Null when that is not known. */
  readonly actsNext: ActsNext | null
  readonly source: Source | null
  readonly confidence: Confidence | null
  /** Everything else that was sent, names in lower case; certificates and codes are left out, their length is kept. */
  readonly raw: readonly RawParameter[]
}

export interface RawParameter {
  readonly name: string
  readonly value: string
}

export type PushRead =
  { readonly ok: true; readonly report: PushReport } | { readonly ok: false; readonly why: 'too-large' }

/** Sizes of what is taken and kept: bytes, parameters, and characters of names, values and all values together. */
export const pushLimits = {
  bytes: 64 * 1024,
  parameters: 100,
  name: 64,
  value: 1000,
  values: 16_000,
} as const

/**
 * Reads what the CA sent to a push address: the query of a GET or the body of a POST, form-encoded, or a JSON object. Pure, and never
 * throws; what cannot be read comes out as a report that names no order.
 *
 * @see README.md, “Certificate issuance push”
 */
export function readPush(bytes: Uint8Array, contentType: string | null): PushRead {
  if (bytes.length > pushLimits.bytes) return { ok: false, why: 'too-large' }
  const pairs = pairsOf(bytes, contentType)
  const own = (name: string, most: number) => {
    const values = new Set(pairs.filter((pair) => pair[0] === name).map(([, value]) => value.trim()))
    values.delete('')
    // Said twice, in two ways: then it is not known which one is meant, and both stay among the rest.
    const [value] = values
    return values.size === 1 && value !== undefined && value.length <= most ? value : null
  }
  const shown = (name: string, most: number) => {
    const value = own(name, most)
    return value === null ? null : safe(value, most)
  }
  const said = {
    orderNumber: unchanged(own('ordernumber', 128), shown('ordernumber', 128)),
    certificateID: shown('certificateid', 64),
    eventType: shown('eventtype', 64),
    statusCode: shown('statuscode', 64),
    status: shown('status', 64),
    statusDesc: shown('statusdesc', pushLimits.value),
  }
  const read = Object.entries(said).filter(([, value]) => value !== null)
  const taken = new Set(read.map(([name]) => name.toLowerCase()))
  const rest = pairs.filter(([name]) => !taken.has(name))
  return { ok: true, report: { ...said, ...reportMeaning(said), raw: rawOf(rest) } }
}

/** A number that would have to be shown otherwise than it was sent names no order, and stays among the rest. */
const unchanged = (sent: string | null, shown: string | null) => (sent === shown ? sent : null)

/** What event, status and code mean, by the CA's table: of a report that has just come, or of one that was kept. */
export function reportMeaning(
  said: Pick<PushReport, 'eventType' | 'status' | 'statusCode'>,
): Pick<PushReport, 'known' | 'kind' | 'title' | 'says' | 'actsNext' | 'source' | 'confidence'> {
  const row = reportRow(said)
  if (row === null) return { ...notKnown, title: rawTitle(said) }
  const { kind, title, says, actsNext, source, confidence } = row
  return { known: true, kind, title, says, actsNext, source, confidence }
}

const notKnown = {
  known: false,
  kind: null,
  says: 'This is in no list that we have, so it means nothing here. It is kept as it was sent.',
  actsNext: null,
  source: null,
  confidence: null,
} as const

function rawTitle({
  eventType,
  status,
  statusCode,
}: Pick<PushReport, 'eventType' | 'status' | 'statusCode'>) {
  const event = eventType === null ? 'an event without a type' : `event “${eventType}”`
  const code = statusCode === null ? '' : ` (${statusCode})`
  return `${event}, ${status === null ? 'no status' : `status “${status}”`}${code}`
}

type Pair = readonly [name: string, value: string]

function pairsOf(bytes: Uint8Array, contentType: string | null): readonly Pair[] {
  const fromJson = jsonPairs(decodeText(bytes, contentType).trim())
  if (fromJson !== null) return fromJson
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return readForm(binary, contentType)
}

/** An object's own values, with the inner ones as JSON; null when it is no object. */
function jsonPairs(text: string): readonly Pair[] | null {
  if (!text.startsWith('{')) return null
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name.trim().toLowerCase(),
      typeof inner === 'string' ? inner : inner === null ? '' : JSON.stringify(inner),
    ])
  } catch {
    return null
  }
}

function rawOf(pairs: readonly Pair[]): RawParameter[] {
  const shown: RawParameter[] = []
  let room: number = pushLimits.values
  for (const [name, value] of pairs.slice(0, pushLimits.parameters)) {
    const kept = safe(keptOf(name, value), Math.min(pushLimits.value, room))
    room = Math.max(0, room - kept.length)
    shown.push({ name: safe(name, pushLimits.name), value: kept })
  }
  const left = pairs.length - shown.length
  return left > 0 ? [...shown, { name: '…', value: `[${left} more parameters]` }] : shown
}

/** Certificates are no news for a timeline; a code may be the one that the customer proves the call with. */
function keptOf(name: string, value: string): string {
  if (/^-----BEGIN /m.test(value) || /^(ca)?certificate$/.test(name))
    return value === '' ? '' : `[certificate, ${value.length} characters]`
  return name.endsWith('code') && name !== 'statuscode' && !name.startsWith('revocationreason')
    ? `[code, ${value.length} characters, not kept]`
    : value
}

/** Cut to a length, saying so, with everything invisible made visible. */
function safe(text: string, most: number): string {
  const cut = text.slice(0, most)
  const more = text.length - cut.length
  return visibleText(new TextEncoder().encode(cut)) + (more > 0 ? `… [${more} more characters]` : '')
}
