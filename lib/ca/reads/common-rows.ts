import { commonCodes } from '../codes-common.ts'
import type { Confidence, Source } from '../outcome.ts'
import type { ReadRow } from './wire.ts'

/** The refusals that every endpoint shares, in the words of a read. */
export function commonReadRows(source: Source, confidence: Confidence): ReadRow[] {
  return commonCodes({ operations: [], source, confidence }).flatMap((common) => {
    const { code, documentedMessage, kind, title, explanation, nextStep, actsNext } = common
    if (code === null || typeof explanation !== 'string' || typeof nextStep !== 'string') return []
    const row = { code, documentedMessage, kind, title, explanation, nextStep, actsNext, source, confidence }
    return [{ ...row, ...inOwnWords[code] }]
  })
}

const inOwnWords: Readonly<Record<number, Pick<ReadRow, 'explanation' | 'nextStep'>>> = {
  [-3]: {
    explanation: 'The CA needs a value that was not sent. Its message names the value.',
    nextStep: 'Report it to the developers with the CA’s message.',
  },
  [-4]: {
    explanation: 'The CA does not accept one of the values. Its message names the value.',
    nextStep:
      'Check the order number or the domain name for a typing error, and that the order belongs to this account.',
  },
  [-14]: {
    explanation: 'The CA reports an unknown error on its side. It does not say what went wrong.',
    nextStep: 'Read it again later. If it happens again, give the CA’s support the time and the order.',
  },
}
