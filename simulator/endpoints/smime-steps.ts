// What the three S/MIME mail endpoints have in common. Codes and texts: ResendCollectionEmailSMIME (001_….txt, complete); that the
// two siblings use the same numbers is inferred (sections 4.2, 4.3).
import { loginArguments, type ArgumentSpec } from '../endpoint.ts'
import type { Reply } from '../reply.ts'
import type { Order, SmimeSteps } from '../types.ts'

export const smimeArguments: ArgumentSpec[] = [
  ...loginArguments,
  { name: 'orderNumber', required: true, max: 128 },
]

export const wrongState: Reply = { errorCode: -122 }
export const agreementOpen: Reply = { errorCode: -123 }
export const actionsOpen: Reply = { errorCode: -124 }
export const notIssued: Reply = { errorCode: -125 }

/** The refusals that come before any step of its own: closed or another product, agreement, open actions. */
export const readSteps = (order: Order): SmimeSteps | Reply => {
  const steps = order.smime
  if (!steps || steps.closed) return wrongState
  if (steps.agreement === 'open') return agreementOpen
  return steps.openActions.length > 0 ? actionsOpen : steps
}
