import 'server-only'
import { clock } from '#lib/clock.ts'
import type { Role } from '#lib/desk/receipt.ts'
import { deleteChallengesOf } from '#lib/store/challenges.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { deleteLinksOf } from '#lib/store/one-time-links.ts'
import { store } from '#lib/store/open.ts'
import { findPersonByEmail, replacePasswordHash, type PersonRow } from '#lib/store/people.ts'
import { endSessionsOf } from '#lib/store/sessions.ts'
import { asAdministrator, changePerson } from './as-administrator.ts'
import { failed, type Changed } from './changed.ts'
import { checkPassword } from './check-password.ts'
import { disablePersonById, setPersonRole } from './manage-people.ts'
import { emailTaken, insertNewPerson, readNewPerson } from './new-person.ts'
import { hashPassword } from './password.ts'
import { removeSecondFactors } from './reset-person.ts'

/** What the operator does with people at the command line, by e-mail address. */

/** Lets a person in. Errors are fields: `email`, `name`, `password`. `by` is who does it. */
export async function addPerson(
  wanted: { email: string; name: string; role: Role; password: string },
  by: EventActor,
): Promise<Changed<{ id: string }>> {
  const read = readNewPerson(wanted)
  if (!read.ok) return read
  const { email, name } = read
  const { role } = wanted
  const checked = checkPassword(wanted.password, { email, name })
  if (!checked.ok) return failed('password', checked.message)
  const passwordHash = await hashPassword(wanted.password)
  return asAdministrator(by, async (tx) => {
    const at = clock.now()
    const id = await insertNewPerson(tx, { email, name, role, passwordHash, at })
    if (id === null) return emailTaken()
    const body = { person: id, role }
    await appendEvent(tx, { at, kind: 'person.added', actor: by, body, personal: { email, name } })
    return { ok: true, id }
  })
}

export const disablePerson = (email: string, by: EventActor) =>
  ofEmail(email, ({ id }) => disablePersonById(id, by))

export const setRole = ({ email, role }: { email: string; role: Role }, by: EventActor) =>
  ofEmail(email, ({ id }) => setPersonRole(id, role, by))

export const removeFactors = (email: string, by: EventActor) =>
  ofEmail(email, ({ id }) => removeSecondFactors(id, by))

async function ofEmail<T extends object>(
  email: string,
  work: (person: PersonRow) => Promise<Changed<T>>,
): Promise<Changed<T>> {
  const person = await findPersonByEmail((await store()).db, email.trim().toLowerCase())
  return person === null ? failed('email', 'There is no such person.') : work(person)
}

/**
 * Gives a person another password and ends their sessions, links and half-finished sign-ins. Second factors stay. Errors are fields:
 * `email`, `password`.
 */
export function setPassword(
  wanted: { email: string; password: string },
  by: EventActor,
): Promise<Changed<{ sessionsEnded: number }>> {
  return ofEmail(wanted.email, async (found) => {
    const checked = checkPassword(wanted.password, found)
    if (!checked.ok) return failed('password', checked.message)
    const hash = await hashPassword(wanted.password)
    return changePerson(found.id, by, { own: false }, async (tx, person, at) => {
      await replacePasswordHash(tx, person.id, hash)
      await deleteLinksOf(tx, person.id)
      await deleteChallengesOf(tx, person.id)
      const sessionsEnded = await endSessionsOf(tx, person.id, at)
      const body = { person: person.id, sessionsEnded }
      await appendEvent(tx, { at, kind: 'person.password-set', actor: by, body })
      return { ok: true, sessionsEnded }
    })
  })
}
