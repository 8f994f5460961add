import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { findAttempt } from '#lib/store/attempts.ts'
import type { Desk } from './desk.ts'
import * as notSent from './not-sent.ts'
import { receiptOf } from './receipt-of.ts'
import type { Performed } from './receipt.ts'
import { sweepAttempts } from './sweep-attempts.ts'

const pause = 200

/**
 * The first receipt of a key that has arrived again, waiting for it while the first arrival is still under way. Never sends. An attempt
 * past its deadline is swept, so this ends.
 */
export async function awaitSettlement(desk: Desk, key: string): Promise<Performed> {
  for (;;) {
    const row = await findAttempt(desk.store.db, key)
    if (row === null) return notSent.historyUnavailable()
    const receipt = receiptOf(row, true)
    if (receipt !== null) return { is: 'receipt', receipt }
    if (desk.now() > row.deadline_at) await sweepAttempts(desk)
    await sleep(pause)
  }
}
