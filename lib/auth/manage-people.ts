import 'server-only'
import type { Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import type { Role } from '#lib/desk/receipt.ts'
import { deleteChallengesOf } from '#lib/store/challenges.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { deleteLinksOf } from '#lib/store/one-time-links.ts'
import {
  countAdministrators,
  markPersonDisabled,
  markPersonEnabled,
  setSecondFactorRequired,
  type PersonRow,
} from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { endSessionsOf } from '#lib/store/sessions.ts'
import { asAdministrator, changePerson } from './as-administrator.ts'
import { failed, type Changed } from './changed.ts'
import { giveRole } from './give-role.ts'
import { emailTaken, insertNewPerson, readNewPerson } from './new-person.ts'
import { makeLink, type OneTimeLink } from './one-time-links.ts'
import { noPassword } from './password.ts'

/**
 * What administrators do with people, by id, and what must hold whoever does it: nobody changes their own access, and one administrator
 * stays. Errors are fields; `form` is the whole.
 */
type Tx = Transaction<Database>

/** Adds a person without a password, and makes the link by which they set one. */
export async function invitePerson(
  wanted: { email: string; name: string; role: Role },
  by: EventActor,
): Promise<Changed<{ id: string; link: OneTimeLink }>> {
  const read = readNewPerson(wanted)
  if (!read.ok) return read
  const { email, name } = read
  const { role } = wanted
  return asAdministrator(by, async (tx) => {
    const at = clock.now()
    const id = await insertNewPerson(tx, { email, name, role, passwordHash: noPassword, at })
    if (id === null) return emailTaken()
    const link = await makeLink(tx, { personId: id, purpose: 'invitation', now: at })
    const body = { person: id, role, linkUntil: link.expiresAt }
    await appendEvent(tx, { at, kind: 'person.invited', actor: by, body, personal: { email, name } })
    return { ok: true, id, link }
  })
}

export function setPersonRole(personId: string, role: Role, by: EventActor): Promise<Changed> {
  return changePerson(personId, by, { own: false }, async (tx, person, at) => {
    if (person.role === role) return failed('role', 'This person has that role already.')
    if (await isLastAdministrator(tx, person)) return failed('role', lastOne)
    await giveRole(tx, person, { role, by, at })
    return { ok: true }
  })
}

/** Takes a person's access away at once, with their sessions, links and half-finished sign-ins. */
export function disablePersonById(
  personId: string,
  by: EventActor,
): Promise<Changed<{ sessionsEnded: number }>> {
  return changePerson(personId, by, { own: false }, async (tx, person, at) => {
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
  return changePerson(personId, by, { own: false }, async (tx, person, at) => {
    if (person.disabled_at === null) return failed('form', 'This person is not disabled.')
    await markPersonEnabled(tx, person.id)
    await appendEvent(tx, { at, kind: 'person.enabled', actor: by, body: { person: person.id } })
    return { ok: true }
  })
}

/** Demands a second factor of one person from their next sign-in on, whatever their role; their sessions end. */
export function requireSecondFactor(personId: string, isRequired: boolean, by: EventActor): Promise<Changed> {
  return changePerson(personId, by, { own: true }, async (tx, person, at) => {
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
  return changePerson(personId, by, { own: true }, async (tx, person, at) => {
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

async function isLastAdministrator(tx: Tx, person: PersonRow): Promise<boolean> {
  return (
    person.role === 'administrator' && person.disabled_at === null && (await countAdministrators(tx)) === 1
  )
}
