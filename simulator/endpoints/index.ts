// The registry: one line per endpoint.
import type { Endpoint } from '../endpoint.ts'
import { collectSsl } from './collect-ssl.ts'
import { getDcvEmailAddressList } from './get-dcv-email-address-list.ts'
import { getMdcDomainDetails } from './get-mdc-domain-details.ts'
import { resendCollectionEmailSmime } from './resend-collection-email-smime.ts'
import { resendDcvEmail } from './resend-dcv-email.ts'
import { resendInvitationEmailSmime } from './resend-invitation-email-smime.ts'
import { resendVerificationEmailSmime } from './resend-verification-email-smime.ts'
import { updateUserEvClickThrough } from './update-user-ev-click-through.ts'
import { updateUserOvCallback } from './update-user-ov-callback.ts'

export const endpoints: readonly Endpoint[] = [
  updateUserOvCallback,
  updateUserEvClickThrough,
  resendDcvEmail,
  resendCollectionEmailSmime,
  resendVerificationEmailSmime,
  resendInvitationEmailSmime,
  collectSsl,
  getMdcDomainDetails,
  getDcvEmailAddressList,
]

/** Paths below /products/ are case-sensitive, as in every documented address. */
export const findEndpoint = (path: string): Endpoint | undefined =>
  endpoints.find(({ folder = '', name }) => folder + name === path)
