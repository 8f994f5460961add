import { commonCodes } from '../../codes-common.ts'
import type { OperationId } from '../../operation.ts'
import type { Said, Source } from '../../outcome.ts'
import type { TableRow } from '../../table.ts'

const source: Source = {
  document: 'Sectigo, “Update User OV Callback”',
  url: 'https://docs.sectigo.com/sps/update-user-ov-callback/request',
}
const all: readonly OperationId[] = [
  'schedule-callback',
  'request-manual-callback',
  'replace-callback-phone',
  'switch-callback-to-email',
  'resend-callback-email',
]

/** The list of `status` values is lost in every copy of the document; 0 and 1 are taken from the sister endpoint for click-through. */
const accepted = { code: 0, source, confidence: 'inferred', documentedMessage: null } as const

export const outcomes: readonly TableRow[] = [
  {
    ...accepted,
    operations: all,
    status: 0,
    kind: 'nothing-done',
    title: 'Nothing done: the callback does not fit the order’s state',
    explanation:
      'The CA took the request but says that it is not relevant for the order’s present state. Nothing was booked or passed on.',
    nextStep:
      'Look at the order’s state. Most likely the callback is already complete, or the organisation check or the agreement has to be finished first.',
    actsNext: 'you',
  },
  {
    ...accepted,
    operations: ['schedule-callback'],
    status: 1,
    kind: 'done',
    title: 'Callback booked',
    explanation: ({ when }: Said) =>
      `The CA booked its automatic call${when === undefined ? ' for the time that was asked for' : ` for ${when}`}.`,
    nextStep:
      'Tell the customer to be by the verified phone at that time, to pick up and to note the code. An automatic call cannot pass a phone menu or a voicemail.',
    actsNext: 'the customer',
  },
  {
    ...accepted,
    operations: ['request-manual-callback'],
    status: 1,
    kind: 'passed-on',
    title: 'Manual callback requested',
    explanation: ({ when }: Said) =>
      `The CA passed the request for a call by hand${when === undefined ? '' : ` at about ${when}`} to its staff. The call itself is not booked.`,
    nextStep:
      'A person at the CA has to make the call. Check the order after that time; if nothing has moved, contact the CA’s support.',
    actsNext: 'CA staff',
  },
  {
    ...accepted,
    operations: ['replace-callback-phone'],
    status: 1,
    kind: 'passed-on',
    title: 'New phone number proposed',
    explanation: ({ recipient }: Said) =>
      `The CA told its staff about ${recipient === undefined ? 'the new number' : `the number ${recipient}`}. That it is in use is not confirmed.`,
    nextStep:
      'The CA’s staff have to verify the number in a public register or directory. Check the order later, before a callback is booked.',
    actsNext: 'CA staff',
  },
  {
    ...accepted,
    operations: ['switch-callback-to-email'],
    status: 1,
    kind: 'passed-on',
    title: 'Switch to e-mail requested',
    explanation: ({ recipient }: Said) =>
      `The CA told its staff to move the callback to e-mail${recipient === undefined ? '' : `, to ${recipient}`}. That an e-mail was sent is not confirmed.`,
    nextStep:
      'The CA’s staff have to accept the address and send the e-mail. Check the order later and ask the customer whether it arrived.',
    actsNext: 'CA staff',
  },
  {
    ...accepted,
    operations: ['resend-callback-email'],
    status: 1,
    kind: 'passed-on',
    title: 'Callback e-mail requested again',
    explanation:
      'The CA told its staff to send the callback e-mail to the customer again. That it was sent is not confirmed.',
    nextStep:
      'Ask the customer later whether the e-mail arrived, also in the spam folder. If not, contact the CA’s support.',
    actsNext: 'CA staff',
  },
  ...commonCodes({ operations: all, source, confidence: 'inferred' }),
  {
    operations: all,
    code: -20,
    status: null,
    documentedMessage: null,
    source,
    confidence: 'inferred',
    kind: 'refused',
    title: 'Refused: something about this order stands in the way',
    explanation:
      'The CA refused this action for this order. Its message says why. Nothing was booked or passed on.',
    nextStep: 'Read the CA’s message and check the order’s state before anything is sent again.',
    actsNext: 'you',
  },
]
