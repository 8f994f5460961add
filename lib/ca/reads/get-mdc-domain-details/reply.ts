export type DcvMethod = 'email' | 'cname' | 'http' | 'https' | 'not-known'
export type DomainStatus = 'validated' | 'not-validated' | 'awaiting-brand' | 'not-known'

export interface DomainControl {
  /** The number in front of the CA's keys, such as 1 in `1_domainName`; null where there was none. */
  readonly index: number | null
  readonly name: string
  readonly method: DcvMethod
  /** As the CA wrote it; null when it was absent. */
  readonly methodRaw: string | null
  /** Where the domain control e-mail goes, when the CA names the address. */
  readonly emailAddress: string | null
  readonly status: DomainStatus
  readonly statusRaw: string | null
}

export interface MdcDomainDetailsReply {
  readonly kind: 'get-mdc-domain-details'
  /** In the order of the CA's numbers. Entries without a name are left out. */
  readonly domains: readonly DomainControl[]
}
