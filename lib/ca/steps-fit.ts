import type { OperationId } from './operation.ts'
import type { OperationFit, OrderReads, Step } from './step.ts'
import { isStoppedByReport } from './steps-reported.ts'
import { refusedRows } from './steps-stops.ts'
import type { StepKind } from './steps-table.ts'

/** Which step an operation is for; null for S/MIME, which these reads do not tell about. */
const stepOf: Readonly<Record<OperationId, StepKind | null>> = {
  'schedule-callback': 'callback',
  'request-manual-callback': 'callback',
  'replace-callback-phone': 'callback',
  'switch-callback-to-email': 'callback',
  'resend-callback-email': 'callback',
  'resend-click-through-email': 'agreement',
  'replace-click-through-email': 'agreement',
  'resend-dcv-email': 'domain-control',
  'resend-smime-collection-email': null,
  'resend-smime-verification-email': null,
  'resend-smime-invitation-email': null,
}

/** Whether an operation helps with an order as it was read, and why, in a sentence. */
export function fitOf(operation: OperationId, steps: readonly Step[], reads: OrderReads): OperationFit {
  const kind = stepOf[operation]
  const fit = (fits: OperationFit['fits'], reason: string, step: Step | null = null): OperationFit => ({
    operation,
    fits,
    step: step?.id ?? null,
    reason,
  })
  const issued = steps.find((step) => step.kind === 'issued')
  const isRefused = reads.refusedCode !== null && refusedRows[reads.refusedCode] !== undefined
  const stopped = isRefused || isStoppedByReport(reads)
  if (kind === null && stopped && issued?.state === 'blocked') return fit('no', issued.says)
  if (kind === null)
    return provesDomain(reads)
      ? fit('no', 'This order proves control of a domain, so it is hardly an S/MIME order.')
      : fit('perhaps', 'What was read does not tell whether this is an S/MIME order.')
  if (issued !== undefined && (issued.state === 'done' || stopped)) return fit('no', issued.says)

  const own = steps.filter((step) => step.kind === kind)
  const helped = own.filter((step) => step.helps.includes(operation))
  const [first] = helped.toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
  if (first !== undefined) return fit('yes', `${first.says}${helped.length > 1 ? ` ${several}` : ''}`, first)
  const open = own.find(({ state }) => state === 'not-known')
  if (open !== undefined) return fit('perhaps', `Whether it helps is not known. ${open.says}`, open)
  const reason = own.find(({ state }) => state === 'waiting' || state === 'blocked') ?? own[0]
  return fit('no', reason?.says ?? 'The order has no such step.', reason)
}

const several =
  'The order has several domains to prove; the CA’s document does not say for which of them the e-mail is sent.'

/** Only by CollectSSL's own word: the list of domains may well answer for an S/MIME order too. */
const provesDomain = ({ collectSsl }: OrderReads): boolean => {
  const state = collectSsl?.fields.dcvStatus?.state
  return state === 'open' || state === 'in-progress' || state === 'completed'
}
