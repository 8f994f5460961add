import 'server-only'
import { clock } from '#lib/clock.ts'
import { deleteChallengesOf } from '#lib/store/challenges.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { deleteLinksOf } from '#lib/store/one-time-links.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, replacePasswordHash } from '#lib/store/people.ts'
import { endOtherSessionsOf } from '#lib/store/sessions.ts'
import { failed, type Changed } from './changed.ts'
import { checkPassword } from './check-password.ts'
import { proveOneself } from './own-proof.ts'
import { hashPassword } from './password.ts'

/** Gives the signed-in person another password. Their other sessions end; the one that asks stays. Errors: `current`, `password`, `form`. */
export async function changeOwnPassword(
  given: { sessionId: string; current: string; password: string; address: string },
  by: EventActor & { readonly id: string },
): Promise<Changed<{ sessionsEnded: number }>> {
  const { sessionId, current, password, address } = given
  if (current === '') return failed('current', 'Enter the password that you have now.')
  if (password === '') return failed('password', 'Choose a password.')
  const proved = await proveOneself(
    { personId: by.id, typed: current, address },
    { field: 'current', codes: false },
  )
  if (!proved.ok) return proved
  const { person: before } = proved
  const checked = checkPassword(password, before)
  if (!checked.ok) return failed('password', checked.message)
  if (password.normalize('NFKC') === current.normalize('NFKC'))
    return failed('password', 'This is the password that you have now. Choose another.')
  const hash = await hashPassword(password)
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const person = await findPerson(tx, before.id)
    // Disabled, or given another password, while this one was being worked out.
    if (person === null || person.disabled_at !== null || person.password_hash !== before.password_hash)
      return failed('form', 'Your sign-in was changed in the meantime. Nothing was changed here.')
    await replacePasswordHash(tx, person.id, hash)
    await deleteLinksOf(tx, person.id)
    await deleteChallengesOf(tx, person.id)
    const sessionsEnded = await endOtherSessionsOf(tx, { personId: person.id, but: sessionId, at })
    const body = { person: person.id, sessionsEnded }
    await appendEvent(tx, { at, kind: 'person.password-changed', actor: by, body })
    return { ok: true, sessionsEnded }
  })
}
