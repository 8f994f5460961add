import 'server-only'
import { findAttempt } from '#lib/store/attempts.ts'
import { desk } from './desk.ts'
import { receiptOf } from './receipt-of.ts'
import type { Actor, Receipt } from './receipt.ts'
import { findUsableAccount } from './usable-accounts.ts'

/** One attempt's receipt, or null when there is none yet, no such attempt, or none that this reader may see. Every role may read. */
export async function readReceipt(reader: Actor, attempt: string): Promise<Receipt | null> {
  if (!/^[\w-]{1,80}$/.test(attempt)) return null
  const { store } = await desk()
  const row = await findAttempt(store.db, attempt)
  if (row === null || (await findUsableAccount(store.db, reader, row.account_id)) === null) return null
  return receiptOf(row)
}
