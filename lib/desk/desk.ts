import 'server-only'
import { createCaClient, type CaClient } from '#lib/ca/client.ts'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { store, type Store } from '#lib/store/open.ts'

/** What every use case works with. Built once per process from the environment; tests build their own. */
export interface Desk {
  readonly store: Store
  readonly ca: CaClient
  readonly now: () => number
  /** This server's id, written into the attempts it makes. */
  readonly instanceId: string
  readonly limits: DeskLimits
}

export interface DeskLimits {
  /** Milliseconds in which the same operation on the same order counts as a duplicate. */
  readonly duplicateWindow: number
  /** Milliseconds after which nobody can still be waiting for the CA. */
  readonly attemptDeadline: number
  /** Attempts one actor may begin in a minute. */
  readonly attemptsPerMinute: number
}

/** Time left to a server, after the CA's total limit, to write the outcome down. */
const settlementGrace = 30_000

declare global {
  var unstuckDesk: Promise<Desk> | undefined
}

/** The process-wide desk. Rejects when the store cannot be opened; the next call tries again. */
export function desk(): Promise<Desk> {
  globalThis.unstuckDesk ??= build().catch((error: unknown) => {
    globalThis.unstuckDesk = undefined
    throw error
  })
  return globalThis.unstuckDesk
}

async function build(): Promise<Desk> {
  const settings = env()
  return {
    store: await store(),
    ca: createCaClient({
      connectTimeoutMs: settings.CA_CONNECT_TIMEOUT_MS,
      totalTimeoutMs: settings.CA_TIMEOUT_MS,
      perAccountConcurrency: 4,
    }),
    now: clock.now,
    instanceId: crypto.randomUUID(),
    limits: {
      duplicateWindow: settings.DUPLICATE_WINDOW_MINUTES * 60_000,
      attemptDeadline: settings.CA_TIMEOUT_MS + settlementGrace,
      attemptsPerMinute: settings.ATTEMPTS_PER_MINUTE,
    },
  }
}
