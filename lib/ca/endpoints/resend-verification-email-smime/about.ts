import { emailListCopy } from '../../field-copy.ts'
import type { OperationAbout } from '../../operation.ts'

export const resendSmimeVerificationEmail: OperationAbout = {
  id: 'resend-smime-verification-email',
  endpoint: 'ResendVerificationEmailSMIME',
  group: 'S/MIME',
  title: 'Resend the mailbox verification e-mail',
  effect:
    'Sends the mailbox verification e-mail again, to all addresses in the certificate or to the ones you choose.',
  afterwards:
    'The owner of each mailbox opens the e-mail and confirms it within 24 hours; after that it is void.',
  when: 'A mailbox is not verified yet and the e-mail is lost or older than 24 hours.',
  actsNextWhenAccepted: 'the mailbox’s owner',
  role: 'agent',
  contactChange: false,
  fields: [
    emailListCopy(
      'Send it to',
      'Leave empty for every address in the certificate. Otherwise addresses from the certificate, separated by commas.',
    ),
  ],
  sendLabel: 'Send the e-mail again',
  sendingLabel: 'Sending the e-mail…',
}
