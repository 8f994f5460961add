// !GetMDCDomainDetails: docs.sectigo.com/sps and section 6.2. It also answers for orders of one domain (S).
import { isInteger } from '../checks.ts'
import { loginArguments, orderError, type Call, type Endpoint } from '../endpoint.ts'
import type { Reply } from '../reply.ts'
import { domainRows, numbered } from '../status/domain-fields.ts'

const perform = ({ order, rules, values }: Call): Reply => {
  const isClosed = order.issued === true || (order.standing !== undefined && order.standing !== 'failed')
  if (isClosed && rules.mdcClosedOrderCode !== 0) {
    return orderError('The order is not awaiting validation.', rules.mdcClosedOrderCode)
  }
  const rows = domainRows(order, rules, values['showStatusDetails']?.toUpperCase() === 'Y')
  const json =
    rules.mdcJsonShape === 'numbered'
      ? Object.fromEntries(numbered(rows))
      : { [rules.mdcJsonListKey]: rows.map((row) => Object.fromEntries(row)) }
  return { errorCode: 0, pairs: numbered(rows), json }
}

export const getMdcDomainDetails: Endpoint = {
  name: '!GetMDCDomainDetails',
  document: 'docs.sectigo.com/sps GetMDCDomainDetails (section 6.2)',
  family: 'pairs',
  formats: { 1: 'pairs', 2: 'json' },
  arguments: [
    ...loginArguments,
    { name: 'orderNumber', required: true, check: isInteger },
    { name: 'showStatusDetails', check: (value) => /^[YN]$/i.test(value) },
    { name: 'responseFormat', check: (value) => /^[12]$/.test(value) },
  ],
  perform,
}
