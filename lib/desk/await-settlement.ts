import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { failureOutcome } from '#lib/ca/failure.ts'
import { log } from '#lib/log.ts'
import { findAttempt, type LabelledAttempt } from '#lib/store/attempts.ts'
import { rowOf, type Intent } from './admit.ts'
import type { Desk } from './desk.ts'
import { receiptOf } from './receipt-of.ts'
import type { Performed, Receipt } from './receipt.ts'
import { sweepAttempts } from './sweep-attempts.ts'

const pause = 200
/** Milliseconds for which a store that does not answer is asked again before the person is told. */
const patience = 5000

const waiting = new Map<string, Promise<Performed>>()

/**
 * The first receipt of a key that has arrived again, waiting for it while the first arrival is still under way. Never sends. However many arrive,
 * the store is asked for one of them. An attempt past its deadline is swept, so this ends.
 */
export function awaitSettlement(desk: Desk, intent: Intent): Promise<Performed> {
  const already = waiting.get(intent.key)
  if (already !== undefined) return already
  const asked = poll(desk, intent).finally(() => waiting.delete(intent.key))
  waiting.set(intent.key, asked)
  return asked
}

async function poll(desk: Desk, intent: Intent): Promise<Performed> {
  let silentSince: number | null = null
  for (;;) {
    const row = await look(desk, intent.key)
    const receipt = row === null ? null : receiptOf(row, true)
    if (receipt !== null) return { is: 'receipt', receipt }
    silentSince = row === null ? (silentSince ?? desk.now()) : null
    if (silentSince !== null && desk.now() - silentSince > patience)
      return { is: 'receipt', receipt: unread(desk, intent) }
    await sleep(pause)
  }
}

async function look(desk: Desk, key: string): Promise<LabelledAttempt | null> {
  try {
    const row = await findAttempt(desk.store.db, key)
    if (row !== null && row.settled_at === null && desk.now() > row.deadline_at) await sweepAttempts(desk)
    return row
  } catch (error) {
    log.error({ err: error, attempt: key }, 'a first receipt could not be read')
    return null
  }
}

/** The key was used before, so something may have gone out, and nobody can be told what came of it: that is unknown, not "not sent". */
function unread(desk: Desk, intent: Intent): Receipt {
  const outcome = JSON.stringify(failureOutcome('first-unread'))
  const row = { ...rowOf(desk, intent, desk.now()), account_label: intent.account.label, outcome }
  // The row above has an outcome, so there is a receipt.
  return receiptOf(row, true) as Receipt
}
