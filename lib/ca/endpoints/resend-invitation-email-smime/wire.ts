import { readReply } from '../../reply.ts'
import type { Wire } from '../../wire.ts'

const resendInvitationEmail: Wire = {
  path: '!ResendInvitationEmailSMIME',
  toPairs: (orderNumber) => [['orderNumber', orderNumber]],
  readReply,
}

export const wires = { 'resend-smime-invitation-email': resendInvitationEmail } as const
