// The shapes of the simulated CA: what it knows, what it is asked, what it keeps. All of it is plain data, so that it can be
// cloned (a fault with `before: true` runs on a clone) and printed as JSON by the control interface.
import type { BookedCall, OutboxMail, StaffNote } from './effects.ts'
import type { CheckState, DomainContacts, DomainControl, Standing } from './order-state.ts'
import type { Rules } from './rules.ts'

export type * from './effects.ts'
export type * from './order-state.ts'

export type Account = {
  loginName: string
  password: string
  label: string
  locked: boolean
  failedLogins: number
  /** Endpoints this account may not use; `'*'` means all. The code is `deniedCode` or the rule `permissionCode`. */
  deniedEndpoints: string[]
  deniedCode?: number
  /** Mail templates arranged with the account manager; left out: any integer is accepted. */
  dcvTemplates?: number[]
}

/** `refusal` makes the CA answer -20 with that text, whatever the state. */
export type CallbackStep = {
  state: 'open' | 'completed' | 'not-required'
  method: 'phone' | 'email'
  phoneNumber?: string
  emailAddress?: string
  /** What was proposed to staff by ReplacePhone or replaceEmailAddress; staff must verify it first. */
  proposedPhoneNumber?: string
  proposedEmailAddress?: string
  bookedFor?: string
  refusal?: string
  /** The call cannot start before this is done. */
  waitsFor?: 'agreement' | 'organisation'
}

export type ClickThroughStep = {
  state: 'open' | 'accepted' | 'not-required'
  adminEmailAddress?: string
  refusal?: string
}

/** `listedAt`: when GetDCVEmailAddressList returned it last (ISO time); `'now'` stays fresh for ever; null: never. */
export type DcvAddress = { address: string; listedAt: string | null }

export type DcvStep = {
  state: 'open' | 'completed' | 'other-method' | 'closed'
  lastAddress?: string
  addresses: DcvAddress[]
}

/** The three S/MIME mails are steps of their own; a closed certificate is revoked, rejected or cancelled. */
export type SmimeSteps = {
  invitation: 'open' | 'done'
  verification: 'open' | 'done'
  collection: 'not-issued' | 'open' | 'done'
  closed?: boolean
  agreement: 'accepted' | 'open'
  openActions: string[]
  contact: string
  addresses: string[]
}

export type Order = {
  orderNumber: string
  baseOrderNumber?: string
  /** Login name of the owner; `'*'` belongs to every account (the misbehaving orders). */
  account: string
  product: string
  organisation: string
  domains: string[]
  story: string
  callback?: CallbackStep
  clickThrough?: ClickThroughStep
  dcv?: DcvStep
  smime?: SmimeSteps
  certificateID?: string
  csr?: CheckState
  organisationCheck?: CheckState
  brand?: CheckState
  caa?: CheckState
  issued?: boolean
  standing?: Standing
  standingReason?: string
  domainControl?: DomainControl[]
  /** `name=value`: what CollectSSL shows of this order instead of what follows from its state; `name=` leaves it out. */
  statusOverrides?: string[]
  /** The account lacks the right to touch this one order. */
  permissionDenied?: boolean
  fault?: OrderFault
}

export const faultKinds = [
  'slow',
  'silent',
  'reset-before',
  'reset-after',
  'cut-body',
  'html-page',
  'http-500',
  'redirect',
  'wrong-type',
  'latin-1',
  'huge',
  'unknown-code',
  'unknown-status',
  'empty',
] as const
export type FaultKind = (typeof faultKinds)[number]

export type OrderFault = {
  fault: FaultKind
  /** For `slow`: how long the answer waits. Default 3,000. */
  delayMs?: number
  /** True: the CA did not carry the operation out. Default: it did, and only the answer is hurt. */
  before?: boolean
}

/** Without `orderNumber` or `endpoint` it meets every order or endpoint; without `times` it stays. */
export type FaultSpec = OrderFault & { orderNumber?: string; endpoint?: string; times?: number }
export type SetFault = FaultSpec & { id: number }

export type AnswerSpec = {
  orderNumber?: string
  endpoint?: string
  errorCode?: number
  errorMessage?: string
  /** Fills 'xxxx' in the documented message of -2, -3 and -4. */
  argument?: string
  status?: number
  description?: string
  errorItem?: string
  /** The whole body, instead of the fields above. */
  raw?: string
  rawBase64?: string
  contentType?: string
  httpStatus?: number
  /** True: the operation is carried out as well. Default: the answer is only said. */
  effect?: boolean
  times?: number
}
export type SetAnswer = AnswerSpec & { id: number }

export type World = {
  accounts: Map<string, Account>
  orders: Map<string, Order>
  domains: Map<string, DomainContacts>
  rules: Rules
  outbox: OutboxMail[]
  calls: BookedCall[]
  notes: StaffNote[]
  nextId: number
}

export type RecordedAnswer = {
  statusCode: number
  headers: Record<string, string>
  bodyBase64: string
  bodyText: string
  /** False: fewer bytes were sent than announced, or none. */
  complete: boolean
  fault?: FaultKind
}

export type RecordedRequest = {
  id: number
  at: string
  kind: 'partner' | 'followed-redirect' | 'other'
  method: string
  path: string
  httpVersion: string
  /** Name and value pairs as received: order and spelling kept. */
  headers: [string, string][]
  bodyBase64: string
  bodyText: string
  /** The client went away before the body was complete. */
  aborted: boolean
  endpoint?: string
  action?: string
  orderNumber?: string
  loginName?: string
  /** Null until an answer went out; stays null when there was none. */
  answer: RecordedAnswer | null
}

export type Deep<T> = { [K in keyof T]?: T[K] extends (infer U)[] | undefined ? U[] : Deep<T[K]> | null }
export type OrderPatch = Deep<Order>
