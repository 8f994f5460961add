import { commonCodes } from '../../codes-common.ts'
import type { OperationId } from '../../operation.ts'
import type { Said, Source } from '../../outcome.ts'
import type { TableRow } from '../../table.ts'

const source: Source = { document: 'Comodo CA, “UpdateUserEvClickThrough” v1.02' }
const page: Source = {
  document: 'Sectigo, “Update User EV Click Through”',
  url: 'https://docs.sectigo.com/sps/update-user-ev-click-through/request',
}
const all: readonly OperationId[] = ['resend-click-through-email', 'replace-click-through-email']

const accepted = { code: 0, source, confidence: 'documented' } as const

export const outcomes: readonly TableRow[] = [
  {
    ...accepted,
    operations: all,
    status: 0,
    documentedMessage: 'Action is not relevant for current order state, was not completed',
    kind: 'nothing-done',
    title: 'Nothing done: the agreement does not fit the order’s state',
    explanation:
      'The CA took the request but says that it is not relevant for the order’s present state. No e-mail was sent and no address was changed.',
    nextStep:
      'Look at the order’s state. Most likely the agreement is already signed, or this order does not need one.',
    actsNext: 'you',
  },
  {
    ...accepted,
    operations: ['resend-click-through-email'],
    status: 1,
    documentedMessage: 'Successfully completed',
    kind: 'done',
    title: 'Agreement e-mail sent again',
    explanation: 'The CA sent the e-mail with the agreement again, to the address on file.',
    nextStep:
      'Ask the customer to look for the e-mail, also in the spam folder, and to sign the agreement behind its link.',
    actsNext: 'the customer',
  },
  {
    ...accepted,
    operations: ['replace-click-through-email'],
    status: 1,
    documentedMessage: 'Successfully completed',
    kind: 'done',
    title: 'Agreement address replaced, e-mail sent',
    explanation: ({ recipient }: Said) =>
      `The CA replaced the address and sent the e-mail with the agreement to ${recipient ?? 'the new address'}.`,
    nextStep: ({ recipient }: Said) =>
      `Ask the customer to look for the e-mail${recipient === undefined ? '' : ` at ${recipient}`}, also in the spam folder, and to sign the agreement behind its link.`,
    actsNext: 'the customer',
  },
  {
    ...accepted,
    operations: ['replace-click-through-email'],
    status: 2,
    documentedMessage: "Email Address was the same and wasn't changed. Email was re-sent.",
    kind: 'done',
    title: 'Address was already the same, e-mail sent again',
    explanation: ({ recipient }: Said) =>
      `The address was already ${recipient ?? 'the one you named'}, so it was not changed. The CA sent the e-mail with the agreement there again.`,
    nextStep: 'Ask the customer to look in the spam folder: an e-mail to this address has gone out before.',
    actsNext: 'the customer',
  },
  ...commonCodes({ operations: all, source, confidence: 'documented' }),
  {
    operations: all,
    code: -20,
    status: null,
    documentedMessage: 'Order relative errors (see errorMessage for details)',
    source,
    confidence: 'documented',
    kind: 'refused',
    title: 'Refused: something about this order stands in the way',
    explanation:
      'The CA refused this for this order. Its message says why. No e-mail was sent and no address was changed.',
    nextStep: 'Read the CA’s message and check the order’s state before anything is sent again.',
    actsNext: 'you',
  },
  {
    // The web page says "no permission" in the place where the PDF has -16; on a sister page those words belong to -91. See README.md.
    operations: all,
    code: -91,
    status: null,
    documentedMessage: 'Permission denied',
    source: page,
    confidence: 'inferred',
    kind: 'refused',
    title: 'Refused: this account may not do that',
    explanation: 'The CA says that the account has no permission for this. Nothing was carried out.',
    nextStep:
      'Check that the order belongs to this account. If it does, ask an administrator to have the right granted by the CA’s account manager.',
    actsNext: 'an administrator',
  },
]
