import 'server-only'
import { verifyHistory, type Verified } from '#lib/store/events.ts'
import { desk } from './desk.ts'
import type { Actor } from './receipt.ts'

export interface Proof {
  readonly result: Verified
  /** Milliseconds since the epoch: when the reading ended. */
  readonly at: number
}

let running: Promise<Proof> | null = null

/** Proves the whole chain, once at a time in this process: whoever asks meanwhile gets the same answer. Every role may ask. */
export function proveHistory(_reader: Actor): Promise<Proof> {
  running ??= prove().finally(() => {
    running = null
  })
  return running
}

async function prove(): Promise<Proof> {
  const { store, now } = await desk()
  const result = await verifyHistory(store.db)
  return { result, at: now() }
}
