// !ResendDCVEmail: docs.sectigo.com (004_….txt, code cells stripped) and sections 3.1 to 3.4.
import { isEmailAddress, isInteger } from '../checks.ts'
import {
  invalid,
  loginArguments,
  missing,
  orderError,
  sendMail,
  type Call,
  type Endpoint,
} from '../endpoint.ts'
import { byNumbers } from '../find-by-numbers.ts'
import type { Reply } from '../reply.ts'
import type { DcvStep } from '../types.ts'

const perform = (call: Call): Reply => {
  const { order, account, rules, values } = call
  const dcv = order.dcv
  if (dcv?.state !== 'open') return orderError(rules.dcvCannotBeResentMessage, rules.dcvCannotBeResentCode)

  const given = values['dcvEmailAddress']
  if (given !== undefined && !isFresh(dcv, given, call)) return invalid('dcvEmailAddress')
  // "This parameter can be omitted if the DCV email has been sent previously." (3.1)
  const to = given ?? dcv.lastAddress
  if (to === undefined) return missing('dcvEmailAddress')

  const template = values['dcvTemplateID']
  const known = account.dcvTemplates
  if (template !== undefined && known && !known.includes(Number(template))) return invalid('dcvTemplateID')

  dcv.lastAddress = to
  sendMail(call, {
    kind: 'dcv',
    to,
    subject: `Domain control validation for ${order.domains[0] ?? order.organisation}`,
    ...(template === undefined ? {} : { template: Number(template) }),
  })
  return { errorCode: 0 }
}

// "must be one of the values returned by the GetDCVEmailAddressList API within the last 24 hours" (3.1). Boundary: 24 h is within.
const isFresh = (dcv: DcvStep, address: string, { now, rules }: Call): boolean =>
  dcv.addresses.some((entry) => {
    if (entry.address.toLowerCase() !== address.toLowerCase() || entry.listedAt === null) return false
    if (entry.listedAt === 'now') return true
    return now.getTime() - Date.parse(entry.listedAt) <= rules.dcvListHours * 3_600_000
  })

export const resendDcvEmail: Endpoint = {
  name: '!ResendDCVEmail',
  document: 'docs.sectigo.com ResendDCVEmail (004_….txt)',
  family: 'pairs',
  // 3.2: the only endpoint of the six whose reply has errorItem.
  hasErrorItem: true,
  arguments: [
    ...loginArguments,
    { name: 'orderNumber', check: isInteger },
    { name: 'baseOrderNumber', check: isInteger },
    { name: 'dcvEmailAddress', max: 255, check: isEmailAddress },
    { name: 'dcvTemplateID', check: isInteger },
  ],
  ...byNumbers('orderNumber', 'baseOrderNumber'),
  perform,
}
