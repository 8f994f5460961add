import { commonCodes } from '../../codes-common.ts'
import type { OperationId } from '../../operation.ts'
import type { Source } from '../../outcome.ts'
import { smimeMessages, smimeStateCodes } from '../../smime-state-codes.ts'
import type { TableRow } from '../../table.ts'

const source: Source = {
  document: 'Sectigo, “Resend Collection Email SMIME”',
  url: 'https://docs.sectigo.com/sps/resend-collection-email-smime/request',
}
const operations: readonly OperationId[] = ['resend-smime-collection-email']
const confidence = 'documented'

export const outcomes: readonly TableRow[] = [
  {
    operations,
    code: 0,
    status: null,
    documentedMessage: null,
    source,
    confidence,
    kind: 'done',
    title: 'Collection e-mail sent again',
    explanation: 'The CA confirmed that it sends the collection e-mail again, to the address on file.',
    nextStep:
      'Ask the customer to look for it, also in the spam folder, and to collect the certificate behind its link.',
    actsNext: 'the customer',
  },
  ...commonCodes({ operations, source, confidence, messages: smimeMessages }),
  ...smimeStateCodes({ operations, source, confidence }),
]
