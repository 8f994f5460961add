import type { OperationId } from './operation.ts'
import type { Confidence, Source } from './outcome.ts'
import type { TableRow } from './table.ts'

interface StateCodes {
  readonly operations: readonly OperationId[]
  readonly source: Source
  readonly confidence: Confidence
}

/** The refusals about a certificate's state that the S/MIME endpoints share; documented for the collection e-mail. */
export function smimeStateCodes(about: StateCodes): TableRow[] {
  return rows.map((row) => ({ ...row, ...about, kind: 'refused', status: null }))
}

/** The S/MIME documents' own spelling of two common messages. */
export const smimeMessages: Readonly<Record<number, string>> = {
  [-1]: 'Request was not made over https!',
  [-2]: 'Unrecognised argument!',
}

const rows = [
  {
    code: -122,
    documentedMessage: 'The Certificate is in wrong state.',
    title: 'Refused: the certificate is in another state',
    explanation: 'The certificate is not in a state in which this e-mail can be sent. Nothing was sent.',
    nextStep:
      'Look at the order: it may be finished, cancelled, or not that far yet. Another e-mail may be the right one.',
    actsNext: 'you',
  },
  {
    code: -123,
    documentedMessage: 'The agreement was not passed.',
    title: 'Refused: the agreement is not accepted yet',
    explanation: 'The agreement for this certificate has not been accepted. Nothing was sent.',
    nextStep:
      'Have the customer accept the agreement first; the agreement e-mail can be sent again from here.',
    actsNext: 'the customer',
  },
  {
    code: -124,
    documentedMessage: 'The Certificate has actions not yet completed.',
    title: 'Refused: other steps are still open',
    explanation: 'Other steps of this order have to be completed first. Nothing was sent.',
    nextStep:
      'Look at the order’s open steps. Often a mailbox is not verified yet; that e-mail can be sent again from here.',
    actsNext: 'you',
  },
  {
    code: -125,
    documentedMessage: 'The Certificate is not issued yet.',
    title: 'Refused: the certificate is not issued yet',
    explanation: 'There is nothing to collect yet: the certificate has not been issued. Nothing was sent.',
    nextStep: 'Look at the order’s open steps and come back when the certificate is issued.',
    actsNext: 'you',
  },
] as const satisfies readonly Pick<
  TableRow & { code: number },
  'code' | 'documentedMessage' | 'title' | 'explanation' | 'nextStep' | 'actsNext'
>[]
