import type { ActsNext, Confidence, Source } from '../outcome.ts'

/** What a report says of its order, as far as the CA's own table names it. */
export type ReportKind =
  'issued' | 'failed' | 'rejected' | 'revoked' | 'replaced' | 'brand' | 'verified' | 'click-through'

/** One row of the CA's table, in our words. */
export interface ReportRow {
  readonly kind: ReportKind
  /** `statusCode` as the CA writes it; null where its table says “any”. */
  readonly statusCode: string | null
  readonly status: string
  /** The beginning of `statusDesc` in the CA's table. */
  readonly documentedDesc: string
  /** The events it is taken from, in lower case; null means any, because the document that names the event was not found. */
  readonly events: readonly string[] | null
  readonly title: string
  readonly says: string
  readonly actsNext: ActsNext
  readonly source: Source
  readonly confidence: Confidence
}

const source: Source = {
  document: 'Sectigo, “Certificate issuance push”, status codes',
  url: 'https://docs.sectigo.com/sps/certificate-issuance-push/status-code',
}
const about = { events: ['certificate'], source, confidence: 'documented' } as const

/** The status codes and texts of the CA's document. What is not in here is never given a meaning. */
export const reportRows: readonly ReportRow[] = [
  {
    ...about,
    kind: 'failed',
    statusCode: '3',
    status: 'failed',
    documentedDesc: 'PRE-SIGN FAILED',
    title: 'Signing failed before it began',
    says: 'The certificate is not issued. Ask the CA’s support; a CAA record in the DNS is one cause.',
    actsNext: 'you',
  },
  {
    ...about,
    kind: 'failed',
    statusCode: '5',
    status: 'failed',
    documentedDesc: 'POST-SIGN FAILED',
    title: 'A check after signing failed',
    says: 'The certificate is not issued. Ask the CA’s support.',
    actsNext: 'you',
  },
  {
    ...about,
    kind: 'issued',
    statusCode: '6',
    status: 'issued',
    documentedDesc: 'Valid',
    title: 'Certificate issued',
    says: 'The certificate is issued and valid.',
    actsNext: 'nobody',
  },
  {
    ...about,
    kind: 'rejected',
    statusCode: '7',
    status: 'rejected',
    documentedDesc: 'Rejected',
    title: 'Order rejected',
    says: 'The CA has rejected the order. Nothing here can move it; ask the CA’s support why.',
    actsNext: 'you',
  },
  {
    ...about,
    kind: 'revoked',
    statusCode: '8',
    status: 'revoked',
    documentedDesc: 'Revoked',
    title: 'Certificate revoked',
    says: 'The certificate of this order was revoked. The customer needs another one.',
    actsNext: 'you',
  },
  {
    ...about,
    kind: 'issued',
    statusCode: '9',
    status: 'issued',
    documentedDesc: 'Issued but not yet collected',
    title: 'Certificate issued, not collected yet',
    says: 'The certificate is issued. Nobody has collected it yet.',
    actsNext: 'the customer',
  },
  {
    ...about,
    kind: 'brand',
    statusCode: '12',
    status: 'awaitingbrandvalidation',
    documentedDesc: 'Awaiting Validation (Brand)',
    title: 'Awaiting brand validation',
    says: 'The CA’s staff are reviewing the name, for example because it looks like a brand.',
    actsNext: 'CA staff',
  },
  {
    ...about,
    kind: 'replaced',
    statusCode: '14',
    status: 'replaced',
    documentedDesc: 'Replaced',
    title: 'Certificate replaced',
    says: 'The CA calls this certificate replaced, so another one should stand in its place.',
    actsNext: 'you',
    confidence: 'inferred',
  },
  {
    ...about,
    kind: 'verified',
    statusCode: null,
    status: 'verified',
    documentedDesc: 'Phone number verified',
    events: ['callback'],
    title: 'Phone number verified',
    says: 'Whether the callback is done with that is not documented. The next read of the order’s state tells.',
    actsNext: 'you',
  },
  {
    ...about,
    kind: 'click-through',
    statusCode: null,
    status: 'click-through',
    documentedDesc: 'EV click-through e-mail sent',
    events: null,
    title: 'Agreement e-mail sent',
    says: 'The customer signs the agreement behind the link in that e-mail.',
    actsNext: 'the customer',
  },
]

/** What the CA's table says of an event; null when it does not name it in full: event, status and code have to agree. */
export function reportRow(said: {
  readonly eventType: string | null
  readonly status: string | null
  readonly statusCode: string | null
}): ReportRow | null {
  const [event, status, code] = [said.eventType, said.status, said.statusCode].map(plain)
  if (event === undefined || status === undefined || event === '' || foreignEvents.has(event)) return null
  return (
    reportRows.find(
      (row) =>
        row.status === status &&
        (row.events === null || row.events.includes(event)) &&
        (row.statusCode === null || row.statusCode === code),
    ) ?? null
  )
}

/** Named in the CA's document, about something else than these rows: their status words are not this table's. */
const foreignEvents = new Set(['prerevocationnotification', 'sitelockfreemium', 'masteraccount'])

const plain = (text: string | null): string => (text ?? '').trim().toLowerCase()
