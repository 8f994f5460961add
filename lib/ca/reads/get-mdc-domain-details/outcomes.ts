import type { Source } from '../../outcome.ts'
import { commonReadRows } from '../common-rows.ts'
import type { ReadRow } from '../wire.ts'

const page: Source = {
  document: 'Sectigo, “Get MDC Domain Details”, whose list of codes could not be read',
  url: 'https://docs.sectigo.com/sps/get-mdc-domain-details/request',
}
const client: Source = { document: 'checkdomain/Comodo, test reply of GetMDCDomainDetails' }

export const outcomes: readonly ReadRow[] = [
  {
    code: 0,
    documentedMessage: null,
    kind: 'done',
    title: 'Read: the domains of the order',
    explanation: 'The CA told the domains of the order with their way of proof and its state.',
    nextStep: 'Look at the steps of the order.',
    actsNext: 'you',
    source: client,
    confidence: 'second-hand',
  },
  ...commonReadRows(page, 'inferred'),
]
