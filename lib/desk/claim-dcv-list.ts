import 'server-only'
import type { Transaction } from 'kysely'
import { logTooOften } from '#lib/auth/security-log.ts'
import { findDcvList, saveDcvList, type DcvListRow } from '#lib/store/dcv-lists.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Database } from '#lib/store/schema.ts'
import { asksWithinMinute } from './asks-within-minute.ts'
import { isStillAllowed } from './still-allowed.ts'
import type { DcvListRead } from './dcv-list.ts'
import type { Desk } from './desk.ts'
import { isUnderWay } from './kept-dcv-list.ts'
import type { Actor } from './receipt.ts'
import { findUsableAccount } from './usable-accounts.ts'

/** One wish for the addresses that the CA takes for a domain. */
export interface ListQuestion {
  readonly actor: Actor
  /** The account's id. */
  readonly account: string
  /** The order it is read for. */
  readonly order: string
  readonly domain: string
}

/** Milliseconds between two reads of one domain's list. */
export const listEvery = 60_000

export interface ListClaimed {
  /** The row as it was, to go back to when the CA is not asked. */
  readonly before: DcvListRow | null
  /** When it was claimed, in epoch milliseconds: by it the read's end knows the row as its own. */
  readonly at: number
}

export type ClaimedList =
  | ({ readonly is: 'claimed' } & ListClaimed)
  | { readonly is: 'recent'; readonly row: DcvListRow; readonly nextAt: number }
  | { readonly is: 'under-way' }
  | { readonly is: 'stopped'; readonly answer: DcvListRead }

/**
 * Decides in one transaction who reads a list: of two people or servers that ask in the same moment, one. Writes down who asked before the
 * CA is asked. `longest` in milliseconds.
 */
export function claimList(desk: Desk, question: ListQuestion, longest: number): Promise<ClaimedList> {
  return desk.store.write(async (tx): Promise<ClaimedList> => {
    const now = desk.now()
    const { actor, account, order, domain } = question
    const problem = await refuse(tx, desk, question, now)
    if (problem !== null)
      return { is: 'stopped', answer: { is: 'not-read', field: 'form', message: problem } }
    const before = await findDcvList(tx, account, domain)
    if (isUnderWay(before, now, longest)) return { is: 'under-way' }
    if (before !== null && now < before.tried_at + listEvery)
      return { is: 'recent', row: before, nextAt: before.tried_at + listEvery }
    await saveDcvList(tx, {
      account_id: account,
      domain,
      tried_at: now,
      read_at: before?.read_at ?? null,
      addresses: before?.addresses ?? null,
      raw: before?.raw ?? null,
      failure: null,
    })
    await appendEvent(tx, {
      at: now,
      kind: 'dcv-list.asked',
      actor,
      accountId: account,
      order,
      body: { domain },
    })
    return { is: 'claimed', before, at: now }
  })
}

async function refuse(
  tx: Transaction<Database>,
  desk: Desk,
  { actor, account: accountId }: ListQuestion,
  now: number,
): Promise<string | null> {
  if (!(await isStillAllowed(tx, actor))) return 'Your access was ended.'
  const account = await findUsableAccount(tx, actor, accountId)
  if (account === null || account.id !== accountId) return 'The account is not known here.'
  if (account.held_at !== null)
    return `${account.label} is on hold, so nothing is asked of the CA until an administrator lifts the hold.`
  // Lists count against the same limit per minute as attempts, but for themselves.
  if ((await asksWithinMinute(tx, actor, 'dcv-list.asked', now)) < desk.limits.attemptsPerMinute) return null
  logTooOften('lists of addresses', actor)
  return 'You have asked for very many lists within a minute. Wait for a minute.'
}
