import type { ActsNext } from './outcome.ts'

export const operationIds = [
  'schedule-callback',
  'request-manual-callback',
  'replace-callback-phone',
  'switch-callback-to-email',
  'resend-callback-email',
  'resend-click-through-email',
  'replace-click-through-email',
  'resend-dcv-email',
  'resend-smime-collection-email',
  'resend-smime-verification-email',
  'resend-smime-invitation-email',
] as const
export type OperationId = (typeof operationIds)[number]

export const endpointIds = [
  'UpdateUserOvCallback',
  'UpdateUserEvClickThrough',
  'ResendDCVEmail',
  'ResendCollectionEmailSMIME',
  'ResendVerificationEmailSMIME',
  'ResendInvitationEmailSMIME',
] as const
export type EndpointId = (typeof endpointIds)[number]

/** An input's fields carry the CA's parameter names. `orderNumber` is the order's, not the input's. */
export type InputField =
  | 'phoneNumber'
  | 'emailAddress'
  | 'adminEmailAddress'
  | 'preferredTimeUTC'
  | 'extensionNumber'
  | 'language'
  | 'comments'
  | 'dcvEmailAddress'
  | 'dcvTemplateID'
  | 'baseOrderNumber'

/** An operation's input as it travels: text by parameter name, absent when empty. */
export type Input = Readonly<Partial<Record<InputField, string>>>

export type Control =
  | 'callback-time'
  | 'extension'
  | 'language'
  | 'phone'
  | 'email'
  | 'email-list'
  | 'comments'
  | 'dcv-address'
  | 'dcv-template'
  | 'order-number'

/** Everything a form needs to draw one field, and everything a reader needs to fill it in. */
export interface FieldCopy {
  readonly name: InputField
  readonly control: Control
  readonly label: string
  readonly hint: string
  readonly required: boolean
  /** The CA's limit in characters. */
  readonly maxLength: number
  /** Personal data: kept apart in the history so that it can be masked. */
  readonly personal: boolean
}

/** A client-safe description of an operation. */
export interface OperationAbout {
  readonly id: OperationId
  readonly endpoint: EndpointId
  /** Which step of an order it helps with; the order page groups by it. */
  readonly group: 'Callback' | 'Agreement' | 'Domain control' | 'S/MIME'
  /** Imperative, as on a button: "Schedule a callback". */
  readonly title: string
  /** One sentence: what will happen in the world. */
  readonly effect: string
  /** What happens after the CA accepts it: who acts next and what they will see. For the check before sending. */
  readonly afterwards: string
  /** When to reach for it, in one sentence. */
  readonly when: string
  readonly actsNextWhenAccepted: ActsNext
  /** The least role that may do it. Contact changes are a manager's. */
  readonly role: 'agent' | 'manager'
  /** Phone or e-mail changes demand a reason. */
  readonly contactChange: boolean
  readonly fields: readonly FieldCopy[]
  /** The send button after the check, such as "Book the call". */
  readonly sendLabel: string
  /** While it is sent, such as "Booking the call…". */
  readonly sendingLabel: string
}
