import type { OperationAbout } from '../../operation.ts'

export const resendSmimeCollectionEmail: OperationAbout = {
  id: 'resend-smime-collection-email',
  endpoint: 'ResendCollectionEmailSMIME',
  group: 'S/MIME',
  title: 'Resend the collection e-mail',
  effect: 'Sends the e-mail with the link to collect the S/MIME certificate again.',
  afterwards: 'The customer opens the e-mail and collects the certificate behind its link.',
  when: 'The certificate is issued and the customer cannot find the collection e-mail.',
  actsNextWhenAccepted: 'the customer',
  role: 'agent',
  contactChange: false,
  fields: [],
  sendLabel: 'Send the e-mail again',
  sendingLabel: 'Sending the e-mail…',
}
