// How far an order has come, apart from the steps that a partner can push on: the CA's own checks, the domains one by one, and where
// the order stands as a whole.

export const checkStates = ['not-required', 'open', 'in-progress', 'completed'] as const
export type CheckState = (typeof checkStates)[number]

export const dcvMethods = ['email', 'cname', 'http', 'https'] as const
export const domainStatuses = ['open', 'validated', 'awaiting-brand'] as const

/** A domain whose method or status is not what the step `dcv` says of the whole order. */
export type DomainControl = {
  domain: string
  method: (typeof dcvMethods)[number]
  status: (typeof domainStatuses)[number]
  /** For `email`: whom the e-mail went to. */
  address?: string
}

/** `signing`: everything is done and the certificate is being issued. `failed`: the CA could not sign (push code 3). */
export const standings = [
  'signing',
  'awaiting-payment',
  'cancelled',
  'rejected',
  'revoked',
  'replaced',
  'failed',
] as const
export type Standing = (typeof standings)[number]

/** What GetDCVEmailAddressList finds for a name, beside the constructed addresses. */
export type DomainContacts = {
  dnsTxt?: string[]
  whois?: string[]
  /** False: the list has no constructed addresses. */
  constructed?: boolean
}

/** A read of an order's status that the documents limit: CollectSSL (section 6.1). */
export type StatusRead = {
  id: number
  at: string
  endpoint: string
  loginName: string
  orderNumber: string
  /** `concurrent`: another one of the account was unanswered. `too-soon`: the last one of the order is less than 3 hours old. */
  violations: ('concurrent' | 'too-soon')[]
  /** It passed every check, so the next 3 hours are counted from it. */
  counted: boolean
}

export type PushFormat = 'GET' | 'POST'
export type PushTarget = { account: string; url: string; format: PushFormat }
export type SentPush = {
  id: number
  at: string
  account: string
  orderNumber: string
  url: string
  method: PushFormat
  /** The query of a GET, the body of a POST. */
  content: string
  attempt: number
  /** Null until answered; stays null when `error` says why. */
  answer: { statusCode: number; bodyText: string } | null
  error?: string
}
