import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import type { Role } from '#lib/desk/receipt.ts'
import { deleteChallengesOf } from '#lib/store/challenges.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { deleteLinksOf } from '#lib/store/one-time-links.ts'
import { store } from '#lib/store/open.ts'
import {
  countAdministrators,
  findPerson,
  findPersonByEmail,
  insertPerson,
  markPersonDisabled,
  markPersonEnabled,
  replacePasswordHash,
  replaceRole,
  setSecondFactorRequired,
  type PersonRow,
} from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { deletePasskeysOf, deleteTotp, replaceRecoveryCodes } from '#lib/store/second-factors.ts'
import { endSessionsOf } from '#lib/store/sessions.ts'
import { checkName, failed, type Changed } from './changed.ts'
import { makeLink, type OneTimeLink } from './one-time-links.ts'
import { noPassword } from './password.ts'

/**
 * What administrators do with people, by id. Whoever calls has checked that `by` is an administrator; here is checked what must hold for
 * all: nobody changes their own access, and one administrator stays. Errors are fields; `form` is the whole.
 */
type Tx = Transaction<Database>

/** Adds a person without a password, and makes the link by which they set one. */
export async function invitePerson(
  wanted: { email: string; name: string; role: Role },
  by: EventActor,
): Promise<Changed<{ id: string; link: OneTimeLink }>> {
  const email = wanted.email.trim().toLowerCase()
  if (email.length > 254 || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email))
    return failed('email', 'Enter an e-mail address.')
  const name = wanted.name.trim()
  const problem = checkName(name)
  if (problem !== null) return failed('name', problem)
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    if ((await findPersonByEmail(tx, email)) !== null)
      return failed('email', 'There is a person with this e-mail address.')
    const id = randomUUID()
    const { role } = wanted
    await insertPerson(tx, {
      id,
      email,
      name,
      role,
      password_hash: noPassword,
      created_at: at,
      disabled_at: null,
      second_factor_required_at: null,
    })
    const link = await makeLink(tx, { personId: id, purpose: 'invitation', now: at })
    const body = { person: id, role, linkUntil: link.expiresAt }
    await appendEvent(tx, { at, kind: 'person.invited', actor: by, body, personal: { email, name } })
    return { ok: true, id, link }
  })
}

/** Takes password and second factors away, ends all sessions, and makes the link by which the person begins anew. */
export function resetPerson(personId: string, by: EventActor): Promise<Changed<{ link: OneTimeLink }>> {
  return change(personId, by, { own: true }, async (tx, person, at) => {
    if (person.disabled_at !== null) return failed('form', 'This person is disabled. Enable them first.')
    await replacePasswordHash(tx, person.id, noPassword)
    await forgetFactors(tx, person.id)
    const sessionsEnded = await endSessionsOf(tx, person.id, at)
    const purpose = person.password_hash === noPassword ? 'invitation' : 'password-reset'
    const link = await makeLink(tx, { personId, purpose, now: at })
    const body = { person: person.id, sessionsEnded, linkUntil: link.expiresAt }
    await appendEvent(tx, { at, kind: 'person.reset', actor: by, body })
    return { ok: true, link }
  })
}

export function setPersonRole(personId: string, role: Role, by: EventActor): Promise<Changed> {
  return change(personId, by, { own: false }, async (tx, person, at) => {
    if (person.role === role) return failed('role', 'This person has that role already.')
    if (await isLastAdministrator(tx, person)) return failed('role', lastOne)
    await replaceRole(tx, person.id, role)
    const body = { person: person.id, before: person.role, after: role }
    await appendEvent(tx, { at, kind: 'person.role-set', actor: by, body })
    return { ok: true }
  })
}

/** Takes a person's access away at once, with their sessions, links and half-finished sign-ins. */
export function disablePersonById(
  personId: string,
  by: EventActor,
): Promise<Changed<{ sessionsEnded: number }>> {
  return change(personId, by, { own: false }, async (tx, person, at) => {
    if (person.disabled_at !== null) return failed('form', 'This person is disabled already.')
    if (await isLastAdministrator(tx, person)) return failed('form', lastOne)
    await markPersonDisabled(tx, person.id, at)
    await deleteLinksOf(tx, person.id)
    await deleteChallengesOf(tx, person.id)
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

export function enablePerson(personId: string, by: EventActor): Promise<Changed> {
  return change(personId, by, { own: false }, async (tx, person, at) => {
    if (person.disabled_at === null) return failed('form', 'This person is not disabled.')
    await markPersonEnabled(tx, person.id)
    await appendEvent(tx, { at, kind: 'person.enabled', actor: by, body: { person: person.id } })
    return { ok: true }
  })
}

/** Demands a second factor of one person from their next sign-in on, whatever their role; their sessions end. */
export function requireSecondFactor(personId: string, isRequired: boolean, by: EventActor): Promise<Changed> {
  return change(personId, by, { own: true }, async (tx, person, at) => {
    if ((person.second_factor_required_at !== null) === isRequired)
      return failed(
        'form',
        isRequired ? 'It is demanded already.' : 'It is not demanded of this person alone.',
      )
    await setSecondFactorRequired(tx, person.id, isRequired ? at : null)
    const sessionsEnded = isRequired && person.id !== by.id ? await endSessionsOf(tx, person.id, at) : 0
    const body = { person: person.id, before: !isRequired, after: isRequired, sessionsEnded }
    await appendEvent(tx, { at, kind: 'person.second-factor-required', actor: by, body })
    return { ok: true }
  })
}

/** Ends all sessions of a person, on every server. */
export function endPersonSessions(
  personId: string,
  by: EventActor,
): Promise<Changed<{ sessionsEnded: number }>> {
  return change(personId, by, { own: true }, async (tx, person, at) => {
    const sessionsEnded = await endSessionsOf(tx, person.id, at)
    await appendEvent(tx, {
      at,
      kind: 'person.sessions-ended',
      actor: by,
      body: { person: person.id, sessionsEnded },
    })
    return { ok: true, sessionsEnded }
  })
}

const lastOne = 'This is the last administrator. Make somebody else one first.'

async function change<T extends object>(
  personId: string,
  by: EventActor,
  { own }: { own: boolean },
  work: (tx: Tx, person: PersonRow, at: number) => Promise<Changed<T>>,
): Promise<Changed<T>> {
  if (!own && by.id === personId)
    return failed('form', 'Nobody changes their own access. Ask another administrator.')
  const { write } = await store()
  return write(async (tx) => {
    const person = await findPerson(tx, personId)
    return person === null ? failed('form', 'There is no such person.') : work(tx, person, clock.now())
  })
}

async function isLastAdministrator(tx: Tx, person: PersonRow): Promise<boolean> {
  return (
    person.role === 'administrator' && person.disabled_at === null && (await countAdministrators(tx)) === 1
  )
}

async function forgetFactors(tx: Tx, personId: string): Promise<void> {
  await deleteTotp(tx, personId)
  await deletePasskeysOf(tx, personId)
  await replaceRecoveryCodes(tx, personId, [])
  await deleteChallengesOf(tx, personId)
}
