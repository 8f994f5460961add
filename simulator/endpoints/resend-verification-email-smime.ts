// !ResendVerificationEmailSMIME: section 4.2. The document's table breaks off after -16; the rest is taken from its sister (4.1).
import { isEmailAddress } from '../checks.ts'
import { invalid, sendMail, type Call, type Endpoint } from '../endpoint.ts'
import type { Reply } from '../reply.ts'
import { readSteps, smimeArguments, wrongState } from './smime-steps.ts'

const split = (list: string): string[] => list.split(',').map((address) => address.trim())

const perform = (call: Call): Reply => {
  const steps = readSteps(call.order)
  if ('errorCode' in steps) return steps
  if (steps.verification === 'done') return wrongState

  const given = call.values['emailAddress']
  const known = new Set(steps.addresses.map((address) => address.toLowerCase()))
  const chosen = given === undefined ? steps.addresses : split(given)
  if (!chosen.every((address) => known.has(address.toLowerCase()))) return invalid('emailAddress')
  for (const to of new Set(chosen)) {
    sendMail(call, {
      kind: 'smime-verification',
      to,
      subject: 'Confirm that this mailbox is yours (24 hours)',
    })
  }
  return { errorCode: 0 }
}

export const resendVerificationEmailSmime: Endpoint = {
  name: '!ResendVerificationEmailSMIME',
  document: 'docs.sectigo.com ResendVerificationEmailSMIME (section 4.2)',
  family: 'lines',
  arguments: [
    ...smimeArguments,
    // "string 32000, comma-separated list; if left out, mail goes to every address in the certificate" (4.2).
    { name: 'emailAddress', max: 32_000, check: (value) => split(value).every(isEmailAddress) },
  ],
  perform,
}
