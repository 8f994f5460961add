import { fieldCopy } from '../../field-copy.ts'
import type { OperationAbout } from '../../operation.ts'

export const resendClickThroughEmail: OperationAbout = {
  id: 'resend-click-through-email',
  endpoint: 'UpdateUserEvClickThrough',
  group: 'Agreement',
  title: 'Resend the agreement e-mail',
  effect: 'Sends the e-mail with the agreement to sign again, to the address on file.',
  afterwards: 'The customer opens the e-mail and signs the agreement behind its link.',
  when: 'The agreement is not signed and the customer cannot find the e-mail.',
  actsNextWhenAccepted: 'the customer',
  role: 'agent',
  contactChange: false,
  fields: [],
  sendLabel: 'Send the e-mail again',
  sendingLabel: 'Sending the e-mail…',
}

export const replaceClickThroughEmail: OperationAbout = {
  id: 'replace-click-through-email',
  endpoint: 'UpdateUserEvClickThrough',
  group: 'Agreement',
  title: 'Replace the agreement e-mail address',
  effect: 'Replaces the address for the agreement and sends the e-mail with the agreement there.',
  afterwards: 'Whoever reads that mailbox opens the e-mail and signs the agreement behind its link.',
  when: 'The agreement e-mail went to a wrong address or to a person who may not sign.',
  actsNextWhenAccepted: 'the customer',
  role: 'manager',
  contactChange: true,
  fields: [
    fieldCopy(
      'adminEmailAddress',
      'New e-mail address',
      'Of the person who may sign for the organisation; one address, up to 255 characters.',
      true,
    ),
  ],
  sendLabel: 'Replace the address and send',
  sendingLabel: 'Replacing the address…',
}
