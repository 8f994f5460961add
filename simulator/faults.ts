// Faults and forced answers: which of them meets a call, and for how long. What is set last wins; an order's own fault comes last.
import { messageOf, type Answer, type ReplyFamily } from './reply.ts'
import { answerOf } from './reply.ts'
import type { Rules } from './rules.ts'
import {
  faultKinds,
  type AnswerSpec,
  type FaultSpec,
  type Order,
  type SetAnswer,
  type SetFault,
} from './types.ts'

type Target = { orderNumber?: string; endpoint?: string; times?: number }

const meets = (target: Target, orderNumber: string | undefined, endpoint: string): boolean =>
  (target.orderNumber === undefined || target.orderNumber === orderNumber) &&
  (target.endpoint === undefined || target.endpoint.replace(/^!/, '') === endpoint.replace(/^!/, ''))

/** Takes the latest entry that fits, and counts it down. */
export const takeMatch = <T extends Target>(
  list: T[],
  orderNumber: string | undefined,
  endpoint: string,
): T | undefined => {
  const found = list.findLast((entry) => meets(entry, orderNumber, endpoint))
  if (found?.times !== undefined) {
    found.times -= 1
    if (found.times <= 0) list.splice(list.indexOf(found), 1)
  }
  return found
}

export const takeFault = (
  faults: SetFault[],
  order: Order | undefined,
  orderNumber: string | undefined,
  endpoint: string,
): FaultSpec | undefined => takeMatch(faults, orderNumber, endpoint) ?? order?.fault

// These two say "refused" in their own words, so nothing may have been carried out.
export const hasEffect = (fault: FaultSpec | undefined): boolean =>
  !fault?.before && fault?.fault !== 'latin-1' && fault?.fault !== 'unknown-code'

export const forcedAnswer = (spec: SetAnswer, family: ReplyFamily, rules: Rules): Answer => {
  const { errorCode = 0, errorMessage, argument, status, description, errorItem } = spec
  const text = errorMessage ?? messageOf(family, errorCode, argument)
  const answer = answerOf(family, { errorCode, errorMessage: text, status, description, errorItem }, rules)
  if (spec.raw !== undefined) answer.body = Buffer.from(spec.raw, 'utf8')
  if (spec.rawBase64 !== undefined) answer.body = Buffer.from(spec.rawBase64, 'base64')
  if (spec.contentType !== undefined) answer.headers['content-type'] = spec.contentType
  return { ...answer, statusCode: spec.httpStatus ?? 200 }
}

const fail = (sentence: string): never => {
  throw new TypeError(sentence)
}

const checkFields = (
  value: unknown,
  fields: Record<string, string>,
  what: string,
): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(`${what} is a JSON object.`)
  for (const [name, entry] of Object.entries(value)) {
    const type = fields[name] ?? fail(`${what} has no field "${name}".`)
    if (entry !== undefined && typeof entry !== type) fail(`The field "${name}" is a ${type}.`)
    if (typeof entry === 'number' && !Number.isSafeInteger(entry))
      fail(`The field "${name}" is a whole number.`)
  }
  const { times, delayMs } = value as Record<string, number | undefined>
  if (times !== undefined && times < 1) fail('The field "times" is 1 or more.')
  if (delayMs !== undefined && (delayMs < 0 || delayMs > 600_000))
    fail('The field "delayMs" is 0 to 600,000.')
  return value as Record<string, unknown>
}

const target = { orderNumber: 'string', endpoint: 'string', times: 'number' }

export const checkFault = (value: unknown): FaultSpec => {
  const fields = { ...target, fault: 'string', delayMs: 'number', before: 'boolean' }
  const fault = checkFields(value, fields, 'A fault') as FaultSpec
  if (!faultKinds.includes(fault.fault)) fail(`The field "fault" is one of: ${faultKinds.join(', ')}.`)
  return fault
}

export const checkAnswer = (value: unknown): AnswerSpec => {
  const texts = ['errorMessage', 'argument', 'description', 'errorItem', 'raw', 'rawBase64', 'contentType']
  const numbers = ['errorCode', 'status', 'httpStatus']
  const fields: Record<string, string> = { ...target, effect: 'boolean' }
  for (const name of texts) fields[name] = 'string'
  for (const name of numbers) fields[name] = 'number'
  const answer = checkFields(value, fields, 'An answer') as AnswerSpec
  if (answer.errorCode === undefined && answer.raw === undefined && answer.rawBase64 === undefined) {
    fail('An answer has "errorCode", "raw" or "rawBase64".')
  }
  const { httpStatus } = answer
  if (httpStatus !== undefined && (httpStatus < 200 || httpStatus > 599))
    fail('The field "httpStatus" is 200 to 599.')
  return answer
}
