import type { Confidence, Source } from '#lib/ca/outcome.ts'
import { type RuleMethod, type RuleNotice, ruleNotices } from '#lib/ca/rule-clock.ts'
import type { StepKind } from '#lib/ca/steps-table.ts'
import { type ClockedEmail, clockedEmails } from './clocks-emails.ts'
import type { OrderStateView } from './order-state.ts'
import type { Receipt } from './receipt.ts'
import type { OrderView } from './views.ts'
import { wasTaken } from './was-taken.ts'

/** Something about an order that time decides. */
export interface Clock {
  readonly id: string
  /** `e-mail`: one that was asked for at this desk. `rule`: a date of the industry's rules. */
  readonly kind: 'e-mail' | 'rule'
  readonly title: string
  /** Milliseconds since the epoch: when the e-mail was asked for, or from when on the rule holds. */
  readonly at: number
  /** When it is over; null when nobody has given it an end, and for rules, which begin at `at`. */
  readonly until: number | null
  /** Whole days since `at`; below zero as long as it lies ahead. */
  readonly days: number
  /** `over`: the e-mail's code is void, or the rule is in force. */
  readonly state: 'running' | 'soon' | 'over'
  readonly sentence: string
  /** What should be done; null when there is nothing to do. */
  readonly advice: string | null
  readonly source: Source | null
  readonly confidence: Confidence | null
}

export interface ClocksInput {
  /** Newest first. */
  readonly taken: OrderView['taken']
  /** Null when the order's state is not known here. */
  readonly state: Pick<OrderStateView, 'steps'> | null
}

const day = 86_400_000
/** From this many days before it on, a rule is “soon”, and from this long ago or ahead it is of no use any more. */
const ruleSoonDays = 90
const ruleReachDays = { past: 366, ahead: 731 }

/**
 * What time decides about an order at `now` (milliseconds since the epoch): the e-mails that were asked for here and are still waited for,
 * the latest first, and after them the dates of the industry's rules that touch it. E-mails that the CA sent by itself are not known here.
 *
 * @see rule-clock.ts in lib/ca for the dates and lives, with their sources
 */
export function clocksOf({ taken, state }: ClocksInput, now: number): readonly Clock[] {
  const receipts = taken.filter(wasTaken)
  return [...emailClocks(receipts, state, now), ...ruleClocks(receipts, state, now)]
}

function emailClocks(receipts: readonly Receipt[], state: ClocksInput['state'], now: number): Clock[] {
  const clocks: (Clock & { to: string | undefined; email: string })[] = []
  for (const receipt of receipts) {
    const email = clockedEmails[receipt.operation]
    if (email === undefined || isOver(email.step, state)) continue
    if (email.id !== 'smime-collection-email' && isOver('issued', state)) continue
    const to = addressOf(receipt)
    const newer = clocks.filter((clock) => clock.email === email.id)
    const id = newer.length === 0 ? email.id : `${email.id}-${newer.length + 1}`
    const clock = { ...emailClock(email, receipt, now), id, to, email: email.id }
    if (newer.length === 0) clocks.push(clock)
    // Only a code is used at each address by itself; without an address, the later e-mail went wherever the earlier one did.
    else if (email.life && clock.state !== 'over' && !newer.some((one) => [undefined, to].includes(one.to)))
      clocks.push(clock)
  }
  return clocks.map(({ to: _to, email: _email, ...clock }) => clock)
}

const addressOf = ({ input }: Receipt) =>
  input.emailAddress ?? input.adminEmailAddress ?? input.dcvEmailAddress

/** True when the CA says of every step of this kind that it is done or not needed. */
function isOver(kind: StepKind | null, state: ClocksInput['state']): boolean {
  const steps = state?.steps.steps.filter((step) => step.kind === kind) ?? []
  return steps.length > 0 && steps.every(({ state }) => state === 'done' || state === 'not-needed')
}

function emailClock(email: ClockedEmail, receipt: Receipt, now: number): Clock {
  const { at, source, confidence } = receipt
  const { id, title, life, did, advice } = email
  const days = Math.floor((now - at) / day)
  const to = addressOf(receipt)
  const first = `${saidOf(receipt, did)}${to === undefined ? '' : `, to ${to.replaceAll(',', ', ')}`}: ${ago(days)}.`
  const rest = { id, kind: 'e-mail', title, at, days } as const
  if (life === undefined)
    return { ...rest, until: null, state: 'running', sentence: first, advice, source, confidence }
  const until = at + life.ms
  const state = now >= until ? 'over' : now >= until - life.soon ? 'soon' : 'running'
  return {
    ...rest,
    until,
    state,
    sentence: `${first} ${state === 'over' ? life.over : life.running}`,
    advice: state === 'over' ? life.adviceOver : advice,
    source: life.source,
    confidence: 'documented',
  }
}

/** How sure it is that the e-mail went out, and by whom. */
function saidOf({ kind, confidence, resolution }: Receipt, did: string): string {
  if (resolution !== null) return `Carried out, as ${resolution.by} found out`
  if (kind !== 'done') return 'Asked for; that it was sent is not confirmed'
  return confidence === 'documented' ? did : `${did} (as we read its answer)`
}

function ago(days: number): string {
  if (days < 1) return 'less than a day ago'
  return days === 1 ? 'a day ago' : `${days} days ago`
}

function ruleClocks(receipts: readonly Receipt[], state: ClocksInput['state'], now: number): Clock[] {
  const found = new Map<string, RuleNotice>()
  for (const method of methodsOf(receipts, state))
    for (const notice of ruleNotices(now, { method })) found.set(notice.id, notice)
  return [...found.values()]
    .filter(({ daysLeft }) => -daysLeft <= ruleReachDays.past && daysLeft <= ruleReachDays.ahead)
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map((notice) => ruleClock(notice, now))
}

/** What the order makes use of, by what was sent from here and by the steps that the CA speaks of. */
function methodsOf(receipts: readonly Receipt[], state: ClocksInput['state']): RuleMethod[] {
  const steps = state?.steps.steps ?? []
  const byEmail =
    steps.some(({ helps }) => helps.includes('resend-dcv-email')) ||
    (receipts.some(({ operation }) => operation === 'resend-dcv-email') && !isOver('domain-control', state))
  const called = steps.some(
    ({ kind, state }) => kind === 'callback' && ['waiting', 'blocked'].includes(state),
  )
  return [...(byEmail ? ['dcv-email' as const] : []), ...(called ? ['callback' as const] : [])]
}

function ruleClock(
  { id, date, title, says, lasting, source, confidence, daysLeft }: RuleNotice,
  now: number,
) {
  const at = Date.parse(`${date}T00:00:00.000Z`)
  const state = daysLeft <= 0 ? 'over' : daysLeft <= ruleSoonDays ? 'soon' : 'running'
  const advice =
    lasting === null ? null : `What will last: ${lasting.charAt(0).toLowerCase()}${lasting.slice(1)}`
  const days = Math.floor((now - at) / day)
  return {
    id: `rule-${id}`,
    kind: 'rule',
    title,
    at,
    until: null,
    days,
    state,
    sentence: says,
    advice,
    source,
    confidence,
  } as const
}
