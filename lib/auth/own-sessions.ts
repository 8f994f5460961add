import 'server-only'
import { clock } from '#lib/clock.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { openSessionsOf } from '#lib/store/session-lists.ts'
import { endOtherSessionsOf, endSessionOf } from '#lib/store/sessions.ts'
import { failed, type Changed } from './changed.ts'
import { deviceWords } from './device-words.ts'
import { sessionLimits } from './session-limits.ts'

export interface OwnSession {
  /** A digest: it names the session and opens nothing. */
  readonly id: string
  /** The browser and its system, in words. */
  readonly device: string
  readonly since: number
  readonly seen: number
  readonly isThis: boolean
}

/** Where the signed-in person is signed in just now; this session first, then the last seen. */
export async function ownSessions(person: {
  readonly id: string
  readonly sessionId: string
}): Promise<readonly OwnSession[]> {
  const { db } = await store()
  const now = clock.now()
  const { idle, whole } = await sessionLimits(db)
  const rows = await openSessionsOf(db, person.id, { createdAfter: now - whole, seenAfter: now - idle })
  return rows
    .map((row) => ({
      id: row.id_hash,
      device: deviceWords(row.device),
      since: row.created_at,
      seen: row.seen_at,
      isThis: row.id_hash === person.sessionId,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis))
}

type Self = EventActor & { readonly id: string }

/** Ends one of the person's other sessions at once, on every server. Errors: `form`. */
export async function endOwnSession(session: string, current: string, by: Self): Promise<Changed> {
  if (session === current) return failed('form', 'This is the session that you are in. Sign out instead.')
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    if (!(await endSessionOf(tx, { personId: by.id, session, at })))
      return failed('form', 'That session has ended already.')
    const body = { person: by.id, session: session.slice(0, 16), sessionsEnded: 1 }
    await appendEvent(tx, { at, kind: 'person.own-sessions-ended', actor: by, body })
    return { ok: true }
  })
}

/** Ends all sessions of the person but the one that asks. */
export async function endOtherSessions(
  current: string,
  by: Self,
): Promise<Changed<{ sessionsEnded: number }>> {
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const sessionsEnded = await endOtherSessionsOf(tx, { personId: by.id, but: current, at })
    if (sessionsEnded === 0) return failed('form', 'You are signed in nowhere else.')
    const body = { person: by.id, sessionsEnded }
    await appendEvent(tx, { at, kind: 'person.own-sessions-ended', actor: by, body })
    return { ok: true, sessionsEnded }
  })
}
