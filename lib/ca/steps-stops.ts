import { client, codes, xolphin } from './steps-sources.ts'
import type { StepKind, StepRow } from './steps-table.ts'

const stop = { state: 'blocked', helps: [], source: client, confidence: 'second-hand' } as const

/** What a refused read of the order's state says of the order itself, by the CA's code. */
export const refusedRows: Readonly<Record<number, StepRow>> = {
  [-20]: {
    ...stop,
    actsNext: 'you',
    says: 'The CA has rejected or cancelled this order. Nothing here can move it; ask the CA’s support why.',
  },
  [-21]: {
    ...stop,
    actsNext: 'you',
    says: 'The certificate of this order was revoked. The customer needs another one.',
  },
  [-22]: {
    ...stop,
    actsNext: 'an administrator',
    says: 'The order still awaits payment. Until it is paid, the CA tells nothing more.',
  },
  [-26]: {
    ...stop,
    state: 'waiting',
    actsNext: 'nobody',
    says: 'The CA is issuing the certificate right now.',
    source: { document: 'Upmind, Sectigo provider: the codes of CollectSSL that it accepts' },
  },
}

/** A certificate that the CA tried to sign and could not; documented for its push messages, and looked for in `certificateStatus`. */
export const signFailed = {
  words: /^(pre|post)-?sign failed/i,
  row: {
    ...stop,
    actsNext: 'you',
    says: 'The CA tried to sign the certificate and failed. Ask the CA’s support; a CAA record in the DNS is one cause.',
    source: codes,
    confidence: 'inferred',
  },
} as const

/** Why a step that waits for others cannot move yet. */
export const blockedBy: Readonly<Partial<Record<StepKind, Pick<StepRow, 'source' | 'confidence'>>>> = {
  callback: { source: xolphin, confidence: 'second-hand' },
}
