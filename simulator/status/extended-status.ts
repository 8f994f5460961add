// The extended status fields of CollectSSL (section 6.1), from the checks of an order, as the rules spell and number them.
import type { CheckState } from '../order-state.ts'
import { lookUp } from '../read-rules.ts'
import type { Rules } from '../rules.ts'
import type { Order } from '../types.ts'
import { checksOf, isPending, type Checks } from './order-status.ts'

export type Field = [name: string, value: string | number]

// Names are compared without regard to case: clients know `ovCallBackStatus` and `ovCallbackStatus`.
const checkOf: Record<string, keyof Checks> = {
  csrstatus: 'csr',
  dcvstatus: 'dcv',
  ovcallbackstatus: 'callback',
  organizationvalidationstatus: 'organisation',
  freedvupstatus: 'freeDvUp',
  evclickthroughstatus: 'agreement',
  brandvalstatus: 'brand',
  caastatus: 'caa',
  mastatus: 'ma',
  evassumedname: 'ev',
  evphysicalexistence: 'ev',
  evoperationalexistence: 'ev',
  evsignerapproverrequester: 'ev',
  evsignersecondapproval: 'ev',
}

export const extendedStatus = (order: Order, rules: Rules): Field[] => {
  const overrides = [...rules.extForced, ...(order.statusOverrides ?? [])]
  const checks = checksOf(order, rules)
  const known = new Set(rules.extFields.map((name) => name.toLowerCase()))
  const strange = overrides.map((entry) => entry.split('=', 1)[0] ?? '')
  const names = [...rules.extFields, ...strange.filter((name) => !known.has(name.toLowerCase()))]
  return [...new Set(names)]
    .map((name): Field => [name, lookUp(overrides, name) ?? valueOf(name, order, checks, rules)])
    .filter(([, value]) => value !== '')
}

const valueOf = (name: string, order: Order, checks: Checks, rules: Rules): string | number => {
  const check = checkOf[name.toLowerCase()]
  if (check !== undefined) return numberOf(checks[check], rules)
  if (name.toLowerCase() === 'certificatestatus') return textOf(certificateStep(order), rules)
  if (name.toLowerCase() === 'validationstatus') return textOf(validationStep(checks), rules)
  return ''
}

const numberOf = (state: CheckState, rules: Rules): number =>
  ({
    'not-required': rules.extNotRequired,
    open: rules.extOpen,
    'in-progress': rules.extInProgress,
    completed: rules.extCompleted,
  })[state]

const textOf = (step: string, rules: Rules): string => lookUp(rules.statusTexts, step) ?? ''

const certificateStep = ({ issued, standing }: Order): string => {
  if (issued) return 'issued'
  return standing === 'failed' ? 'failed' : 'pending'
}

const validationStep = (checks: Checks): string => {
  if (isPending(checks.brand)) return 'brand'
  return Object.values(checks).some(isPending) ? 'pending' : 'validated'
}
