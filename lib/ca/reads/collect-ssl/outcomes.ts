import type { Source } from '../../outcome.ts'
import { commonReadRows } from '../common-rows.ts'
import type { ReadRow } from '../wire.ts'

const twin: Source = {
  document: 'Sectigo, “Collect MC”, a sister endpoint whose page lists 0, 1 and 2',
  url: 'https://docs.sectigo.com/sps/collect-mc/request',
}
const client: Source = { document: 'DealerSafe2, error numbers of CollectSSL' }
const upmind: Source = { document: 'Upmind, Sectigo provider: the codes of CollectSSL that it accepts' }
const changelog: Source = {
  document: 'Sectigo, changelog of CollectSSL, v1.20',
  url: 'https://docs.sectigo.com/sps/collect-ssl/changelog',
}
const mark: Source = { document: 'Sectigo, “Mark certificates: unsuccessful API responses”, -91' }

const read = {
  documentedMessage: null,
  kind: 'done',
  nextStep: 'Look at the steps of the order.',
  actsNext: 'you',
} as const
/** Its name says so; what it answers for other orders is not documented. */
const sslOnly = 'This read tells of SSL orders only: for S/MIME, its operations can be used without it.'

/** All else that this read sends is always the same. */
const onlyNumber = {
  explanation:
    'The CA does not accept one of the values. Its message names it; the one that somebody entered is the order number.',
  nextStep: `Check the order number for a typing error, and that the order belongs to this account. ${sslOnly}`,
} as const

const refused = { documentedMessage: null, kind: 'refused' } as const

export const outcomes: readonly ReadRow[] = [
  {
    ...read,
    code: 0,
    title: 'Read: not issued yet',
    explanation: 'The CA says that the order is being processed and that the certificate is not issued.',
    source: twin,
    confidence: 'second-hand',
  },
  {
    ...read,
    code: 1,
    title: 'Read: the certificate is available',
    explanation: 'The CA says that the certificate is issued and can be fetched.',
    source: upmind,
    confidence: 'second-hand',
  },
  {
    ...read,
    code: 2,
    title: 'Read: the certificate is attached',
    explanation: 'The CA says that the certificate is issued and attached. We did not ask for it.',
    source: twin,
    confidence: 'inferred',
  },
  ...commonReadRows(client, 'second-hand').map((row) => {
    if (row.code === -16) return { ...row, source: changelog, confidence: 'documented' as const }
    return row.code === -4 ? { ...row, ...onlyNumber } : row
  }),
  {
    ...refused,
    code: -20,
    title: 'Refused: the CA has rejected or cancelled this order',
    explanation: 'The CA says that the request for the certificate was rejected, or the order cancelled.',
    nextStep: 'Nothing here can move it. Ask the CA’s support why, or place a new order.',
    actsNext: 'you',
    source: client,
    confidence: 'second-hand',
  },
  {
    ...refused,
    code: -21,
    title: 'Refused: the certificate has been revoked',
    explanation: 'The CA says that the certificate of this order was revoked.',
    nextStep: 'Nothing here can move it. The customer needs another certificate.',
    actsNext: 'you',
    source: client,
    confidence: 'second-hand',
  },
  {
    ...refused,
    code: -22,
    title: 'Refused: the order still awaits payment',
    explanation: 'The CA says that the order still awaits payment, and tells no more of its state.',
    nextStep: 'See to the payment at the CA.',
    actsNext: 'an administrator',
    source: client,
    confidence: 'second-hand',
  },
  {
    ...refused,
    code: -26,
    title: 'Refused: the certificate is being issued right now',
    explanation:
      'The CA says that the certificate is currently being issued, and tells no more of its state.',
    nextStep: 'Wait, and read it again later.',
    actsNext: 'nobody',
    source: upmind,
    confidence: 'second-hand',
  },
  {
    ...refused,
    code: -90,
    title: 'Refused: probably a matter of permission',
    explanation: 'The CA names this code without a meaning. It came together with the codes for permissions.',
    nextStep: 'Check that the order belongs to this account.',
    actsNext: 'an administrator',
    source: changelog,
    confidence: 'inferred',
  },
  {
    ...refused,
    code: -91,
    documentedMessage: 'Permission denied',
    title: 'Refused: this account may not do that',
    explanation: 'The CA says that the account has no permission for this.',
    nextStep:
      'Check that the order belongs to this account. If it does, ask an administrator to have the right granted by the CA’s account manager.',
    actsNext: 'an administrator',
    source: mark,
    confidence: 'inferred',
  },
]
