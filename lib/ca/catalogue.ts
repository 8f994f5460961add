import { resendSmimeCollectionEmail } from './endpoints/resend-collection-email-smime/about.ts'
import { resendDcvEmail } from './endpoints/resend-dcv-email/about.ts'
import { resendSmimeInvitationEmail } from './endpoints/resend-invitation-email-smime/about.ts'
import { resendSmimeVerificationEmail } from './endpoints/resend-verification-email-smime/about.ts'
import {
  replaceClickThroughEmail,
  resendClickThroughEmail,
} from './endpoints/update-user-ev-click-through/about.ts'
import * as callback from './endpoints/update-user-ov-callback/about.ts'
import { operationIds } from './operation.ts'
import type { OperationAbout, OperationId } from './operation.ts'

/** Every operation, described for people. Client-safe: it knows nothing of the wire. */
export const catalogue: Readonly<Record<OperationId, OperationAbout>> = {
  'schedule-callback': callback.scheduleCallback,
  'request-manual-callback': callback.requestManualCallback,
  'replace-callback-phone': callback.replaceCallbackPhone,
  'switch-callback-to-email': callback.switchCallbackToEmail,
  'resend-callback-email': callback.resendCallbackEmail,
  'resend-click-through-email': resendClickThroughEmail,
  'replace-click-through-email': replaceClickThroughEmail,
  'resend-dcv-email': resendDcvEmail,
  'resend-smime-collection-email': resendSmimeCollectionEmail,
  'resend-smime-verification-email': resendSmimeVerificationEmail,
  'resend-smime-invitation-email': resendSmimeInvitationEmail,
}

export function isOperationId(id: string): id is OperationId {
  return (operationIds as readonly string[]).includes(id)
}

/** The description of an operation, or null when the id (from a link, say) is none of ours. */
export function operationAbout(id: string): OperationAbout | null {
  return isOperationId(id) ? catalogue[id] : null
}
