import 'server-only'
import { randomUUID } from 'node:crypto'
import { clock } from '#lib/clock.ts'
import type { Role } from '#lib/desk/receipt.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import {
  findPersonByEmail,
  insertPerson,
  markPersonDisabled,
  replacePasswordHash,
  replaceRole,
} from '#lib/store/people.ts'
import { endSessionsOf } from '#lib/store/sessions.ts'
import { checkName, failed, type Changed } from './changed.ts'
import { checkPassword } from './check-password.ts'
import { hashPassword } from './password.ts'

/** Lets a person in. Errors are fields: `email`, `name`, `password`. `by` is who does it. */
export async function addPerson(
  wanted: { email: string; name: string; role: Role; password: string },
  by: EventActor,
): Promise<Changed<{ id: string }>> {
  const email = wanted.email.trim().toLowerCase()
  if (email.length > 254 || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email))
    return failed('email', 'Enter an e-mail address.')
  const nameProblem = checkName(wanted.name)
  if (nameProblem !== null) return failed('name', nameProblem)
  const checked = checkPassword(wanted.password, { email, name: wanted.name })
  if (!checked.ok) return failed('password', checked.message)
  const password_hash = await hashPassword(wanted.password)
  const id = randomUUID()
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    if ((await findPersonByEmail(tx, email)) !== null)
      return failed('email', 'There is a person with this e-mail address.')
    const { name, role } = wanted
    await insertPerson(tx, {
      id,
      email,
      name,
      role,
      password_hash,
      created_at: at,
      disabled_at: null,
      second_factor_required_at: null,
    })
    await appendEvent(tx, {
      at,
      kind: 'person.added',
      actor: by,
      body: { person: id, role },
      personal: { email, name },
    })
    return { ok: true, id }
  })
}

/** Takes a person's access away: no sign-in any more, and their sessions end at once. */
export async function disablePerson(
  email: string,
  by: EventActor,
): Promise<Changed<{ sessionsEnded: number }>> {
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const person = await findPersonByEmail(tx, email.trim().toLowerCase())
    if (person === null) return failed('email', 'There is no such person.')
    if (person.disabled_at !== null) return failed('email', 'This person is disabled already.')
    await markPersonDisabled(tx, person.id, at)
    const sessionsEnded = await endSessionsOf(tx, person.id, at)
    await appendEvent(tx, {
      at,
      kind: 'person.disabled',
      actor: by,
      body: { person: person.id, sessionsEnded },
    })
    return { ok: true, sessionsEnded }
  })
}

/** Gives a person another role, which every request reads anew, so their sessions stay. Errors are fields: `email`, `role`. */
export async function setRole(wanted: { email: string; role: Role }, by: EventActor): Promise<Changed> {
  const { write } = await store()
  return write(async (tx) => {
    const person = await findPersonByEmail(tx, wanted.email.trim().toLowerCase())
    if (person === null) return failed('email', 'There is no such person.')
    if (person.disabled_at !== null) return failed('email', 'This person is disabled.')
    if (person.role === wanted.role) return failed('role', 'This person has that role already.')
    await replaceRole(tx, person.id, wanted.role)
    await appendEvent(tx, {
      at: clock.now(),
      kind: 'person.role-set',
      actor: by,
      body: { person: person.id, before: person.role, after: wanted.role },
    })
    return { ok: true }
  })
}

/** Gives a person another password and ends their sessions. Errors are fields: `email`, `password`. */
export async function setPassword(
  wanted: { email: string; password: string },
  by: EventActor,
): Promise<Changed<{ sessionsEnded: number }>> {
  const { db, write } = await store()
  const person = await findPersonByEmail(db, wanted.email.trim().toLowerCase())
  if (person === null) return failed('email', 'There is no such person.')
  const checked = checkPassword(wanted.password, person)
  if (!checked.ok) return failed('password', checked.message)
  const hash = await hashPassword(wanted.password)
  return write(async (tx) => {
    const at = clock.now()
    await replacePasswordHash(tx, person.id, hash)
    const sessionsEnded = await endSessionsOf(tx, person.id, at)
    await appendEvent(tx, {
      at,
      kind: 'person.password-set',
      actor: by,
      body: { person: person.id, sessionsEnded },
    })
    return { ok: true, sessionsEnded }
  })
}
