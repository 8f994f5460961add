import 'server-only'
import { clock } from '#lib/clock.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { findPerson } from '#lib/store/people.ts'
import { openSessionsOf } from '#lib/store/session-lists.ts'
import { endOtherSessionsOf, endSessionOf } from '#lib/store/sessions.ts'
import { failed, type Changed } from './changed.ts'
import { deviceWords } from './device-words.ts'
import { isFresh, signInFirst } from './fresh-proof.ts'
import { proveForChange, signsInHere, type Asked } from './own-proof.ts'
import { openSessionBounds } from './session-limits.ts'

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
  const rows = await openSessionsOf(db, person.id, await openSessionBounds(db, clock.now()))
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

/** Who asks, from which session, and what they prove themselves with. */
export interface Ending extends Asked {
  readonly current: string
}

type Self = EventActor & { readonly id: string }

/** Ends one of the person's other sessions at once, on every server. Errors: `proof`, `form`. */
export async function endOwnSession(session: string, asked: Ending, by: Self): Promise<Changed> {
  if (session === asked.current)
    return failed('form', 'This is the session that you are in. Sign out instead.')
  const proved = await mayEndSessions(asked, by.id)
  if (!proved.ok) return proved
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

/** Ends all sessions of the person but the one that asks. Errors: `proof`, `form`. */
export async function endOtherSessions(asked: Ending, by: Self): Promise<Changed<{ sessionsEnded: number }>> {
  const proved = await mayEndSessions(asked, by.id)
  if (!proved.ok) return proved
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const sessionsEnded = await endOtherSessionsOf(tx, { personId: by.id, but: asked.current, at })
    if (sessionsEnded === 0) return failed('form', 'You are signed in nowhere else.')
    const body = { person: by.id, sessionsEnded }
    await appendEvent(tx, { at, kind: 'person.own-sessions-ended', actor: by, body })
    return { ok: true, sessionsEnded }
  })
}

/**
 * Whoever finds somebody's screen open must not sign them out everywhere else. Where there is no password to ask for, because the person
 * comes by single sign-on, their sign-in itself has to be fresh.
 */
async function mayEndSessions(asked: Ending, personId: string): Promise<Changed> {
  const { db } = await store()
  const person = await findPerson(db, personId)
  if (person !== null && signsInHere(person)) return proveForChange(asked, personId)
  return (await isFresh(asked.current)) ? { ok: true } : failed('form', signInFirst)
}
