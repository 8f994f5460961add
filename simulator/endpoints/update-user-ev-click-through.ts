// !UpdateUserEvClickThrough: the PDF v1.02 (002_….txt), docs.sectigo.com (000_….txt) and sections 2.1 to 2.4.
import { isEmailAddress } from '../checks.ts'
import {
  invalid,
  loginArguments,
  missing,
  orderError,
  sendMail,
  type Call,
  type Endpoint,
  type Values,
} from '../endpoint.ts'
import type { Reply } from '../reply.ts'
import type { Rules } from '../rules.ts'

// "Status Value Description" (PDF, section 2).
const descriptions: Record<number, string> = {
  0: 'Action is not relevant for current order state, was not completed',
  1: 'Successfully completed',
  2: "Email Address was the same and wasn't changed. Email was re-sent.",
}

const validate = (values: Values, rules: Rules): Reply | undefined => {
  const given = values['adminEmailAddress'] !== undefined
  // "required for action 'ReplaceMailAddress', optional for other actions" (PDF, section 1).
  if (values['action'] === 'ReplaceMailAddress') return given ? undefined : missing('adminEmailAddress')
  return given && rules.resendEmailAddress === 'invalid' ? invalid('adminEmailAddress') : undefined
}

const perform = (call: Call): Reply => {
  const { order, rules, values } = call
  const step = order.clickThrough
  if (step?.refusal !== undefined) return orderError(step.refusal)
  if (step?.state !== 'open') return settled(0, rules)

  const before = step.adminEmailAddress
  const given = values['adminEmailAddress']
  const replaces = values['action'] === 'ReplaceMailAddress'
  if (replaces) step.adminEmailAddress = given
  const to = !replaces && rules.resendEmailAddress === 'used' ? (given ?? before) : step.adminEmailAddress
  sendMail(call, {
    kind: 'click-through',
    to: to ?? 'the administrator on file',
    subject: `Subscriber Agreement for ${order.domains[0] ?? order.organisation}: please accept`,
  })
  return settled(replaces && sameAddress(before, given) ? 2 : 1, rules)
}

const settled = (status: number, rules: Rules): Reply => ({
  errorCode: 0,
  status,
  ...(rules.evDescription ? { description: descriptions[status] ?? '' } : {}),
})

const sameAddress = (a: string | undefined, b: string | undefined): boolean =>
  a?.toLowerCase() === b?.toLowerCase()

export const updateUserEvClickThrough: Endpoint = {
  name: '!UpdateUserEvClickThrough',
  document: 'UpdateUserEvClickThrough v1.02 (002_….txt)',
  family: 'pairs',
  arguments: [
    ...loginArguments,
    {
      name: 'action',
      required: true,
      max: 100,
      check: (value) => value === 'ReplaceMailAddress' || value === 'ResendEmail',
    },
    { name: 'orderNumber', required: true, max: 128 },
    { name: 'adminEmailAddress', max: 255, check: isEmailAddress },
  ],
  validate,
  perform,
}
