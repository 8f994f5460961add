import type { Source } from '../../outcome.ts'
import { commonReadRows } from '../common-rows.ts'
import type { ReadRow } from '../wire.ts'

const page: Source = {
  document: 'Sectigo, “Get DCV Email Address List”',
  url: 'https://docs.sectigo.com/sps/get-dcv-email-address-list/request',
}
const client: Source = { document: 'DealerSafe2, error numbers of GetDCVEmailAddressList' }
const domain = {
  documentedMessage: null,
  kind: 'refused',
  nextStep: 'Check the domain name. It has to be one that the whole internet knows.',
  actsNext: 'you',
  source: client,
  confidence: 'second-hand',
} as const

export const outcomes: readonly ReadRow[] = [
  {
    code: 0,
    documentedMessage: null,
    kind: 'done',
    title: 'Read: the addresses for domain control',
    explanation: 'The CA told the addresses to which it would send the domain control e-mail.',
    nextStep: 'Choose one and use it within 24 hours; after that the CA refuses it.',
    actsNext: 'you',
    source: page,
    confidence: 'documented',
  },
  ...commonReadRows(client, 'second-hand'),
  {
    ...domain,
    code: -19,
    title: 'Refused: this is an IP address',
    explanation: 'The CA says that the domain name may not be an IP address of the internet.',
  },
  {
    ...domain,
    code: -37,
    title: 'Refused: this is an internal name',
    explanation: 'The CA says that the domain name is an internal server name or an internal IP address.',
  },
]
