import type { Outcome } from '../outcome.ts'
import type { CollectSslReply } from './collect-ssl/reply.ts'
import type { DcvEmailAddressesReply } from './get-dcv-email-address-list/reply.ts'
import type { MdcDomainDetailsReply } from './get-mdc-domain-details/reply.ts'

/** What can be asked of the CA without changing anything. */
export const readKinds = ['collect-ssl', 'get-mdc-domain-details', 'get-dcv-email-address-list'] as const
export type ReadKind = (typeof readKinds)[number]

export type ReadRequest =
  | { readonly kind: 'collect-ssl'; readonly orderNumber: string }
  | { readonly kind: 'get-mdc-domain-details'; readonly orderNumber: string }
  | {
      readonly kind: 'get-dcv-email-address-list'
      readonly domainName: string
      /** Which of the CA's two forms is asked for; JSON when left out, because it alone has the contact from the DNS. */
      readonly format?: 'json' | 'text'
    }
export type RequestOf<K extends ReadKind> = Extract<ReadRequest, { readonly kind: K }>

/** What each read tells when the CA answers it. Plain data, fit to be kept as JSON. */
export interface ReadReplies {
  readonly 'collect-ssl': CollectSslReply
  readonly 'get-mdc-domain-details': MdcDomainDetailsReply
  readonly 'get-dcv-email-address-list': DcvEmailAddressesReply
}

/** Either the typed reply, or an outcome that says why there is none: refused, unrecognised, not sent or unknown. */
export type ReadEnd<K extends ReadKind> =
  | { readonly reply: ReadReplies[K]; readonly outcome: null }
  | { readonly reply: null; readonly outcome: Outcome }

/** Client-safe description of a read. */
export interface ReadAbout {
  readonly kind: ReadKind
  /** The endpoint's path after the base URL. */
  readonly path: string
  readonly title: string
  /** One sentence: what it tells. */
  readonly tells: string
  /** What the CA asks of whoever uses it; the guard for it stands in the use case. */
  readonly fairUse: string
}
