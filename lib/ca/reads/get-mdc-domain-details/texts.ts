import type { Confidence, Source } from '../../outcome.ts'
import type { DcvMethod, DomainStatus } from './reply.ts'

/** One text of the CA, compared by letters and digits alone and without regard to case, and what it stands for. */
export interface TextRow<T> {
  readonly text: string
  readonly means: T
  readonly source: Source
  readonly confidence: Confidence
}

const clients: Source = { document: 'checkdomain/Comodo, test replies; TrustOcean’s template' }
const newMethod: Source = {
  document: 'Sectigo, “Auto Update DCV”, values of newMethod',
  url: 'https://docs.sectigo.com/sps/auto-update-dcv/request',
}
const cpanel: Source = {
  document: 'cPanel, get_certificate_status_details, domain status',
  url: 'https://api.docs.cpanel.net/specifications/cpanel.openapi/ssl-certificates/market-get_certificate_status_details',
}
const second = 'second-hand'

/** An e-mail address in place of a method means e-mail too (second-hand, TrustOcean's template). */
export const methodTexts: readonly TextRow<Exclude<DcvMethod, 'not-known'>>[] = [
  { text: 'EMAIL', means: 'email', source: clients, confidence: second },
  { text: 'CNAME CSR Hash', means: 'cname', source: clients, confidence: second },
  { text: 'HTTP CSR Hash', means: 'http', source: clients, confidence: second },
  { text: 'HTTPS CSR Hash', means: 'https', source: clients, confidence: second },
  { text: 'CNAME_CSR_HASH', means: 'cname', source: newMethod, confidence: 'inferred' },
  { text: 'HTTP_CSR_HASH', means: 'http', source: newMethod, confidence: 'inferred' },
  { text: 'HTTPS_CSR_HASH', means: 'https', source: newMethod, confidence: 'inferred' },
]

/** Whole texts only: “Not Validated” has “Validated” in it, and a client that looked for a part has taken one for the other. */
export const statusTexts: readonly TextRow<Exclude<DomainStatus, 'not-known'>>[] = [
  { text: 'Validated', means: 'validated', source: clients, confidence: second },
  { text: 'Not Validated', means: 'not-validated', source: cpanel, confidence: second },
  { text: 'Awaiting Brand', means: 'awaiting-brand', source: cpanel, confidence: second },
  { text: 'Awaiting Brand Validation', means: 'awaiting-brand', source: cpanel, confidence: 'inferred' },
]

/** What a text stands for; null when it is in no list, which then claims nothing. */
export function meaningOf<T>(rows: readonly TextRow<T>[], raw: string): TextRow<T> | null {
  return rows.find((row) => plain(row.text) === plain(raw)) ?? null
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, '')
