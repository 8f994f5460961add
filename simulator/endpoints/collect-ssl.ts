// CollectSSL: docs.sectigo.com/sps collect-ssl (request, overview, changelog) and section 6.1. Only what tells of an order's status is
// played through; a certificate that is asked for is a placeholder.
import {
  invalid,
  loginArguments,
  orderError,
  type ArgumentSpec,
  type Call,
  type Endpoint,
} from '../endpoint.ts'
import { byNumbers } from '../find-by-numbers.ts'
import type { Standing } from '../order-state.ts'
import type { Reply } from '../reply.ts'
import { domainRows, numbered } from '../status/domain-fields.ts'
import { extendedStatus, type Field } from '../status/extended-status.ts'
import { isSsl } from '../status/order-status.ts'

// -20 "request rejected" (a client: order cancelled), -21, -22: second-hand, and so without a documented text.
const refusals: Partial<Record<Standing, [code: number, message: string]>> = {
  cancelled: [-20, 'The order has been cancelled.'],
  rejected: [-20, 'The certificate request has been rejected.'],
  revoked: [-21, 'The certificate has been revoked.'],
  'awaiting-payment': [-22, 'The order is still awaiting payment.'],
}

const perform = (call: Call): Reply => {
  const { order, rules, values, read } = call
  if (rules.notSslCode !== 0 && !isSsl(order)) return invalid('orderNumber', rules.notSslCode)
  if (rules.enforceReadLimit && read && read.violations.length > 0) {
    return orderError(rules.readLimitMessage, rules.readLimitCode)
  }
  if (read) read.counted = true

  const standing = order.standing
  const refusal = standing && refusals[standing]
  if (refusal) return orderError(order.standingReason ?? refusal[1], refusal[0])
  if (standing === 'signing' && !order.issued && rules.signingCode !== 0) {
    return orderError('The certificate is currently being issued.', rules.signingCode)
  }
  const fields = tell(call)
  return {
    errorCode: resultOf(order.issued === true, values['queryType']),
    pairs: fields,
    lines: asLines(fields, call),
  }
}

// "0 = being processed; 1 = available; 2 = attached" (the twin CollectMC page).
const resultOf = (issued: boolean, queryType: string | undefined): number => {
  if (!issued) return 0
  return queryType === '0' ? 1 : 2
}

const tell = ({ order, rules, values }: Call): Field[] => {
  const asked = (name: string): boolean => values[name]?.toUpperCase() === 'Y'
  const fields: Field[] = []
  if (order.issued && asked('showValidityPeriod'))
    fields.push(['notBefore', 1790000000], ['notAfter', 1807280000])
  if (asked('showFQDN')) fields.push(['fqdn', order.domains[0] ?? ''])
  if (asked('showExtStatus')) fields.push(...extendedStatus(order, rules))
  if (asked('showMDCDomainDetails') || asked('showMDCDomainDetails2')) {
    fields.push(...numbered(domainRows(order, rules, asked('showStatusDetails'))))
  }
  if (order.issued) fields.push(...certificates(values['queryType']))
  return fields
}

const certificates = (queryType: string | undefined): Field[] => {
  const own: Field[] = queryType === '1' || queryType === '2' ? [['certificate', placeholder]] : []
  const chain: Field[] = queryType === '1' || queryType === '3' ? [['caCertificate', placeholder]] : []
  return [...own, ...chain]
}

/** No certificate: the text "Not a certificate". */
export const placeholder =
  '-----BEGIN CERTIFICATE-----\nTm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n'

const asLines = (fields: Field[], { rules }: Call): (string | number)[] =>
  fields.map(([name, value]) => (rules.collectLines === 'names' ? `${name}=${value}` : value))

const flag = (name: string): ArgumentSpec => ({ name, check: (value) => /^[YN]$/i.test(value) })
const oneOf = (name: string, pattern: RegExp): ArgumentSpec => ({
  name,
  check: (value) => pattern.test(value),
})

export const collectSsl: Endpoint = {
  name: 'CollectSSL',
  folder: 'download/',
  document: 'docs.sectigo.com/sps collect-ssl (section 6.1)',
  family: 'lines',
  formats: { 0: 'lines', 1: 'pairs' },
  limited: true,
  arguments: [
    ...loginArguments,
    { name: 'orderNumber', max: 128 },
    oneOf('certificateID', /^\d{16}$/),
    oneOf('baseOrderNumber', /^\d{1,18}$/),
    { ...oneOf('queryType', /^[0-3]$/), required: true },
    oneOf('responseType', /^[0-3]$/),
    oneOf('responseEncoding', /^[01]$/),
    oneOf('responseFormat', /^[01]$/),
    oneOf('behaviourVersion', /^\d{1,3}$/),
    ...['showValidityPeriod', 'showFQDN', 'showExtStatus', 'showStatusDetails'].map(flag),
    ...['showMDCDomainDetails', 'showMDCDomainDetails2'].map(flag),
  ],
  ...byNumbers('orderNumber', 'certificateID', 'baseOrderNumber'),
  perform,
}
