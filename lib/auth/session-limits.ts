import 'server-only'
import { clock } from '#lib/clock.ts'
import { readRules } from '#lib/desk/rules.ts'
import { env } from '#lib/env.ts'
import type { Store } from '#lib/store/open.ts'
import type { SessionBounds } from '#lib/store/session-lists.ts'

/** Milliseconds. */
export interface SessionLimits {
  /** From the last use on. */
  readonly idle: number
  /** From the sign-in on. */
  readonly whole: number
}

const minute = 60_000
/** A changed rule holds after this long on every server; until then no request pays a query for it. */
const keptFor = 5_000
const known = new WeakMap<Store['db'], { readonly at: number; readonly limits: SessionLimits }>()

/** Sessions from before these times are over, ended or not. */
export async function openSessionBounds(db: Store['db'], now: number): Promise<SessionBounds> {
  const { idle, whole } = await sessionLimits(db)
  return { createdAfter: now - whole, seenAfter: now - idle }
}

/** How long sessions last: as the environment says, or shorter where the rules say so. */
export async function sessionLimits(db: Store['db']): Promise<SessionLimits> {
  const now = clock.now()
  const kept = known.get(db)
  if (kept !== undefined && now >= kept.at && now < kept.at + keptFor) return kept.limits
  const { sessionIdleMinutes, sessionMinutes } = await readRules(db)
  const { SESSION_IDLE_MINUTES, SESSION_HOURS } = env()
  const limits = {
    idle: Math.min(SESSION_IDLE_MINUTES, sessionIdleMinutes ?? Infinity) * minute,
    whole: Math.min(SESSION_HOURS * 60, sessionMinutes ?? Infinity) * minute,
  }
  known.set(db, { at: now, limits })
  return limits
}
