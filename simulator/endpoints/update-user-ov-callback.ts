// !UpdateUserOvCallback: docs.sectigo.com (003_….txt, code cells stripped) and sections 1.1 to 1.6 of sectigo-api.md.
import { fitsPattern, isEmailAddress, isUtcTime, readUtcTime } from '../checks.ts'
import {
  invalid,
  loginArguments,
  missing,
  orderError,
  tellStaff,
  type Call,
  type Endpoint,
  type Values,
} from '../endpoint.ts'
import type { Reply } from '../reply.ts'
import type { Rules } from '../rules.ts'
import { isWaiting } from '../status/order-status.ts'
import type { CallbackStep } from '../types.ts'

// 1.2, exact spelling. Only ScheduledCallback books something by itself; the other four are worded as notes to the support team.
const actions = new Set([
  'ScheduledCallback',
  'ManualCallback',
  'ReplacePhone',
  'replaceEmailAddress',
  'sendCallbackEmail',
])

// "This parameter is required for the action …" (1.1).
const requiredFor: Record<string, string> = {
  ScheduledCallback: 'preferredTimeUTC',
  ManualCallback: 'preferredTimeUTC',
  ReplacePhone: 'phoneNumber',
  replaceEmailAddress: 'emailAddress',
}

const validate = (values: Values, rules: Rules): Reply | undefined => {
  const action = values['action'] ?? ''
  const required = requiredFor[action]
  if (required !== undefined && values[required] === undefined) return missing(required)
  const allowed: [string, string[]][] = [
    ['extensionNumber', rules.extensionActions],
    ['language', rules.languageActions],
    ['comments', rules.commentsActions],
  ]
  const stray = allowed.find(([name, list]) => values[name] !== undefined && !list.includes(action))
  return stray && rules.strayArgumentCode !== 0 ? invalid(stray[0], rules.strayArgumentCode) : undefined
}

const perform = (call: Call): Reply => {
  const { order, rules, values, now } = call
  const callback = order.callback
  if (callback?.refusal !== undefined) return orderError(callback.refusal)
  if (isWaiting(order)) return orderError(rules.callbackWaitsMessage)
  // "Action is not relevant for current order state" (seed2, the sister endpoint).
  if (callback?.state !== 'open') return { errorCode: 0, status: rules.ovStatusNotRelevant }

  const time = values['preferredTimeUTC']
  const wanted = time === undefined ? null : readUtcTime(time)
  // The format has no seconds: the running minute is not yet past.
  if (requiredFor[values['action'] ?? ''] === 'preferredTimeUTC' && wanted && rules.pastTimeCode !== 0) {
    if (wanted.getTime() + 60_000 <= now.getTime())
      return orderError(rules.pastTimeMessage, rules.pastTimeCode)
  }
  effects[values['action'] ?? '']?.(call, callback)
  return { errorCode: 0, status: rules.ovStatusDone }
}

const effects: Record<string, (call: Call, callback: CallbackStep) => void> = {
  ScheduledCallback: (call, callback) => {
    book(call, callback, 'automatic')
    callback.bookedFor = call.values['preferredTimeUTC'] ?? ''
  },
  ManualCallback: (call, callback) => {
    book(call, callback, 'manual')
    tellStaff(call, `The customer wants a call by hand at ${call.values['preferredTimeUTC']} UTC.`)
  },
  // 1.2: "also used to move the callback method from e-mail to telephone". Staff verify the number first, so it is only proposed.
  ReplacePhone: (call, callback) => {
    callback.proposedPhoneNumber = call.values['phoneNumber'] ?? ''
    const before = callback.phoneNumber === undefined ? 'none' : callback.phoneNumber
    tellStaff(call, `Call ${callback.proposedPhoneNumber} (on file: ${before}). To be verified.`)
  },
  replaceEmailAddress: (call, callback) => {
    callback.proposedEmailAddress = call.values['emailAddress'] ?? ''
    tellStaff(call, `Move the callback from telephone to e-mail, to ${callback.proposedEmailAddress}.`)
  },
  sendCallbackEmail: (call, callback) => {
    tellStaff(call, `Send the callback e-mail again, to ${callback.emailAddress ?? 'the address on file'}.`)
  },
}

const book = (
  { world, order, values, now, rules }: Call,
  callback: CallbackStep,
  kind: 'automatic' | 'manual',
) => {
  // That a new booking takes the place of an older one of its kind is inferred: a customer is not called twice.
  for (const call of world.calls) {
    if (call.orderNumber === order.orderNumber && call.kind === kind) call.superseded = true
  }
  const { extensionNumber, comments } = values
  world.calls.push({
    id: world.nextId++,
    at: now.toISOString(),
    orderNumber: order.orderNumber,
    kind,
    preferredTimeUTC: values['preferredTimeUTC'] ?? '',
    language: values['language'] ?? rules.defaultLanguage,
    superseded: false,
    ...(callback.phoneNumber === undefined ? {} : { phoneNumber: callback.phoneNumber }),
    ...(extensionNumber === undefined ? {} : { extensionNumber }),
    ...(comments === undefined ? {} : { comments }),
  })
}

export const updateUserOvCallback: Endpoint = {
  name: '!UpdateUserOvCallback',
  document: 'docs.sectigo.com UpdateUserOvCallback (003_….txt)',
  family: 'pairs',
  arguments: [
    ...loginArguments,
    // 1.6: nothing says that action values may be spelt otherwise, so `ReplaceEmailAddress` is invalid.
    { name: 'action', required: true, max: 100, check: (value) => actions.has(value) },
    { name: 'orderNumber', required: true, max: 128 },
    { name: 'phoneNumber', max: 32, check: (value, rules) => fitsPattern(value, rules.phonePattern) },
    { name: 'emailAddress', max: 255, check: isEmailAddress },
    { name: 'preferredTimeUTC', max: 30, check: isUtcTime },
    { name: 'extensionNumber', max: 5, check: (value, rules) => fitsPattern(value, rules.extensionPattern) },
    { name: 'language', max: 5, check: (value, rules) => rules.languages.includes(value) },
    { name: 'comments', max: 2000 },
  ],
  validate,
  perform,
}
