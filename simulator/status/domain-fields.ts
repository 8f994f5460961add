// A domain's row, as !GetMDCDomainDetails and CollectSSL with showMDCDomainDetails give it (section 6.2).
import type { DomainControl } from '../order-state.ts'
import { lookUp } from '../read-rules.ts'
import type { Rules } from '../rules.ts'
import type { Order } from '../types.ts'
import type { Field } from './extended-status.ts'
import { domainsOf } from './order-status.ts'

export const domainRows = (order: Order, rules: Rules, details: boolean): Field[][] =>
  domainsOf(order).map((control) => row(control, rules, details))

/** `1_domainName`, `1_dcvMethod`, …, `2_domainName`, … */
export const numbered = (rows: Field[][]): Field[] =>
  rows.flatMap((row, index) => row.map(([name, value]): Field => [`${index + 1}_${name}`, value]))

const row = (control: DomainControl, rules: Rules, details: boolean): Field[] => {
  const fields: Field[] = [
    ['domainName', control.domain],
    ['dcvMethod', methodOf(control, rules)],
  ]
  const status = lookUp(rules.mdcStatusTexts, control.status) ?? control.status
  if (details || !rules.mdcStatusNeedsDetails) fields.push(['dcvStatus', status])
  if (details && rules.mdcDetailKey !== '') fields.push([rules.mdcDetailKey, detailOf(control)])
  return fields
}

const methodOf = ({ method, address }: DomainControl, rules: Rules): string => {
  if (method === 'email' && address !== undefined && rules.mdcEmailMethod === 'address') return address
  return lookUp(rules.mdcMethodTexts, method) ?? method
}

// Made up: no document or client shows a text.
const detailOf = ({ status, method }: DomainControl): string => {
  if (status === 'validated') return 'The domain is validated'
  if (status === 'awaiting-brand') return 'The domain awaits a brand review'
  return method === 'email' ? 'The e-mail was not answered' : 'The record was not found'
}
