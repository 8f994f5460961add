import type { DcvAddressKind } from '#lib/ca/reads/get-dcv-email-address-list/reply.ts'
import type { Usability } from '#lib/ca/reads/get-dcv-email-address-list/usable.ts'
import type { DomainControl } from '#lib/ca/reads/get-mdc-domain-details/reply.ts'
import type { ReadFailure } from './order-state.ts'

/** One address that the CA takes for a domain, as the picker offers it. */
export interface DcvChoice {
  readonly address: string
  readonly kind: DcvAddressKind
  readonly usable: Usability['state']
  /** Where the address is from and, when a rule has ended it, which. */
  readonly says: string
}

/** The addresses that the CA takes for a domain, as last read. It carries no secret. */
export interface DcvListView {
  readonly domain: string
  /** How the CA says that the order's domain is proven; null when it is not known to be one of the order's. */
  readonly ofOrder: Pick<DomainControl, 'method' | 'status' | 'emailAddress'> | null
  /** Epoch milliseconds of the read that told the list; null when none did. */
  readonly readAt: number | null
  /** Until when the CA takes an address from it; null without a list. */
  readonly freshUntil: number | null
  /** Each address once, in the CA's order; null when there was no list yet. */
  readonly addresses: readonly DcvChoice[] | null
  /** Addresses of an earlier list that this one has no more. */
  readonly gone: readonly string[]
  /** Why the last read told nothing; null when it did. The list from before stays. */
  readonly failure: ReadFailure | null
  /** The CA's answers, free of credentials. */
  readonly raw: readonly { readonly title: string; readonly text: string }[]
}

/** The result of asking for a list. */
export type DcvListRead =
  | { readonly is: 'read'; readonly list: DcvListView }
  /** Asked for less than a minute ago, by anybody: what is kept is the answer. `nextAt` in epoch milliseconds. */
  | { readonly is: 'kept'; readonly list: DcvListView; readonly nextAt: number }
  /** The CA told nothing: `list.failure` says why. */
  | { readonly is: 'failed'; readonly list: DcvListView }
  /** The CA was not asked. */
  | { readonly is: 'not-read'; readonly field: 'domain' | 'form'; readonly message: string }
