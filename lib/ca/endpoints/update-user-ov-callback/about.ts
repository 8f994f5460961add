import { fieldCopy } from '../../field-copy.ts'
import type { OperationAbout } from '../../operation.ts'

const time = fieldCopy(
  'preferredTimeUTC',
  'Date and time of the call',
  'Pick it in the customer’s time zone; the CA is told UTC. Choose a time at which somebody will pick up.',
  true,
)
const extension = fieldCopy(
  'extensionNumber',
  'Extension',
  'Up to 5 digits, when the call has to pass a switchboard.',
  false,
)
const language = fieldCopy(
  'language',
  'Language of the call',
  'When nothing is chosen the CA uses its default, probably English (en-us).',
  false,
)

export const scheduleCallback: OperationAbout = {
  id: 'schedule-callback',
  endpoint: 'UpdateUserOvCallback',
  group: 'Callback',
  title: 'Schedule a callback',
  effect: 'Books the CA’s automatic call to the verified phone number of the organisation.',
  afterwards:
    'The CA’s automatic system calls at that time and reads out a code. The customer has to pick up and use the code.',
  when: 'The organisation is checked and only the phone call is missing, and the customer has named a time.',
  actsNextWhenAccepted: 'the customer',
  role: 'agent',
  contactChange: false,
  fields: [time, extension, language],
  sendLabel: 'Book the call',
  sendingLabel: 'Booking the call…',
}

export const requestManualCallback: OperationAbout = {
  id: 'request-manual-callback',
  endpoint: 'UpdateUserOvCallback',
  group: 'Callback',
  title: 'Request a manual callback',
  effect: 'Asks the CA’s staff to call the organisation by hand at about the time you name.',
  afterwards:
    'A person at the CA has to read the request and make the call. Nothing is booked automatically.',
  when: 'The automatic call keeps failing, for example because of a phone menu, a voicemail or a switchboard.',
  actsNextWhenAccepted: 'CA staff',
  role: 'agent',
  contactChange: false,
  fields: [
    time,
    extension,
    language,
    fieldCopy(
      'comments',
      'Comments for the CA’s staff',
      'In English, up to 2,000 characters. Do not write passwords here.',
      false,
    ),
  ],
  sendLabel: 'Request the call',
  sendingLabel: 'Requesting the call…',
}

export const replaceCallbackPhone: OperationAbout = {
  id: 'replace-callback-phone',
  endpoint: 'UpdateUserOvCallback',
  group: 'Callback',
  title: 'Replace the callback phone number',
  effect: 'Tells the CA’s staff that the phone number on file is wrong and proposes another one.',
  afterwards:
    'The CA’s staff have to verify the new number in a source of their own before they call it. Nobody calls it until then.',
  when: 'The number on file is wrong, or the callback should move from e-mail to telephone.',
  actsNextWhenAccepted: 'CA staff',
  role: 'manager',
  contactChange: true,
  fields: [
    fieldCopy(
      'phoneNumber',
      'New phone number',
      'With country code, up to 32 characters. The CA must be able to find it in a public register or directory.',
      true,
    ),
  ],
  sendLabel: 'Propose the number',
  sendingLabel: 'Proposing the number…',
}

export const switchCallbackToEmail: OperationAbout = {
  id: 'switch-callback-to-email',
  endpoint: 'UpdateUserOvCallback',
  group: 'Callback',
  title: 'Switch the callback to e-mail',
  effect: 'Tells the CA’s staff to move the callback from telephone to e-mail, to the address you name.',
  afterwards: 'The CA’s staff have to accept the change and the address before an e-mail goes out.',
  when: 'The organisation cannot be reached by telephone, and the CA can verify the e-mail address.',
  actsNextWhenAccepted: 'CA staff',
  role: 'manager',
  contactChange: true,
  fields: [
    fieldCopy('emailAddress', 'E-mail address for the callback', 'One address, up to 255 characters.', true),
  ],
  sendLabel: 'Ask to switch to e-mail',
  sendingLabel: 'Asking to switch…',
}

export const resendCallbackEmail: OperationAbout = {
  id: 'resend-callback-email',
  endpoint: 'UpdateUserOvCallback',
  group: 'Callback',
  title: 'Resend the callback e-mail',
  effect: 'Tells the CA’s staff to send the callback e-mail to the customer again.',
  afterwards:
    'The CA’s staff have to send the e-mail. Then the customer opens the page behind its link and takes the call.',
  when: 'The customer cannot find the callback e-mail, often because a spam filter took it.',
  actsNextWhenAccepted: 'CA staff',
  role: 'agent',
  contactChange: false,
  fields: [],
  sendLabel: 'Ask to resend the e-mail',
  sendingLabel: 'Asking to resend…',
}
