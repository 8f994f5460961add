import 'server-only'
import { clock } from '#lib/clock.ts'
import { store } from '#lib/store/open.ts'
import { findPerson } from '#lib/store/people.ts'
import { findOpenSession, markSessionProved } from '#lib/store/sessions.ts'
import { failed } from './changed.ts'
import { proveForChange, signsInHere, type Asked } from './own-proof.ts'
import { secondFactorsOf } from './second-factor.ts'

/** What whoever has to prove themselves is asked for. `sign-in`: another sign-in, where there is no password here. */
export type ProofAsked = 'password' | 'password or code' | 'sign-in'

type Proven =
  { readonly ok: true } | (ReturnType<typeof failed> & { readonly ok: false; readonly asks: ProofAsked })

const freshFor = 10 * 60_000

/** Whether the person of a session has shown within ten minutes who they are: by signing in, or by a proof since. */
export async function isFresh(sessionId: string): Promise<boolean> {
  const { db } = await store()
  const session = await findOpenSession(db, sessionId)
  return session?.proved_at != null && clock.now() - session.proved_at < freshFor
}

/**
 * Asks for a proof before something that gives others access, unless there is a fresh one: an administrator's browser that was left open
 * must not be enough. Errors: `proof`, `form`.
 */
export async function proveFresh(
  asked: Asked,
  self: { readonly id: string; readonly sessionId: string },
): Promise<Proven> {
  if (await isFresh(self.sessionId)) return { ok: true }
  const { db, write } = await store()
  const person = await findPerson(db, self.id)
  if (person === null || !signsInHere(person)) return { ...failed('form', signInFirst), asks: 'sign-in' }
  const { totp } = await secondFactorsOf(db, self.id)
  const proved = await proveForChange(asked, self.id)
  if (!proved.ok) return { ...proved, asks: totp ? 'password or code' : 'password' }
  await write((tx) => markSessionProved(tx, self.sessionId, clock.now()))
  return { ok: true }
}

/** Said to whoever comes by single sign-on and has no password to type. */
export const signInFirst =
  'Sign in again first: it is more than ten minutes since you showed who you are. Nothing was changed.'
