import { readReply } from '../../reply.ts'
import { presentPairs } from '../../wire.ts'
import type { Wire } from '../../wire.ts'

const resendVerificationEmail: Wire = {
  path: '!ResendVerificationEmailSMIME',
  toPairs: (orderNumber, input) => [['orderNumber', orderNumber], ...presentPairs(input, ['emailAddress'])],
  readReply,
}

export const wires = { 'resend-smime-verification-email': resendVerificationEmail } as const
