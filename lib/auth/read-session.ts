import 'server-only'
import { createHash } from 'node:crypto'
import { clock } from '#lib/clock.ts'
import type { Actor } from '#lib/desk/receipt.ts'
import { log } from '#lib/log.ts'
import { store, type Store } from '#lib/store/open.ts'
import { findOpenSession, markSessionSeen } from '#lib/store/sessions.ts'
import { parseRole } from './roles.ts'
import { sessionLimits } from './session-limits.ts'

export type SignedInPerson = Actor & {
  readonly email: string
  /** Names the session for `signOut`. It is a digest: it opens nothing. */
  readonly sessionId: string
}

const minute = 60_000

/** The person of a session that is neither ended, idle for too long nor too old, and who is not disabled. `id` is the one in the cookie. */
export async function readSession(id: string): Promise<SignedInPerson | null> {
  const { db } = await store()
  // Not `referenceOf`: a reference is no credential and must not pass for one.
  const session = await findOpenSession(db, createHash('sha256').update(id).digest('hex'))
  if (session === null) return null
  const now = clock.now()
  const role = parseRole(session.role)
  const { idle, whole } = await sessionLimits(db)
  const isOver = now >= session.created_at + whole || now >= session.seen_at + idle
  if (isOver || role === null) return null
  // Not at every request; and often enough that whoever goes on working stays.
  if (now - session.seen_at >= Math.min(minute, idle / 4)) await noteSeen(db, session.id_hash, now)
  return {
    kind: 'person',
    id: session.person_id,
    name: session.name,
    role,
    email: session.email,
    sessionId: session.id_hash,
  }
}

/** Reading goes on when nothing can be written: an unmarked session is over earlier, never later. */
async function noteSeen(db: Store['db'], idHash: string, now: number): Promise<void> {
  try {
    await markSessionSeen(db, idHash, now)
  } catch (error) {
    log.error({ err: error }, 'a session could not be marked as seen')
  }
}
