import type { Input, OperationId } from '#lib/ca/operation.ts'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import { dcvEmailLifeDays, mailboxCodeLifeHours } from '#lib/ca/rule-clock.ts'
import { utcMs } from '#lib/time/speak-time.ts'
import type { TextId } from './texts.ts'

/** What advice needs to know of an attempt; a receipt is one. */
export interface OutcomeFacts {
  readonly order: string
  readonly operation: OperationId
  readonly kind: OutcomeKind
  readonly code: number | null
  /** Milliseconds since the epoch: when it was sent. */
  readonly at: number
  readonly input: Input
  /** What a person found out about an unknown outcome. */
  readonly resolution?: { readonly finding: 'carried-out' | 'not-carried-out' | 'cannot-tell' } | null
}

const hour = 3_600_000

/** Milliseconds for which the code of an e-mail may be used, where the rules give it an end. */
export const codeLife: Readonly<Partial<Record<OperationId, number>>> = {
  'resend-dcv-email': dcvEmailLifeDays * 24 * hour,
  'resend-smime-verification-email': mailboxCodeLifeHours * hour,
}

/** Which text fits an outcome at `now`: a call whose time is past, and a code that is void, are no longer announced. */
export function textForOutcome(facts: OutcomeFacts, now: number): TextId {
  const { kind, operation, code, resolution } = facts
  if (kind === 'unknown') return resolved[resolution?.finding ?? 'cannot-tell'] ?? accepted(facts, now)
  if (kind === 'done' || kind === 'passed-on') return accepted(facts, now)
  if (kind === 'refused') return (isSmime(operation) && smimeRefusals[code ?? 0]) || 'refused'
  return kind === 'not-sent' ? 'not-done' : kind
}

const resolved: Readonly<Record<string, TextId | undefined>> = {
  'cannot-tell': 'unknown',
  'not-carried-out': 'not-done',
}

/** What a text may say follows the operation; what was only passed on is worded so for each that can be. */
const texts: Readonly<Record<OperationId, TextId>> = {
  'schedule-callback': 'callback-booked',
  'request-manual-callback': 'callback-by-hand',
  'replace-callback-phone': 'phone-proposed',
  'switch-callback-to-email': 'callback-to-email',
  'resend-callback-email': 'callback-email',
  'resend-click-through-email': 'agreement-email',
  'replace-click-through-email': 'agreement-address',
  'resend-dcv-email': 'dcv-sent',
  'resend-smime-collection-email': 'smime-collection',
  'resend-smime-verification-email': 'smime-verification',
  'resend-smime-invitation-email': 'smime-invitation',
}
const claimLittle: ReadonlySet<TextId> = new Set([
  'callback-by-hand',
  'phone-proposed',
  'callback-to-email',
  'callback-email',
])

function accepted({ operation, kind, input, at }: OutcomeFacts, now: number): TextId {
  const text = texts[operation]
  if (kind === 'passed-on' && !claimLittle.has(text)) return 'passed-on'
  const call = callTime(input)
  if (call !== null && call < now) return 'callback-time-past'
  return at + (codeLife[operation] ?? Number.POSITIVE_INFINITY) < now ? 'code-void' : text
}

/** The call’s time in milliseconds since the epoch, or null when none was asked for. */
export const callTime = ({ preferredTimeUTC }: Input): number | null => utcMs(preferredTimeUTC ?? '')

const isSmime = (operation: OperationId) => operation.startsWith('resend-smime-')

/** Refusals that a customer can do something about, by the S/MIME endpoints’ codes. */
const smimeRefusals: Readonly<Record<number, TextId>> = {
  [-123]: 'refused-agreement',
  [-124]: 'refused-open-steps',
  [-125]: 'refused-not-issued',
}
