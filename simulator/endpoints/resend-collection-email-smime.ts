// !ResendCollectionEmailSMIME: docs.sectigo.com (001_….txt, complete) and section 4.1.
import { sendMail, type Call, type Endpoint } from '../endpoint.ts'
import type { Reply } from '../reply.ts'
import { actionsOpen, notIssued, readSteps, smimeArguments, wrongState } from './smime-steps.ts'

const perform = (call: Call): Reply => {
  const steps = readSteps(call.order)
  if ('errorCode' in steps) return steps
  // An unproven mailbox is an action that is not completed; only after it does the certificate wait for its issue.
  if (steps.collection === 'not-issued') return steps.verification === 'open' ? actionsOpen : notIssued
  if (steps.collection === 'done') return wrongState
  sendMail(call, { kind: 'smime-collection', to: steps.contact, subject: 'Your e-mail certificate is ready' })
  return { errorCode: 0 }
}

export const resendCollectionEmailSmime: Endpoint = {
  name: '!ResendCollectionEmailSMIME',
  document: 'docs.sectigo.com ResendCollectionEmailSMIME (001_….txt)',
  family: 'lines',
  arguments: smimeArguments,
  perform,
}
