import { operationIds } from './operation.ts'
import type { FieldState } from './reads/collect-ssl/field-states.ts'
import type { ExtendedField } from './reads/collect-ssl/reply.ts'
import type { Draft, OrderReads, OrderSteps, Step } from './step.ts'
import { domainSteps } from './steps-domains.ts'
import { fitOf } from './steps-fit.ts'
import { issuedByReport, reportedByStep, withReport } from './steps-reported.ts'
import { blockedBy, refusedRows, signFailed } from './steps-stops.ts'
import { stepKinds, stepTables } from './steps-table.ts'
import type { StepKind, StepRow, StepState } from './steps-table.ts'

export type { OperationFit, OrderReads, OrderSteps, ReportedFact, Step } from './step.ts'
export type { StepKind, StepState } from './steps-table.ts'

/**
 * From what was read to the steps of the order, which one blocks it, and which operations help. Pure and client-safe. A value that is not
 * known, or absent, makes no step done and none blocking. What the CA reported since stands above what was read.
 *
 * @see steps-table.ts for every meaning with its source
 */
export function orderSteps(reads: OrderReads): OrderSteps {
  const reported = reportedByStep(reads)
  const read = stepKinds.flatMap((kind) => draftsOf(kind, reads))
  const before = withDependencies(read.map((draft) => withReport(draft, reported[draft.kind])))
  const end = reported.issued
  const drafts = [...before, end === undefined ? issued(reads, before) : issuedByReport(end)]
  const blockingAt =
    end === undefined ? findBlocking(drafts, reads) : end.kind === 'issued' ? -1 : before.length
  const steps = drafts.map((draft, at) => stepOf(draft, at === blockingAt))
  return {
    steps,
    blocking: steps[blockingAt] ?? null,
    operations: operationIds.map((operation) => fitOf(operation, steps, reads)),
  }
}

function stepOf(draft: Draft, blocking: boolean): Step {
  const step: Step & { open?: boolean } = { ...draft, blocking }
  delete step.open
  return step
}

function draftsOf(kind: StepKind, reads: OrderReads): Draft[] {
  const { field } = stepTables[kind]
  if (kind === 'issued') return []
  if (kind === 'ev-checks') return evChecks(reads)
  const draft = fieldDraft(kind, field, reads)
  if (kind === 'csr') return draft.rawValue === null || isOver(draft.state) ? [] : [draft]
  if (kind === 'domain-control') return domainSteps(reads.domains ?? [], draft)
  return [kind === 'brand' ? brand(draft, reads) : draft]
}

/** A step as one extended status tells it. */
function fieldDraft(kind: StepKind, field: ExtendedField | null, { collectSsl }: OrderReads): Draft {
  const status = field === null ? undefined : collectSsl?.fields[field]
  if (status === undefined)
    return notKnown(kind, collectSsl === null ? 'Not read.' : 'The CA’s answer does not mention it.')
  return stateDraft(kind, status.state, field, status.raw)
}

function stateDraft(kind: StepKind, state: FieldState, rawField: string | null, rawValue: string): Draft {
  if (state === 'not-known')
    return {
      ...notKnown(kind, `The CA says “${rawValue}”, which is in no list that we have.`),
      rawField,
      rawValue,
    }
  return { ...rowDraft(kind, stepTables[kind].rows[state]), rawField, rawValue, open: state === 'open' }
}

const rowDraft = (kind: StepKind, row: StepRow): Draft => ({
  id: kind,
  kind,
  title: stepTables[kind].title,
  ...row,
  rawField: null,
  rawValue: null,
  open: false,
})

const notKnown = (kind: StepKind, says: string): Draft => ({
  id: kind,
  kind,
  title: stepTables[kind].title,
  state: 'not-known',
  actsNext: null,
  says,
  rawField: null,
  rawValue: null,
  helps: [],
  source: null,
  confidence: null,
  open: false,
})

const evFields: readonly ExtendedField[] = [
  'evAssumedName',
  'evPhysicalExistence',
  'evOperationalExistence',
  'evSignerApproverRequester',
  'evSignerSecondApproval',
]

/** One step for the EV checks together, told by the least advanced of them; none when the CA does not ask for any. */
function evChecks({ collectSsl }: OrderReads): Draft[] {
  for (const state of ['open', 'in-progress', 'not-known', 'completed'] as const) {
    const names = evFields.filter((name) => collectSsl?.fields[name]?.state === state)
    const values = new Set(names.map((name) => collectSsl?.fields[name]?.raw))
    if (names.length > 0) return [stateDraft('ev-checks', state, names.join(', '), [...values].join(', '))]
  }
  return []
}

/** The one text of `validationStatus` that is documented; it stands above the number. */
function brand(draft: Draft, { collectSsl }: OrderReads): Draft {
  const text = collectSsl?.validationStatus ?? ''
  if (draft.state === 'waiting' || !/^awaiting brand validation$/i.test(text)) return draft
  const row = { ...stepTables.brand.rows.open, confidence: 'documented' } as const
  return { ...rowDraft('brand', row), rawField: 'validationStatus', rawValue: text, open: true }
}

/** An open step whose turn has not come says what it waits for. One that the CA calls in progress has had its turn. */
function withDependencies(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const reason = blockedBy[draft.kind]
    const first = drafts.find((one) => stepTables[draft.kind].after.includes(one.kind) && isOpen(one.state))
    if (!draft.open || reason === undefined || first === undefined) return draft
    const says = `This comes after another step: ${first.title}. ${draft.says}`
    return { ...draft, ...reason, state: 'blocked', actsNext: first.actsNext, says, helps: [] }
  })
}

function issued({ collectSsl, refusedCode }: OrderReads, before: readonly Draft[]): Draft {
  const row = refusedCode === null ? undefined : refusedRows[refusedCode]
  const raw = { rawField: 'errorCode', rawValue: String(refusedCode ?? collectSsl?.code) }
  if (row !== undefined) return { ...rowDraft('issued', row), ...raw, open: true }
  if (refusedCode !== null)
    return { ...notKnown('issued', `The CA did not tell the order’s state: code ${refusedCode}.`), ...raw }
  if (collectSsl === null) return notKnown('issued', 'Not read.')
  if (collectSsl.result === 'not-known') return stateDraft('issued', 'not-known', raw.rawField, raw.rawValue)
  if (collectSsl.result !== 'being-processed')
    return stateDraft('issued', 'completed', raw.rawField, raw.rawValue)
  const words = collectSsl.certificateStatus
  if (words !== null && signFailed.words.test(words))
    return {
      ...rowDraft('issued', signFailed.row),
      rawField: 'certificateStatus',
      rawValue: words,
      open: true,
    }
  const draft = stateDraft('issued', 'open', raw.rawField, raw.rawValue)
  if (before.some(({ state }) => isOpen(state)))
    return {
      ...draft,
      state: 'blocked',
      actsNext: null,
      says: 'Not issued yet: the steps before come first.',
    }
  return before.every(({ state }) => isOver(state))
    ? draft
    : { ...draft, open: false, actsNext: null, says: 'Not issued yet. What it waits for is not known.' }
}

/** Where the order stands still: the first step known not to be done. Whether the last one blocks is known only if all others are over. */
function findBlocking(drafts: readonly Draft[], { collectSsl, refusedCode }: OrderReads): number {
  if (collectSsl !== null && ['available', 'attached'].includes(collectSsl.result)) return -1
  // The CA has said something of the whole order: what is known of its parts is from before, and blocks nothing any more.
  if (refusedCode !== null && refusedRows[refusedCode] !== undefined) return drafts.length - 1
  return drafts.findIndex(({ kind, state, open }) => isOpen(state) && (kind !== 'issued' || open))
}

const isOpen = (state: StepState): boolean => state === 'waiting' || state === 'blocked'
const isOver = (state: StepState): boolean => state === 'done' || state === 'not-needed'
