import { failureOutcome, failures } from '../failure.ts'
import type { FailureCause } from '../failure.ts'
import type { Outcome } from '../outcome.ts'

/**
 * The outcome of a read without a readable answer. A read changes nothing at the CA, so the sentences do not warn of having done
 * something twice; they keep in mind that the CA counts reads.
 */
export function readFailureOutcome(
  cause: FailureCause,
  told: Partial<Pick<Outcome, 'code' | 'message'>> = {},
): Outcome {
  const outcome = failureOutcome(cause, told)
  if (failures[cause].kind === 'not-sent') return { ...outcome, nextStep: retell(outcome.nextStep) }
  return {
    ...outcome,
    explanation: `${whatWasSeen[cause as UnknownCause]} Nothing was changed at the CA; it was only asked.`,
    nextStep: serverAtFault.has(cause)
      ? 'Ask whoever runs the server to check the account’s base URL.'
      : 'Read it again later. The CA counts how often it is asked.',
  }
}

type UnknownCause = {
  [C in FailureCause]: (typeof failures)[C]['kind'] extends 'unknown' ? C : never
}[FailureCause]

const serverAtFault: ReadonlySet<FailureCause> = new Set(['redirect', 'http-client'])

const retell = (nextStep: string): string =>
  nextStep
    .replace('It is safe to send it again.', 'It is safe to ask again.')
    .replace('send again', 'ask again')

const whatWasSeen: Readonly<Record<UnknownCause, string>> = {
  timeout: 'The CA was asked, and no complete answer arrived within the time limit.',
  lost: 'The CA was asked, and the connection broke before a complete answer arrived.',
  'stopped-late': 'The CA was asked, and the waiting was called off before an answer arrived.',
  interrupted: 'The program ended before an answer was written down.',
  'first-unread': 'The CA was asked before, and what it answered cannot be read just now.',
  'too-long': 'Far more came back than any answer of the CA has. It was cut and not read.',
  empty: 'The CA’s server answered without a word.',
  html: 'A web page came back in place of an answer.',
  contradiction: 'The answer contradicts itself: it gives one value twice, and differently.',
  'no-protocol': 'The answer is in none of the forms that the CA’s documents and clients know.',
  redirect: 'The server answered with another address, which was not followed.',
  'http-client': 'The server answered with an HTTP error (4xx) in place of the CA’s answer.',
  'http-server': 'The server answered with an HTTP error (5xx).',
  'http-other': 'The server answered with an HTTP status that the CA’s documents do not provide for.',
}
