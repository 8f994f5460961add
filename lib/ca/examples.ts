import { examples as resendCollectionEmailSmime } from './endpoints/resend-collection-email-smime/examples.ts'
import { examples as resendDcvEmail } from './endpoints/resend-dcv-email/examples.ts'
import { examples as resendInvitationEmailSmime } from './endpoints/resend-invitation-email-smime/examples.ts'
import { examples as resendVerificationEmailSmime } from './endpoints/resend-verification-email-smime/examples.ts'
import { examples as updateUserEvClickThrough } from './endpoints/update-user-ev-click-through/examples.ts'
import { examples as updateUserOvCallback } from './endpoints/update-user-ov-callback/examples.ts'
import type { Example } from './example.ts'

export type { Example, Situation } from './example.ts'

/** Every endpoint's examples. Client-safe; each starts from the simulator's seed as it is at the start. */
export const examples: readonly Example[] = [
  ...updateUserOvCallback,
  ...updateUserEvClickThrough,
  ...resendDcvEmail,
  ...resendCollectionEmailSmime,
  ...resendVerificationEmailSmime,
  ...resendInvitationEmailSmime,
]
