import type { OperationId } from './operation.ts'
import type { Confidence, Source } from './outcome.ts'
import type { TableRow } from './table.ts'

export interface CommonCodes {
  readonly operations: readonly OperationId[]
  readonly source: Source
  /** How sure we are that these numbers are this endpoint's. */
  readonly confidence: Confidence
  /** The endpoint's own spelling of a message, by code, where it differs. */
  readonly messages?: Readonly<Record<number, string>>
}

/** The seven refusals that every endpoint shares, with the endpoint's own source. */
export function commonCodes({ operations, source, confidence, messages = {} }: CommonCodes): TableRow[] {
  return rows.map((row) => ({
    ...row,
    documentedMessage: messages[row.code] ?? row.documentedMessage,
    kind: 'refused',
    status: null,
    operations,
    source,
    confidence,
  }))
}

const rows = [
  {
    code: -1,
    documentedMessage: 'Request was not made over HTTPS!',
    title: 'Refused: the connection was not encrypted',
    explanation:
      'The CA answers only over HTTPS, and this request did not reach it that way. Nothing was carried out.',
    nextStep:
      'Whoever runs the server has to look at the base URL of this account. It has to start with https://; the command account change corrects it.',
    actsNext: 'whoever runs the server',
  },
  {
    code: -2,
    documentedMessage: "'xxxx' is an unrecognized argument!",
    title: 'Refused: the CA does not know one of the fields',
    explanation:
      'The request carried a field that the CA does not know here. That is a fault of this program. Nothing was carried out.',
    nextStep: 'Report it to the developers with the CA’s message. Trying again will not help.',
    actsNext: 'a developer',
  },
  {
    code: -3,
    documentedMessage: "The 'xxxx' argument is missing!",
    title: 'Refused: a value is missing',
    explanation:
      'The CA needs a value that was not sent. Its message names the value. Nothing was carried out.',
    nextStep:
      'Fill in the field that is named and send again. If the form has no such field, report it to the developers.',
    actsNext: 'you',
  },
  {
    code: -4,
    documentedMessage: "The value of the 'xxxx' argument is invalid!",
    title: 'Refused: a value was not accepted',
    explanation:
      'The CA does not accept one of the values. Its message names the value. Nothing was carried out.',
    nextStep:
      'Correct the value that is named. If it is the order number, check it for a typing error and that the order belongs to this account.',
    actsNext: 'you',
  },
  {
    code: -14,
    documentedMessage: 'An unknown error occurred!',
    title: 'Refused: the CA had an error of its own',
    explanation: 'The CA reports an unknown error on its side. It does not say what went wrong.',
    nextStep:
      'Check the order, wait some minutes and try once more. If it happens again, give the CA’s support the time, the order and the operation.',
    actsNext: 'you',
  },
  {
    code: -16,
    documentedMessage:
      'Incorrect login details, account is locked, password has expired or your source IP is blocked.',
    title: 'Refused: the CA did not let this account in',
    explanation:
      'The login is wrong, the account is locked, its password has expired, or our network address is blocked. The CA does not say which. Nothing was carried out.',
    nextStep:
      'Do not try again: repeating it can lock the account. An administrator has to find the cause at the CA first. If the login itself changes, whoever runs the server enters the new one.',
    actsNext: 'an administrator',
  },
  {
    code: -17,
    documentedMessage: 'Request used GET rather than POST!',
    title: 'Refused: the request arrived in the wrong way',
    explanation:
      'The CA got the request as a GET and wants a POST. That is a fault of this program or of something on the way to the CA.',
    nextStep: 'Report it to the developers. Trying again will not help.',
    actsNext: 'a developer',
  },
] as const satisfies readonly Pick<
  TableRow & { code: number },
  'code' | 'documentedMessage' | 'title' | 'explanation' | 'nextStep' | 'actsNext'
>[]
