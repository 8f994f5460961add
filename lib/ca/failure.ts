import type { ActsNext, Outcome } from './outcome.ts'

interface FailureRow {
  readonly kind: 'not-sent' | 'unknown'
  readonly title: string
  readonly explanation: string
  readonly nextStep: string
  readonly actsNext: ActsNext
}

const notSent = { kind: 'not-sent', actsNext: 'you' } as const
const unknown = { kind: 'unknown', actsNext: 'you' } as const
const again = 'It is safe to send it again.'
const findOut =
  'Do not send it again yet. Look at the order at the CA, or ask the customer whether anything arrived, and then resolve this attempt with a note.'

/** Every way in which a call can end without a readable answer of the CA: one row for each cause. */
export const failures = {
  input: {
    ...notSent,
    title: 'Not sent: the values are not complete',
    explanation:
      'The order number or one of the values does not pass the check before sending. Nothing reached the CA.',
    nextStep: 'Correct the values in the form and send again.',
  },
  'base-url': {
    ...notSent,
    title: 'Not sent: the account’s base URL cannot be used',
    explanation:
      'The base URL of this account is not an https address that ends with a slash. Nothing reached the CA.',
    nextStep: 'Whoever runs the server corrects it with the command account change.',
    actsNext: 'whoever runs the server',
  },
  credentials: {
    ...notSent,
    title: 'Not sent: the account’s login cannot be written',
    explanation:
      'The login name or password of this account is empty or has a broken character in it. Nothing reached the CA.',
    nextStep:
      'Whoever runs the server enters it again: the login name with the command account change, the password with account password.',
    actsNext: 'whoever runs the server',
  },
  'first-unread': {
    ...unknown,
    title: 'Unknown: the first receipt cannot be read just now',
    explanation:
      'This attempt arrived before and may have been sent then. Nothing was sent this time, but the history does not answer, so nobody can say what came of it.',
    nextStep: 'Wait a minute and press again: the same attempt is looked up, and nothing is sent twice.',
  },
  'login-refused': {
    ...notSent,
    title: 'Not sent: the CA has just refused this account’s login',
    explanation:
      'While this was waiting its turn the CA refused the login of the account (-16). Trying on could lock the account, so nothing was sent.',
    nextStep: 'Look at the hold of the account. It is safe to send this again once the hold is lifted.',
    actsNext: 'an administrator',
  },
  'connection-refused': {
    ...notSent,
    title: 'Not sent: the CA’s server refused the connection',
    explanation:
      'The CA’s server, or a firewall in front of it, did not accept a connection. Nothing reached the CA.',
    nextStep: `${again} Wait a moment first; if it stays like this, tell whoever runs the server.`,
  },
  name: {
    ...notSent,
    title: 'Not sent: the CA’s server was not found',
    explanation: 'The name in the account’s base URL could not be looked up. Nothing reached the CA.',
    nextStep: `${again} If it stays like this, whoever runs the server has to check the base URL and our network.`,
    actsNext: 'whoever runs the server',
  },
  tls: {
    ...notSent,
    title: 'Not sent: no secure connection',
    explanation:
      'The server’s certificate could not be trusted, or no encrypted connection could be agreed on. Nothing, and no password, was sent.',
    nextStep: 'Tell whoever runs the server. Something may stand between us and the CA.',
    actsNext: 'whoever runs the server',
  },
  'connect-timeout': {
    ...notSent,
    title: 'Not sent: no connection in time',
    explanation: 'The CA’s server did not accept a connection within the time limit. Nothing reached the CA.',
    nextStep: `${again} Wait a moment first; if it stays like this, tell whoever runs the server.`,
  },
  connection: {
    ...notSent,
    title: 'Not sent: no connection to the CA',
    explanation: 'The connection failed before anything was sent. Nothing reached the CA.',
    nextStep: `${again} Wait a moment first; if it stays like this, tell whoever runs the server.`,
  },
  queue: {
    ...notSent,
    title: 'Not sent: too many requests were waiting',
    explanation:
      'Other requests of this account took all the time there was. This one was still waiting. Nothing reached the CA.',
    nextStep: `${again} Wait until the others are finished.`,
  },
  stopped: {
    ...notSent,
    title: 'Not sent: stopped before sending',
    explanation:
      'The request was called off, or the program was shut down, before anything was sent. Nothing reached the CA.',
    nextStep: again,
  },
  timeout: {
    ...unknown,
    title: 'Unknown: the CA did not answer in time',
    explanation:
      'The request was sent, and no complete answer arrived within the time limit. The CA may have carried it out.',
    nextStep: findOut,
  },
  lost: {
    ...unknown,
    title: 'Unknown: the connection was lost',
    explanation:
      'The request was sent, and the connection broke before a complete answer arrived. The CA may have carried it out.',
    nextStep: findOut,
  },
  'stopped-late': {
    ...unknown,
    title: 'Unknown: stopped while waiting for the answer',
    explanation:
      'The request was sent, and the waiting was called off before an answer arrived. The CA may have carried it out.',
    nextStep: findOut,
  },
  interrupted: {
    ...unknown,
    title: 'Unknown: the program ended in between',
    explanation:
      'The program ended after this request was written down and before an answer was. The CA may have carried it out.',
    nextStep: findOut,
  },
  'too-long': {
    ...unknown,
    title: 'Unknown: the answer was far too long',
    explanation:
      'More than 64 KiB came back, which no answer of the CA has. It was cut. The CA may have carried the request out.',
    nextStep: findOut,
  },
  empty: {
    ...unknown,
    title: 'Unknown: the answer was empty',
    explanation: 'The CA’s server answered without a word. It may have carried the request out.',
    nextStep: findOut,
  },
  html: {
    ...unknown,
    title: 'Unknown: a web page came back',
    explanation:
      'A web page came back in place of the CA’s answer, perhaps from a maintenance or error page. The CA may have carried the request out.',
    nextStep: findOut,
  },
  contradiction: {
    ...unknown,
    title: 'Unknown: the answer contradicts itself',
    explanation:
      'The CA’s answer names two different results. Neither can be relied on. The CA may have carried the request out.',
    nextStep: findOut,
  },
  'no-protocol': {
    ...unknown,
    title: 'Unknown: the answer cannot be read',
    explanation:
      'Something came back that is not written as the CA’s answers are. The CA may have carried the request out.',
    nextStep: findOut,
  },
  redirect: {
    ...unknown,
    title: 'Unknown: the CA’s server pointed elsewhere',
    explanation:
      'The server received the request and answered with another address. It was not followed, because that would send everything twice. Most likely nothing was carried out.',
    nextStep:
      'Look at the order at the CA first. Whoever runs the server should check the account’s base URL; the command account change corrects it.',
    actsNext: 'whoever runs the server',
  },
  'http-client': {
    ...unknown,
    title: 'Unknown: the server turned the request away',
    explanation:
      'The server received the request and answered with an HTTP error (4xx) in place of the CA’s answer. Most likely nothing was carried out.',
    nextStep:
      'Look at the order at the CA first. Whoever runs the server should check the account’s base URL; the command account change corrects it.',
    actsNext: 'whoever runs the server',
  },
  'http-server': {
    ...unknown,
    title: 'Unknown: the CA’s server had an error',
    explanation:
      'The server received the request and answered with an HTTP error (5xx). The CA may have carried it out before the error.',
    nextStep: findOut,
  },
  'http-other': {
    ...unknown,
    title: 'Unknown: an unusual HTTP answer',
    explanation:
      'The server answered with an HTTP status that the CA’s documents do not provide for. The CA may have carried the request out.',
    nextStep: findOut,
  },
} as const satisfies Readonly<Record<string, FailureRow>>

export type FailureCause = keyof typeof failures

/**
 * The outcome of a call without a readable answer. Source and confidence are null: this is what we saw of the connection, not what a
 * document says. `told` are the CA's numbers and words where some could be read and are not to be relied on.
 */
export function failureOutcome(
  cause: FailureCause,
  told: Partial<Pick<Outcome, 'code' | 'status' | 'message'>> = {},
): Outcome {
  const { code = null, status = null, message = null } = told
  return { ...failures[cause], code, status, message, field: null, source: null, confidence: null }
}
