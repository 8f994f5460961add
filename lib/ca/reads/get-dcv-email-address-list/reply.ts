/** Where the CA has an address from. `other` is a source that its name does not tell. */
export type DcvAddressKind = 'constructed' | 'whois' | 'dns-txt' | 'dns-caa' | 'other'

export interface DcvAddress {
  readonly address: string
  readonly kind: DcvAddressKind
  /** How many labels the domain after the “@” has, by the CA's name for the line: 2 for `level2_email`; null when it does not say. */
  readonly level: number | null
  /** The CA's name for it, such as `level2_email`; in JSON all names that lead to it, with dots between. */
  readonly key: string
}

export interface DcvEmailAddressesReply {
  readonly kind: 'get-dcv-email-address-list'
  /** The domain as the CA gives it back, or null. */
  readonly domain: string | null
  /** In the CA's order. The same address may stand here once for each name it has. */
  readonly addresses: readonly DcvAddress[]
}
