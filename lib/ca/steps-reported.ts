import type { ReportKind } from './push/report-rows.ts'
import type { Draft, OrderReads, ReportedFact } from './step.ts'
import { stepTables, type StepKind } from './steps-table.ts'

/** Which step a report is about. */
const stepOf: Readonly<Record<ReportKind, StepKind>> = {
  issued: 'issued',
  failed: 'issued',
  rejected: 'issued',
  revoked: 'issued',
  replaced: 'issued',
  brand: 'brand',
  verified: 'callback',
  'click-through': 'agreement',
}

/** After these nothing here moves the order; a failed signing may yet be tried again. */
const final: ReadonlySet<ReportKind> = new Set(['rejected', 'revoked', 'replaced'] as const)

export type Reported = Readonly<Partial<Record<StepKind, ReportedFact>>>

/**
 * The newest report about each step. What came before the last word on the certificate is left out: the order got past it. What is not known,
 * by the CA's own table, has no step.
 */
export function reportedByStep({ reported = [] }: OrderReads): Reported {
  const facts: Partial<Record<StepKind, ReportedFact>> = {}
  for (const fact of reported) {
    if (fact.kind === null) continue
    facts[stepOf[fact.kind]] ??= fact
    if (stepOf[fact.kind] === 'issued') break
  }
  return facts
}

/** A step as it was read, with what the CA has reported of it since. */
export function withReport(draft: Draft, fact: ReportedFact | undefined): Draft {
  if (fact === undefined || fact.kind === null) return draft
  const told = { ...draft, ...rawOf(fact), says: saysOf(fact) }
  // A step that was over stays so: the report says less than the read did.
  if (draft.state === 'done') return draft
  if (fact.kind === 'verified')
    return draft.state === 'not-needed' ? draft : { ...told, actsNext: null, confidence: 'inferred' }
  const { helps } = stepTables[draft.kind].rows.open
  return { ...told, state: 'waiting', actsNext: fact.actsNext, helps, open: true }
}

/** The last step by the CA's own word: the certificate is there, or the order stands still. */
export function issuedByReport(fact: ReportedFact): Draft {
  const isIssued = fact.kind === 'issued'
  return {
    id: 'issued',
    kind: 'issued',
    title: stepTables.issued.title,
    state: isIssued ? 'done' : 'blocked',
    actsNext: fact.actsNext,
    helps: [],
    ...rawOf(fact),
    says: saysOf(fact),
    open: !isIssued,
  }
}

/** True when the CA has reported the end of the order, without a certificate to use. */
export const isStoppedByReport = (reads: OrderReads): boolean => {
  const kind = reportedByStep(reads).issued?.kind
  return kind !== undefined && kind !== null && final.has(kind)
}

const saysOf = ({ title, says }: ReportedFact): string => `The CA reported “${title}”. ${says}`

const rawOf = ({ status, statusCode, source, confidence }: ReportedFact) => ({
  rawField: statusCode === null ? 'status (push)' : 'status, statusCode (push)',
  rawValue: [status, statusCode].filter((one) => one !== null).join(', '),
  source,
  confidence,
})
