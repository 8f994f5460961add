// !ResendInvitationEmailSMIME: section 4.3 (v1.00, Oct 2023; the table breaks off after -123).
import { sendMail, type Call, type Endpoint } from '../endpoint.ts'
import type { Reply } from '../reply.ts'
import { readSteps, smimeArguments, wrongState } from './smime-steps.ts'

const perform = (call: Call): Reply => {
  const steps = readSteps(call.order)
  if ('errorCode' in steps) return steps
  if (steps.invitation === 'done') return wrongState
  sendMail(call, {
    kind: 'smime-invitation',
    to: steps.contact,
    subject: 'You are invited to get an e-mail certificate',
  })
  return { errorCode: 0 }
}

export const resendInvitationEmailSmime: Endpoint = {
  name: '!ResendInvitationEmailSMIME',
  document: 'docs.sectigo.com ResendInvitationEmailSMIME (section 4.3)',
  family: 'lines',
  arguments: smimeArguments,
  perform,
}
