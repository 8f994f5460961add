import 'server-only'
import { deleteChallengesOf } from '#lib/store/challenges.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { replacePasswordHash } from '#lib/store/people.ts'
import { deletePasskeysOf, deleteTotp, replaceRecoveryCodes } from '#lib/store/second-factors.ts'
import { endSessionsOf } from '#lib/store/sessions.ts'
import { changePerson } from './as-administrator.ts'
import { failed, type Changed } from './changed.ts'
import { makeLink, type OneTimeLink } from './one-time-links.ts'
import { noPassword } from './password.ts'
import { hasSecondFactor, secondFactorsOf } from './second-factor.ts'

/**
 * What administrators do for people who have lost what they sign in with. A lost password and a lost second factor are two things: whoever
 * gets hold of the link for the one must not be let off the other.
 */

/** Takes the password away, ends all sessions, and makes the link by which the person sets another. Second factors stay. */
export function resetPerson(personId: string, by: EventActor): Promise<Changed<{ link: OneTimeLink }>> {
  return changePerson(personId, by, { own: false }, async (tx, person, at) => {
    if (person.disabled_at !== null) return failed('form', 'This person is disabled. Enable them first.')
    await replacePasswordHash(tx, person.id, noPassword)
    await deleteChallengesOf(tx, person.id)
    const sessionsEnded = await endSessionsOf(tx, person.id, at)
    const purpose = person.password_hash === noPassword ? 'invitation' : 'password-reset'
    const link = await makeLink(tx, { personId, purpose, now: at })
    const body = { person: person.id, sessionsEnded, linkUntil: link.expiresAt }
    await appendEvent(tx, { at, kind: 'person.reset', actor: by, body })
    return { ok: true, link }
  })
}

/** Takes app, passkeys and recovery codes away, for whoever has lost them, and ends all sessions. The password stays. */
export function removeSecondFactors(
  personId: string,
  by: EventActor,
): Promise<Changed<{ sessionsEnded: number }>> {
  return changePerson(personId, by, { own: false }, async (tx, person, at) => {
    const factors = await secondFactorsOf(tx, person.id)
    if (!hasSecondFactor(factors)) return failed('form', 'This person has no second factor.')
    await deleteTotp(tx, person.id)
    await deletePasskeysOf(tx, person.id)
    await replaceRecoveryCodes(tx, person.id, [])
    await deleteChallengesOf(tx, person.id)
    const sessionsEnded = await endSessionsOf(tx, person.id, at)
    const body = { person: person.id, app: factors.totp, passkeys: factors.passkeys.length, sessionsEnded }
    await appendEvent(tx, { at, kind: 'person.second-factors-removed', actor: by, body })
    return { ok: true, sessionsEnded }
  })
}
