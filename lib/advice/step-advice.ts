import type { Step } from '#lib/ca/step.ts'
import type { TextId } from './texts.ts'

/** What advice needs to know of a step; a `Step` is one. */
export type StepFacts = Pick<Step, 'kind' | 'title' | 'state' | 'actsNext' | 'says' | 'rawField' | 'rawValue'>

/** Which text fits a step as it stands. */
export function textForStep(step: StepFacts): TextId {
  if (step.kind === 'issued') return textForIssue(step)
  if (step.state === 'done') return 'step-done'
  if (step.state === 'not-needed') return 'step-not-needed'
  if (step.state === 'not-known') return 'step-not-known'
  if (step.state === 'blocked') return step.kind === 'callback' ? afterWhat(step) : 'step-waits'
  return waiting[step.kind](step)
}

const waiting: Readonly<Record<Exclude<StepFacts['kind'], 'issued'>, (step: StepFacts) => TextId>> = {
  csr: ({ actsNext }) => (actsNext === 'the customer' ? 'csr-customer' : 'csr-ca'),
  agreement: () => 'agreement',
  'domain-control': domainControl,
  organisation: () => 'organisation',
  'ev-checks': () => 'ev-checks',
  callback: () => 'callback',
  brand: () => 'brand',
  caa: ({ actsNext }) => (actsNext === 'the domain’s owner' ? 'caa-owner' : 'caa-ca'),
}

/** A callback waits for the agreement, which is the customer’s turn, or for the organisation, which is the CA’s. */
function afterWhat({ actsNext }: StepFacts): TextId {
  return actsNext === 'the customer' ? 'callback-after-agreement' : 'callback-after-organisation'
}

/** A step tells how a domain is to be proven in its sentence only; a test holds these words to the steps’ own. */
const mailed = /domain control e-mail goes to (?:(\S+@\S+);)?/
const ways: readonly (readonly [RegExp, TextId])[] = [
  [mailed, 'dcv-email'],
  [/proven by a CNAME record/, 'dcv-cname'],
  [/proven by a file/, 'dcv-file'],
]

function domainControl({ says, actsNext }: StepFacts): TextId {
  if (actsNext === 'CA staff') return 'brand'
  return ways.find(([words]) => words.test(says))?.[1] ?? 'dcv-unknown'
}

const stops: Readonly<Record<string, TextId>> = {
  '-20': 'order-rejected',
  '-21': 'order-revoked',
  '-22': 'order-unpaid',
  '-26': 'issuing',
}

function textForIssue({ state, actsNext, rawField, rawValue }: StepFacts): TextId {
  if (state === 'done') return 'issued'
  if (state === 'not-needed') return 'step-not-needed'
  if (state === 'not-known') return 'step-not-known'
  if (rawField === 'certificateStatus') return 'sign-failed'
  const stop = rawField === 'errorCode' ? stops[rawValue ?? ''] : undefined
  if (stop !== undefined) return stop
  if (state === 'blocked') return 'step-waits'
  if (actsNext === 'nobody') return 'issuing'
  return actsNext === 'CA staff' ? 'issue-due' : 'step-not-known'
}

/** These say by themselves how sure we are. What other texts say of a step is our reading of the CA’s numbers. */
const saysHowSure: ReadonlySet<TextId> = new Set<TextId>([
  'step-not-known',
  'callback-after-agreement',
  'callback-after-organisation',
  'issue-due',
  'issuing',
  'issued',
  'order-rejected',
  'order-revoked',
  'order-unpaid',
  'sign-failed',
])

/** Which first line a step’s text needs. */
export function headingFor(text: TextId): 'heading' | 'stateHeading' {
  return saysHowSure.has(text) ? 'heading' : 'stateHeading'
}

/** The domain and the address that a step names, as it names them. */
export function namedBy({ kind, title, says }: StepFacts): { domain?: string; email?: string } {
  if (kind !== 'domain-control') return {}
  return { domain: /^Domain control of (.+)$/s.exec(title)?.[1], email: mailed.exec(says)?.[1] }
}
