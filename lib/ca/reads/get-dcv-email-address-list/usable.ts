import type { Confidence, Source } from '../../outcome.ts'
import { endOf } from '../../rule-clock.ts'
import type { RuleMethod } from '../../rule-clock.ts'
import type { DcvAddressKind } from './reply.ts'

export interface Usability {
  readonly state: 'usable' | 'not-usable' | 'not-known'
  /** One sentence for the person who chooses. */
  readonly says: string
  readonly source: Source
  readonly confidence: Confidence
}

interface KindRow {
  readonly method: RuleMethod
  readonly until: 'usable' | 'not-known'
  readonly says: string
  readonly source: Source
  readonly confidence: Confidence
}

const br = (part: string): Source => ({
  document: `CA/Browser Forum, TLS Baseline Requirements 2.2.6, ${part}`,
  url: 'https://github.com/cabforum/servercert',
})

/** What each kind of address is, and which rule ends it. */
export const addressKinds: Readonly<Record<DcvAddressKind, KindRow>> = {
  constructed: {
    method: 'dcv-email',
    until: 'usable',
    says: 'One of the five fixed names (admin, administrator, webmaster, hostmaster, postmaster) at the domain.',
    source: br('3.2.2.4.4'),
    confidence: 'documented',
  },
  'dns-txt': {
    method: 'dcv-email',
    until: 'usable',
    says: 'The contact that the domain’s owner wrote into a TXT record.',
    source: br('3.2.2.4.14'),
    confidence: 'documented',
  },
  'dns-caa': {
    method: 'dcv-email',
    until: 'usable',
    says: 'The contact that the domain’s owner wrote into a CAA record.',
    source: br('3.2.2.4.13'),
    confidence: 'documented',
  },
  whois: {
    method: 'dcv-email-whois',
    until: 'usable',
    says: 'A contact of the domain from WHOIS.',
    source: br('3.2.2.4.2 (SC-080)'),
    confidence: 'documented',
  },
  other: {
    method: 'dcv-email',
    until: 'not-known',
    says: 'The CA lists it, and its name does not tell where it is from.',
    source: { document: 'Sectigo, “Get DCV Email Address List”, whose names in JSON are not documented' },
    confidence: 'inferred',
  },
}

/** Whether the industry's rules still let a kind of address prove control of a domain at `nowMs` (milliseconds since the epoch). */
export function usable(kind: DcvAddressKind, nowMs: number): Usability {
  const { method, until, says, source, confidence } = addressKinds[kind]
  const end = endOf(method, nowMs)
  if (end?.state === 'in-force')
    return {
      state: 'not-usable',
      says: `${says} ${end.says}`,
      source: end.source,
      confidence: end.confidence,
    }
  return { state: until, says, source, confidence }
}
