import 'server-only'
import { findAttempt } from '#lib/store/attempts.ts'
import { desk } from './desk.ts'
import { receiptOf } from './receipt-of.ts'
import type { Actor, Receipt } from './receipt.ts'

/** One attempt's receipt, or null when there is none yet or no such attempt. Every role may read. */
export async function readReceipt(_reader: Actor, attempt: string): Promise<Receipt | null> {
  if (!/^[\w-]{1,80}$/.test(attempt)) return null
  const { store } = await desk()
  const row = await findAttempt(store.db, attempt)
  return row === null ? null : receiptOf(row)
}
