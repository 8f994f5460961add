import { readReply } from '../../reply.ts'
import type { Wire } from '../../wire.ts'

const resendCollectionEmail: Wire = {
  path: '!ResendCollectionEmailSMIME',
  toPairs: (orderNumber) => [['orderNumber', orderNumber]],
  readReply,
}

export const wires = { 'resend-smime-collection-email': resendCollectionEmail } as const
