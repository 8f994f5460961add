import { commonCodes } from '../../codes-common.ts'
import type { OperationId } from '../../operation.ts'
import type { Said, Source } from '../../outcome.ts'
import type { TableRow } from '../../table.ts'

const source: Source = {
  document: 'Sectigo, “Resend DCV Email”',
  url: 'https://docs.sectigo.com/sps/resend-dcv-email/request',
}
const sister: Source = { document: 'Sectigo, “Mark certificates: unsuccessful API responses”, -91' }
const changelogs: Source = {
  document:
    'Sectigo, changelogs of CollectSSL v1.20 and AutoUpdateDCV v1.04, which name -90 without a meaning',
}
const all: readonly OperationId[] = ['resend-dcv-email']

const refused = { operations: all, status: null, documentedMessage: null, kind: 'refused' } as const
const permission = {
  title: 'Refused: this account may not do that',
  explanation: 'The CA says that the account has no permission for this. No e-mail was sent.',
  nextStep:
    'Check that the order belongs to this account. If it does, ask an administrator to have the right granted by the CA’s account manager.',
  actsNext: 'an administrator',
} as const

export const outcomes: readonly TableRow[] = [
  {
    operations: all,
    code: 0,
    status: null,
    documentedMessage: null,
    source,
    confidence: 'documented',
    kind: 'done',
    title: 'Domain control e-mail accepted for sending',
    explanation: ({ recipient }: Said) =>
      `The CA accepted to send the domain control e-mail again, to ${recipient ?? 'the last address used'}. It reports no more than that.`,
    nextStep: ({ recipient }: Said) =>
      `Ask the domain’s owner to look for it${recipient === undefined ? '' : ` at ${recipient}`}, also in the spam folder, and to enter its code on the CA’s page. The code is void after 30 days at the latest.`,
    actsNext: 'the domain’s owner',
  },
  ...commonCodes({ operations: all, source, confidence: 'inferred' }).map((row) =>
    row.code === -4
      ? {
          ...row,
          nextStep:
            'Correct the value that is named. A new address must be on the CA’s list for the domain, fetched within the last 24 hours. An order number must belong to this account.',
        }
      : row,
  ),
  {
    ...refused,
    ...permission,
    code: -91,
    documentedMessage: 'Permission denied',
    source: sister,
    confidence: 'inferred',
  },
  {
    ...refused,
    ...permission,
    code: -90,
    source: changelogs,
    confidence: 'inferred',
    title: 'Refused: probably a matter of permission',
    explanation:
      'The CA refused this with a code whose meaning is not published. It came together with the codes for permissions. No e-mail was sent.',
  },
  {
    ...refused,
    ...permission,
    // Words first seen with a number outside the list; the number itself is still shown.
    code: null,
    words: /\b(insufficient|no|not have|lacks?)\b[^.]{0,20}\bpermissions?\b|\bpermission denied\b/i,
    source,
    confidence: 'inferred',
  },
  {
    ...refused,
    code: null,
    words: /\b(cannot|can ?not|can't|can’t|could not|unable to)\b[^.]{0,20}\bre-?sen[dt]\b/i,
    source,
    confidence: 'inferred',
    title: 'Refused: the e-mail cannot be sent again for this order',
    explanation: 'The CA says that the domain control e-mail cannot be resent. Nothing was sent.',
    nextStep:
      'Look at the order’s state. The domain may be proven already, another method may be in use, or the order may be closed.',
    actsNext: 'you',
  },
]
