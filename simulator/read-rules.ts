// The rules of the read side and of the push. Their documents say less than those of the operations, so more is open here.
// Lists of `name=value` are tables. Section numbers are those of sectigo-api.md.

export type ReadRules = {
  /** 6.1: the names (D changelog, S), in the order and spelling they are sent; a name left out here is not sent. */
  extFields: string[]
  /** 6.1: -1, 1 and 2 are second-hand, 0 is inferred. */
  extNotRequired: number
  extOpen: number
  extInProgress: number
  extCompleted: number
  /** `name=value` for every order: another value, or a name nobody knows; `name=` leaves it out. */
  extForced: string[]
  /** Some domains of an order are proven, others not. Not documented. */
  partlyProven: 'open' | 'in-progress'
  /** A call is booked. Not documented. */
  bookedCall: 'open' | 'in-progress'
  /** 6.1: only "Awaiting Brand Validation" is documented. */
  statusTexts: string[]
  /** 10.6: the line order of responseFormat=0 was not found: bare values in the order of `extFields`, or `name=value`. */
  collectLines: 'values' | 'names'
  /** 6.1: -26 "currently being issued" is second-hand; 0 answers "being processed" with all checks done. */
  signingCode: number
  /** CollectSSL for an order that is not a TLS certificate. Not documented; 0 answers as if it were. */
  notSslCode: number
  /** 6.1: "no more often than once every 3 hours", "no concurrent calls"; what happens otherwise is not said. -42 is inferred (7). */
  enforceReadLimit: boolean
  readLimitCode: number
  readLimitMessage: string
  readHours: number
  /** 6.2: `method=text` as seen (S). */
  mdcMethodTexts: string[]
  /** 6.2: for e-mail the text, or the address itself (S: both seen). */
  mdcEmailMethod: 'text' | 'address'
  /** 6.2: `Validated` was seen (S); the others are made from names that cPanel uses. */
  mdcStatusTexts: string[]
  /** 6.2: what showStatusDetails shows was not found: a key (empty: none), and whether dcvStatus needs it. */
  mdcDetailKey: string
  mdcStatusNeedsDetails: boolean
  /** 6.2: JSON keys were not found. */
  mdcJsonShape: 'rows' | 'numbered'
  mdcJsonListKey: string
  /** 6.2: "awaiting validation"; what an order answers that is not; 0 answers it. */
  mdcClosedOrderCode: number
  /** 5.1 shows neither which mailboxes nor how many; these five are the Baseline Requirements' (3.2.2.4.4). */
  dcvListNames: string[]
  /** 5.1: a blank follows the tab in the sample, except after domain_name. */
  dcvListBlank: boolean
  /** 5.1, 9: WHOIS is gone; what the list says now was not found. */
  dcvListWhois: 'absent' | 'none' | 'listed'
  /** 5.1: level2 is the 2-label domain. Under these it would be the registry's own, so their lists start one level deeper (I). */
  dcvListSuffixes: string[]
  /** 5.2: what counts as an internal name, beside a name without a dot. */
  internalSuffixes: string[]
  /** 5.1: JSON keys were not found. `%` is the level. */
  dcvListJsonShape: 'lists' | 'rows'
  dcvListJsonKeys: string[]
  /** 8: "phone validation does not start until the agreement is accepted" (S); the text is made up. */
  callbackWaitsMessage: string
  /** 6.8: the eventType of the click-through event was not found. */
  pushClickThroughEvent: string
  /** 6.8: "any": the code that comes with the events that have none of their own. */
  pushAnyCode: string
  /** 6.8: 6 "Valid" or 9 "Issued but not yet collected". */
  pushIssuedCode: number
  /** 6.8: which event carries verificationCode is cut off; empty: none. */
  pushVerificationEvent: string
  /** 6.8: retries were not found. */
  pushRetries: number
  pushTimeoutMs: number
}

export const defaultReadRules: ReadRules = {
  extFields: [
    'csrStatus',
    'dcvStatus',
    'ovCallBackStatus',
    'organizationValidationStatus',
    'freeDVUPStatus',
    'evClickThroughStatus',
    'brandValStatus',
    'caaStatus',
    'maStatus',
    'evAssumedName',
    'evPhysicalExistence',
    'evOperationalExistence',
    'evSignerApproverRequester',
    'evSignerSecondApproval',
    'certificateStatus',
    'validationStatus',
  ],
  extNotRequired: -1,
  extOpen: 0,
  extInProgress: 2,
  extCompleted: 1,
  extForced: [],
  partlyProven: 'in-progress',
  bookedCall: 'in-progress',
  statusTexts: [
    'brand=Awaiting Brand Validation',
    'pending=Awaiting Validation',
    'validated=Validated',
    'issued=Issued',
    'failed=Pre-Sign Failed',
  ],
  collectLines: 'values',
  signingCode: -26,
  notSslCode: -4,
  enforceReadLimit: false,
  readLimitCode: -42,
  readLimitMessage: 'The call limit has been reached. Please try again later.',
  readHours: 3,
  mdcMethodTexts: ['email=EMAIL', 'cname=CNAME CSR Hash', 'http=HTTP CSR Hash', 'https=HTTPS CSR Hash'],
  mdcEmailMethod: 'text',
  mdcStatusTexts: ['validated=Validated', 'open=Not Validated', 'awaiting-brand=Awaiting Brand'],
  mdcDetailKey: 'dcvStatusDetails',
  mdcStatusNeedsDetails: false,
  mdcJsonShape: 'rows',
  mdcJsonListKey: 'domains',
  mdcClosedOrderCode: 0,
  dcvListNames: ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'],
  dcvListBlank: true,
  dcvListWhois: 'absent',
  dcvListSuffixes: ['co.uk', 'org.uk', 'com.au', 'co.jp', 'com.br', 'co.za', 'com.tr'],
  internalSuffixes: ['local', 'localhost', 'localdomain', 'internal', 'intranet', 'lan', 'corp', 'home'],
  dcvListJsonShape: 'lists',
  dcvListJsonKeys: [
    'domain_name=domain_name',
    'whois_email=whois_email',
    'dns_txt=dns_txt_email',
    'level=level%_email',
    'rows=emails',
    'type=type',
    'address=address',
  ],
  callbackWaitsMessage: 'The callback cannot start yet, because another step of the order is not completed.',
  pushClickThroughEvent: 'ClickThrough',
  pushAnyCode: '0',
  pushIssuedCode: 6,
  pushVerificationEvent: '',
  pushRetries: 0,
  pushTimeoutMs: 5000,
}

export const readChoices = {
  partlyProven: ['open', 'in-progress'],
  bookedCall: ['open', 'in-progress'],
  collectLines: ['values', 'names'],
  mdcEmailMethod: ['text', 'address'],
  mdcJsonShape: ['rows', 'numbered'],
  dcvListWhois: ['absent', 'none', 'listed'],
  dcvListJsonShape: ['lists', 'rows'],
}

/** The value of a name in a `name=value` table; names are compared without regard to case. */
export const lookUp = (table: readonly string[], name: string): string | undefined => {
  const found = table.findLast((entry) => entry.toLowerCase().startsWith(`${name.toLowerCase()}=`))
  return found?.slice(name.length + 1)
}
