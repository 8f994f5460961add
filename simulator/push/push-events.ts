// What the CA tells a partner's address, and when (section 6.8).
import type { Rules } from '../rules.ts'
import { isPending } from '../status/order-status.ts'
import type { Order } from '../types.ts'

export type PushMessage = Record<string, string>

const certificate = (status: string, statusCode: number, statusDesc: string): PushMessage => ({
  eventType: 'Certificate',
  status,
  statusCode: String(statusCode),
  statusDesc,
})

export const callVerified = (rules: Rules): PushMessage => ({
  eventType: 'CallBack',
  status: 'verified',
  statusCode: rules.pushAnyCode,
  statusDesc: 'Phone number verified',
})

export const clickThroughSent = (rules: Rules): PushMessage => ({
  eventType: rules.pushClickThroughEvent,
  status: 'click-through',
  statusCode: rules.pushAnyCode,
  statusDesc: 'EV click-through e-mail sent',
})

const issued = (rules: Rules): PushMessage =>
  certificate(
    'issued',
    rules.pushIssuedCode,
    rules.pushIssuedCode === 9 ? 'Issued but not yet collected' : 'Valid',
  )

const standingMessages: Partial<Record<NonNullable<Order['standing']>, (reason: string) => PushMessage>> = {
  failed: (reason) => certificate('failed', 3, `PRE-SIGN FAILED: ${reason}`),
  rejected: (reason) => certificate('rejected', 7, `Rejected: ${reason}`),
  revoked: () => certificate('revoked', 8, 'Revoked'),
  replaced: () => certificate('replaced', 14, 'Replaced'),
}

/** What a change of an order is worth telling; nothing for a new order. */
export const messagesOf = (before: Order | undefined, after: Order, rules: Rules): PushMessage[] => {
  if (!before) return []
  const messages: PushMessage[] = []
  const called = after.callback?.state === 'completed' && before.callback?.state === 'open'
  if (called) messages.push(callVerified(rules))
  if (isPending(after.brand ?? 'completed') && !isPending(before.brand ?? 'completed')) {
    messages.push(certificate('awaitingbrandvalidation', 12, 'Awaiting Validation (Brand)'))
  }
  if (after.standing !== before.standing && after.standing) {
    const message = standingMessages[after.standing]?.(after.standingReason ?? 'no reason was given')
    if (message) messages.push(message)
  }
  if (after.issued && !before.issued) messages.push(issued(rules))
  return messages.map((message) => withCode(message, rules))
}

const withCode = (message: PushMessage, rules: Rules): PushMessage =>
  message['eventType'] === rules.pushVerificationEvent ? { ...message, verificationCode: '314159' } : message
