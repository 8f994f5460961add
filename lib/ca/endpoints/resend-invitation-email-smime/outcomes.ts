import { commonCodes } from '../../codes-common.ts'
import type { OperationId } from '../../operation.ts'
import type { Source } from '../../outcome.ts'
import { smimeMessages, smimeStateCodes } from '../../smime-state-codes.ts'
import type { TableRow } from '../../table.ts'

const source: Source = {
  document: 'Sectigo, “Resend Invitation Email SMIME” v1.00',
  url: 'https://docs.sectigo.com/sps/resend-invitation-email-smime/request',
}
const operations: readonly OperationId[] = ['resend-smime-invitation-email']
/** The rows are described, their numbers and the end of the table are missing from every copy found. */
const confidence = 'inferred'

export const outcomes: readonly TableRow[] = [
  {
    operations,
    code: 0,
    status: null,
    documentedMessage: null,
    source,
    confidence,
    kind: 'done',
    title: 'Invitation e-mail sent again',
    explanation: 'The CA confirmed that it sends the invitation again, to the address on file.',
    nextStep: 'Ask the customer to look for it, also in the spam folder, and to follow its link.',
    actsNext: 'the customer',
  },
  ...commonCodes({ operations, source, confidence, messages: smimeMessages }),
  ...smimeStateCodes({ operations, source, confidence }),
]
