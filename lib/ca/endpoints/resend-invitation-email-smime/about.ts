import type { OperationAbout } from '../../operation.ts'

export const resendSmimeInvitationEmail: OperationAbout = {
  id: 'resend-smime-invitation-email',
  endpoint: 'ResendInvitationEmailSMIME',
  group: 'S/MIME',
  title: 'Resend the invitation e-mail',
  effect: 'Sends the invitation to start with the S/MIME certificate again.',
  afterwards: 'The customer opens the invitation and follows its link to start.',
  when: 'The customer has not started and cannot find the invitation.',
  actsNextWhenAccepted: 'the customer',
  role: 'agent',
  contactChange: false,
  fields: [],
  sendLabel: 'Send the invitation again',
  sendingLabel: 'Sending the invitation…',
}
