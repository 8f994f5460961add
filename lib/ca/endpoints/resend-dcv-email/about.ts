import { fieldCopy } from '../../field-copy.ts'
import type { OperationAbout } from '../../operation.ts'

export const resendDcvEmail: OperationAbout = {
  id: 'resend-dcv-email',
  endpoint: 'ResendDCVEmail',
  group: 'Domain control',
  title: 'Resend the domain control e-mail',
  effect:
    'Sends the domain control e-mail again, to the last address or to another address that the CA accepts.',
  afterwards: 'Whoever reads that mailbox opens the e-mail and enters its code on the CA’s page.',
  when: 'Control of the domain is not proven yet and the e-mail is lost, too old or went to a wrong mailbox.',
  actsNextWhenAccepted: 'the domain’s owner',
  role: 'agent',
  contactChange: false,
  fields: [
    fieldCopy(
      'dcvEmailAddress',
      'Send it to',
      'Leave empty for the last address used. Another address must be on the CA’s list, fetched within the last 24 hours.',
      false,
    ),
    fieldCopy('dcvTemplateID', 'Template', 'The CA’s own template when nothing is chosen.', false),
    fieldCopy(
      'baseOrderNumber',
      'Base order number',
      'Digits only. When it is filled in, it is sent in place of the order number.',
      false,
    ),
  ],
  sendLabel: 'Send the e-mail again',
  sendingLabel: 'Sending the e-mail…',
}
