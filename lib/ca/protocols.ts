import 'server-only'
import { wires as resendCollectionEmailSmime } from './endpoints/resend-collection-email-smime/wire.ts'
import { wires as resendDcvEmail } from './endpoints/resend-dcv-email/wire.ts'
import { wires as resendInvitationEmailSmime } from './endpoints/resend-invitation-email-smime/wire.ts'
import { wires as resendVerificationEmailSmime } from './endpoints/resend-verification-email-smime/wire.ts'
import { wires as updateUserEvClickThrough } from './endpoints/update-user-ev-click-through/wire.ts'
import { wires as updateUserOvCallback } from './endpoints/update-user-ov-callback/wire.ts'
import type { Input, OperationId } from './operation.ts'
import type { Reply, Unreadable } from './reply.ts'
import type { Wire } from './wire.ts'

/** Every operation's wire mapping; the compiler insists on completeness. */
const protocols: Readonly<Record<OperationId, Wire>> = {
  ...updateUserOvCallback,
  ...updateUserEvClickThrough,
  ...resendDcvEmail,
  ...resendCollectionEmailSmime,
  ...resendVerificationEmailSmime,
  ...resendInvitationEmailSmime,
}

/** A request without credentials: the path after the base URL, and the pairs in the order of the CA's document. */
export interface EncodedRequest {
  readonly path: string
  readonly pairs: readonly (readonly [name: string, value: string])[]
}

/** Writes an operation as the CA's document has it: exact names, exact spelling, nothing that the endpoint does not list. */
export function encodeRequest(id: OperationId, orderNumber: string, input: Input): EncodedRequest {
  const { path, toPairs } = protocols[id]
  return { path, pairs: toPairs(orderNumber, input) }
}

/** Reads a whole reply body of an operation's endpoint. Never throws; what cannot be read says why. */
export function readReply(
  id: OperationId,
  bytes: Uint8Array,
  contentType: string | null,
): Reply | Unreadable {
  return protocols[id].readReply(bytes, contentType)
}
