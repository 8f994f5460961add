import type { Confidence, Source } from './outcome.ts'

/** What a rule is about. `callback` is the call that checks the organisation, which is no proof of a domain. */
export type RuleMethod =
  'dcv-email' | 'dcv-email-whois' | 'dcv-phone' | 'callback' | 'certificate-life' | 'code-signing'

export interface Rule {
  readonly id: string
  /** From this day on, `2028-03-15`, in UTC. */
  readonly date: string
  readonly methods: readonly RuleMethod[]
  /** Whether a method ends, is only advised against, or becomes tighter. */
  readonly effect: 'ends' | 'discouraged' | 'tighter'
  readonly title: string
  readonly says: string
  /** What will go on working; null when there is nothing to change to. */
  readonly lasting: string | null
  readonly source: Source
  readonly confidence: Confidence
}

export interface RuleNotice extends Rule {
  readonly state: 'in-force' | 'ahead'
  /** Whole days until it is in force; zero or below from then on. */
  readonly daysLeft: number
}

/** Days for which the code in a domain control e-mail may be used (BR 3.2.2.4.4). */
export const dcvEmailLifeDays = 30
/** Hours for which the code in a mailbox verification e-mail may be used (S/MIME BR 3.2.2.2). */
export const mailboxCodeLifeHours = 24
/** Hours for which the CA takes an address from its list of domain control addresses. */
export const dcvListLifeHours = 24

const br = (part: string): Source => ({
  document: `CA/Browser Forum, TLS Baseline Requirements 2.2.6, ${part}`,
  url: 'https://github.com/cabforum/servercert',
})
const documented = 'documented'
const lasting =
  'Proof by a CNAME record in the DNS or by a file on the web server, which can be set up once and automated.'

/** The industry's dates that matter at this desk, from the rules as they stood in May 2026, the earliest first. */
export const rules: readonly Rule[] = [
  {
    id: 'whois-email-ends',
    date: '2025-07-15',
    methods: ['dcv-email-whois'],
    effect: 'ends',
    title: 'E-mail addresses from WHOIS no longer count',
    says: 'No CA may prove control of a domain by an address from WHOIS any more.',
    lasting,
    source: br('3.2.2.4.2 (SC-080)'),
    confidence: documented,
  },
  {
    id: 'code-signing-460-days',
    date: '2026-03-01',
    methods: ['code-signing'],
    effect: 'tighter',
    title: 'Code signing certificates live 460 days at the most',
    says: 'Orders for code signing certificates come back sooner than the 39 months of before.',
    lasting: null,
    source: {
      document: 'CA/Browser Forum, Code Signing Baseline Requirements (CSC-31)',
      url: 'https://github.com/cabforum/code-signing',
    },
    confidence: documented,
  },
  {
    id: 'tls-200-days',
    date: '2026-03-15',
    methods: ['certificate-life', 'dcv-email', 'dcv-phone'],
    effect: 'tighter',
    title: 'TLS certificates and domain control last 200 days at the most',
    says: 'The steps of an order come back about twice a year. Both were 398 days before.',
    lasting,
    source: br('4.2.1 and 6.3.2 (SC-081)'),
    confidence: documented,
  },
  {
    id: 'organisation-398-days',
    date: '2026-03-15',
    methods: ['callback'],
    effect: 'tighter',
    title: 'An organisation is checked again after 398 days',
    says: 'The organisation check and its callback come back about once a year. It was 825 days before.',
    lasting: null,
    source: br('4.2.1 (SC-081)'),
    confidence: documented,
  },
  {
    id: 'dcv-email-phone-discouraged',
    date: '2026-03-15',
    methods: ['dcv-email', 'dcv-phone'],
    effect: 'discouraged',
    title: 'Domain control by e-mail and by phone is advised against',
    says: 'Proof of a domain by e-mail or by phone still counts, and the rules say that it should not be used.',
    lasting,
    source: br('3.2.2.4 (SC-090)'),
    confidence: documented,
  },
  {
    id: 'tls-100-days',
    date: '2027-03-15',
    methods: ['certificate-life', 'dcv-email'],
    effect: 'tighter',
    title: 'TLS certificates and domain control last 100 days at the most',
    says: 'The steps of an order come back about four times a year.',
    lasting,
    source: br('4.2.1 and 6.3.2 (SC-081)'),
    confidence: documented,
  },
  {
    id: 'dcv-phone-ends',
    date: '2027-03-15',
    methods: ['dcv-phone'],
    effect: 'ends',
    title: 'Domain control by phone ends',
    says: 'No CA may prove control of a domain by phone from then on. The callback to the organisation is another check and stays.',
    lasting,
    source: br('3.2.2.4.16, 3.2.2.4.17 and 3.2.2.5.5 (SC-090)'),
    confidence: documented,
  },
  {
    id: 'dcv-email-ends',
    date: '2028-03-15',
    methods: ['dcv-email', 'dcv-email-whois'],
    effect: 'ends',
    title: 'Domain control by e-mail ends',
    says: 'No CA may prove control of a domain by e-mail from then on, and what was proven that way before can no longer be used.',
    lasting,
    source: br('3.2.2.4.4, 3.2.2.4.13 and 3.2.2.4.14 (SC-090)'),
    confidence: documented,
  },
  {
    id: 'tls-47-days',
    date: '2029-03-15',
    methods: ['certificate-life', 'dcv-email'],
    effect: 'tighter',
    title: 'TLS certificates last 47 days, and domain control 10 days at the most',
    says: 'Orders come back about every month and a half, and domains are proven anew for each. Only automated proof keeps up with that.',
    lasting,
    source: br('4.2.1 and 6.3.2 (SC-081)'),
    confidence: documented,
  },
]

export interface RuleFilter {
  /** Only the rules about this. */
  readonly method?: RuleMethod
}

/**
 * The rules with their state at `nowMs` (milliseconds since the epoch): those in force, the latest first, after those ahead, the nearest
 * first. A rule about a method that has ended by then is left out, because there is nothing to change to it any more.
 *
 * @see CA/Browser Forum documents named in each rule; ballots after May 2026 are not covered
 */
export function ruleNotices(nowMs: number, { method }: RuleFilter = {}): readonly RuleNotice[] {
  const ended = new Set(
    rules
      .filter((rule) => rule.effect === 'ends' && daysUntil(rule, nowMs) <= 0)
      .flatMap(({ methods }) => methods),
  )
  const notices = rules
    .filter((rule) => method === undefined || rule.methods.includes(method))
    .filter((rule) => rule.effect === 'ends' || !rule.methods.every((one) => ended.has(one)))
    .map((rule): RuleNotice => {
      const daysLeft = daysUntil(rule, nowMs)
      return { ...rule, daysLeft, state: daysLeft > 0 ? 'ahead' : 'in-force' }
    })
  const ahead = notices.filter(({ state }) => state === 'ahead')
  return [...ahead, ...notices.filter(({ state }) => state === 'in-force').toReversed()]
}

/** The rule that ends a method, with its state at `nowMs`; null when none is known. */
export function endOf(method: RuleMethod, nowMs: number): RuleNotice | null {
  const ends = ruleNotices(nowMs, { method }).filter(({ effect }) => effect === 'ends')
  return ends.toSorted((a, b) => a.date.localeCompare(b.date))[0] ?? null
}

const daysUntil = (rule: Rule, nowMs: number): number =>
  Math.ceil((Date.parse(`${rule.date}T00:00:00.000Z`) - nowMs) / 86_400_000)
