import { commonCodes } from '../../codes-common.ts'
import type { OperationId } from '../../operation.ts'
import type { Said, Source } from '../../outcome.ts'
import { smimeMessages, smimeStateCodes } from '../../smime-state-codes.ts'
import type { TableRow } from '../../table.ts'

const source: Source = {
  document: 'Sectigo, “Resend Verification Email SMIME”',
  url: 'https://docs.sectigo.com/sps/resend-verification-email-smime/request',
}
const operations: readonly OperationId[] = ['resend-smime-verification-email']
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
    title: 'Mailbox verification e-mail sent again',
    explanation: ({ recipient }: Said) =>
      `The CA confirmed that it sends the mailbox verification e-mail again, to ${recipient ?? 'every address in the certificate'}.`,
    nextStep:
      'Ask the owner of each mailbox to look for it, also in the spam folder, and to confirm within 24 hours. After that it is void.',
    actsNext: 'the mailbox’s owner',
  },
  ...commonCodes({ operations, source, confidence, messages: smimeMessages }),
  ...smimeStateCodes({ operations, source, confidence }),
]
