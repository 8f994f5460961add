import 'server-only'
import type { Transaction } from 'kysely'
import { logTooOften } from '#lib/auth/security-log.ts'
import { appendEvent } from '#lib/store/events.ts'
import { findOrderState, saveOrderState, type OrderStateRow } from '#lib/store/order-states.ts'
import type { Database } from '#lib/store/schema.ts'
import { asksWithinMinute } from './asks-within-minute.ts'
import { isStillAllowed } from './still-allowed.ts'
import type { Desk } from './desk.ts'
import type { StateRead } from './order-state.ts'
import type { Actor } from './receipt.ts'
import { findUsableAccount } from './usable-accounts.ts'

/** One wish to read an order's state at the CA. */
export interface StateQuestion {
  readonly actor: Actor
  readonly order: string
  readonly accountId: string
  /** Why it is read before the CA's three hours are over; null otherwise. */
  readonly reason: string | null
  /** True when the page asked by itself, as it opened. */
  readonly automatic: boolean
}

export interface Claimed {
  readonly is: 'claimed'
  /** The row as it was, to go back to when nothing reaches the CA. */
  readonly before: OrderStateRow | null
  /** Until when the claim stands, in epoch milliseconds: by it the read's end knows the row as its own. */
  readonly until: number
}

/** Milliseconds between two reads of one order without a reason (CA: “no more often than once every 3 hours”), and with one. */
export const readEvery = 3 * 3_600_000
const earlyEvery = 60_000

/**
 * Decides in one transaction who reads: of two people or servers that ask in the same moment, one. Writes down who asked and why before the
 * CA is asked.
 */
export function claimRead(
  desk: Desk,
  question: StateQuestion,
): Promise<Claimed | { readonly is: 'stopped'; readonly answer: StateRead }> {
  return desk.store.write(async (tx) => {
    const now = desk.now()
    const { actor, accountId, order, reason, automatic } = question
    const before = await findOrderState(tx, accountId, order)
    const answer =
      (await refuse(tx, question)) ?? mustWait(before, reason, now) ?? (await isBusy(tx, desk, actor))
    if (answer !== null) return { is: 'stopped', answer } as const
    const until = now + 2 * desk.limits.attemptDeadline
    const isEarly = before?.tried_at != null && now < before.tried_at + readEvery
    await saveOrderState(tx, {
      account_id: accountId,
      order_number: order,
      tried_at: now,
      tried_by: actor.name,
      reading_until: until,
      read_at: before?.read_at ?? null,
      read_by: before?.read_by ?? null,
      state: before?.state ?? null,
      failure: before?.failure ?? null,
    })
    await appendEvent(tx, {
      at: now,
      kind: 'state.asked',
      actor,
      accountId,
      order,
      body: { early: isEarly, automatic },
      personal: isEarly ? { reason } : null,
    })
    return { is: 'claimed', before, until } as const
  })
}

const not = (field: 'reason' | 'form', message: string): StateRead => ({ is: 'not-read', field, message })

async function refuse(
  tx: Transaction<Database>,
  { actor, accountId }: StateQuestion,
): Promise<StateRead | null> {
  if (!(await isStillAllowed(tx, actor))) return not('form', 'Your access was ended.')
  const account = await findUsableAccount(tx, actor, accountId)
  if (account === null || account.id !== accountId) return not('form', 'The account is not known here.')
  if (account.held_at === null) return null
  return not(
    'form',
    `${account.label} is on hold, so nothing is asked of the CA until an administrator lifts the hold.`,
  )
}

function mustWait(before: OrderStateRow | null, reason: string | null, now: number): StateRead | null {
  if (before === null) return null
  if (before.reading_until !== null && now < before.reading_until)
    return { is: 'under-way', message: `${before.tried_by ?? 'Somebody'} is reading it right now.` }
  if (before.tried_at === null) return null
  const wait = reason === null ? readEvery : earlyEvery
  const nextAt = before.tried_at + wait
  if (now >= nextAt) return null
  const message =
    reason === null
      ? 'The CA asks for three hours between two reads of an order. Give a reason to read it now.'
      : 'It was read less than a minute ago. Wait for a minute, even with a reason.'
  return { is: 'recent', nextAt, message }
}

/** Reads count against the same limit per minute as attempts, but for themselves. */
async function isBusy(tx: Transaction<Database>, desk: Desk, actor: Actor): Promise<StateRead | null> {
  const { attemptsPerMinute } = desk.limits
  if ((await asksWithinMinute(tx, actor, 'state.asked', desk.now())) < attemptsPerMinute) return null
  logTooOften('reads', actor)
  return not('form', 'You have asked for very many reads within a minute. Wait for a minute.')
}
