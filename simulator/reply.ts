// From a reply in fields to the bytes of one of the documented formats: URL-encoded pairs (section 1 to 3), plain lines (4.1, 5.1),
// or JSON (5, 6.2).
import type { Rules } from './rules.ts'

export type ReplyFamily = 'pairs' | 'lines' | 'json'

export type Reply = {
  errorCode: number
  /** Left out: the documented message of the code. */
  errorMessage?: string
  /** The argument at fault, in the document's spelling (-2: as it was sent). */
  argument?: string
  status?: number
  description?: string
  errorItem?: string
  /** What a read tells, for each format: pairs in their order, lines after the first, members beside errorCode. */
  pairs?: [name: string, value: string | number][]
  lines?: (string | number)[]
  json?: Record<string, unknown>
}

export type Answer = { statusCode: number; headers: Record<string, string>; body: Buffer }

// Section 1.5, 2.3 (PDF 1.02) and 4.1 (ResendCollectionEmailSMIME). -1 and -2 are spelt differently in the two families.
const commonMessages: Record<number, string> = {
  [-3]: "The 'xxxx' argument is missing!",
  [-4]: "The value of the 'xxxx' argument is invalid!",
  [-14]: 'An unknown error occurred!',
  [-16]: 'Incorrect login details, account is locked, password has expired or your source IP is blocked.',
  [-17]: 'Request used GET rather than POST!',
}
const messages: Record<'pairs' | 'lines', Record<number, string>> = {
  pairs: {
    ...commonMessages,
    [-1]: 'Request was not made over HTTPS!',
    [-2]: "'xxxx' is an unrecognized argument!",
  },
  lines: {
    ...commonMessages,
    [-1]: 'Request was not made over https!',
    [-2]: 'Unrecognised argument!',
    [-122]: 'The Certificate is in wrong state.',
    [-123]: 'The agreement was not passed.',
    [-124]: 'The Certificate has actions not yet completed.',
    [-125]: 'The Certificate is not issued yet.',
  },
}

/** The documented message of a code; empty when the documents have none. */
export const messageOf = (family: ReplyFamily, code: number, argument = 'xxxx'): string =>
  (messages[family === 'json' ? 'pairs' : family][code] ?? '').replace('xxxx', () => argument)

// A documented sample writes spaces as `+`, quotes as %27 and `!` as %21 (section 7).
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replaceAll('%20', '+')
    .replaceAll(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

const pairs = (reply: Reply, rules: Rules): string => {
  const message = reply.errorMessage ?? messageOf('pairs', reply.errorCode, reply.argument)
  const fields: [string, string | number | undefined][] = [
    ['errorCode', reply.errorCode],
    ['errorMessage', message === '' ? undefined : message],
    ['status', reply.status],
    ['description', reply.description],
    ['errorItem', reply.errorItem],
    ...(reply.pairs ?? []),
  ]
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${rules.replyEncoding === 'plain' ? value : encode(String(value))}`)
    .join('&')
}

// "If errorCode=0, only one line is returned. If errorCode<0, the second line contains the errorMessage." (seed1)
const lines = (reply: Reply, rules: Rules): string => {
  const message = reply.errorMessage ?? messageOf('lines', reply.errorCode, reply.argument)
  const list = reply.errorCode < 0 ? [reply.errorCode, message] : [reply.errorCode, ...(reply.lines ?? [])]
  return list.join(rules.lineEnd) + (rules.finalLineEnd ? rules.lineEnd : '')
}

// Only a failed reply has a message, as in the other formats.
const json = (reply: Reply): string => {
  const { errorCode, argument, status, description, errorItem } = reply
  const message = reply.errorMessage ?? messageOf('json', errorCode, argument)
  return JSON.stringify({
    errorCode,
    ...(message === '' ? {} : { errorMessage: message }),
    status,
    description,
    errorItem,
    ...reply.json,
  })
}

export const contentTypeOf = (family: ReplyFamily, rules: Rules): string => {
  // "JSON, charset UTF-8" (6.5, the one JSON reply that is documented).
  if (family === 'json') return 'application/json;charset=UTF-8'
  const type = family === 'pairs' ? 'application/x-www-form-urlencoded' : 'text/plain'
  return rules.replyCharset === '' ? type : `${type}; charset=${rules.replyCharset}`
}

/** HTTP is 200 whatever the code: clients expect the error in the body (section 7). */
export const answerOf = (family: ReplyFamily, reply: Reply, rules: Rules): Answer => ({
  statusCode: 200,
  headers: { 'content-type': contentTypeOf(family, rules) },
  body: Buffer.from(textOf(family, reply, rules), 'utf8'),
})

const textOf = (family: ReplyFamily, reply: Reply, rules: Rules): string => {
  if (family === 'json') return json(reply)
  return family === 'pairs' ? pairs(reply, rules) : lines(reply, rules)
}
