'use server'

import { z } from 'zod/mini'
import type { SettingsState } from '#components/settings/settings-state.ts'
import {
  disablePersonById,
  enablePerson,
  endPersonSessions,
  invitePerson,
  requireSecondFactor,
  setPersonRole,
} from '#lib/auth/manage-people.ts'
import { removeSecondFactors, resetPerson } from '#lib/auth/reset-person.ts'
import { roles } from '#lib/desk/receipt.ts'
import { asPerson, asProvenPerson, done, filled, id, oneOf, refused } from '../as-person.ts'

const role = oneOf(roles, 'Choose a role.')

/** Adds a person and shows their one-time link. Fields: `email`, `name`, `role`. */
export async function invitePersonAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asProvenPerson(
    form,
    z.object({ name: filled('Enter a name.'), email: filled('Enter an e-mail address.'), role }),
    async (actor, wanted) => {
      const invited = await invitePerson(wanted, actor)
      if (!invited.ok) return refused(invited.errors)
      const { address, expiresAt } = invited.link
      return done(`${wanted.name.trim()} is invited.`, {
        what: 'invitation link',
        value: address,
        until: expiresAt,
      })
    },
  )
}

/** Gives a person another role. Fields: `person`, `role`. */
export async function setRoleAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asProvenPerson(form, z.object({ person: id, role }), async (actor, wanted) => {
    const set = await setPersonRole(wanted.person, wanted.role, actor)
    return set.ok ? done(`The role is ${wanted.role} now.`) : refused(set.errors)
  })
}

/** Takes a person's access away or gives it back. Fields: `person`, `access` (`disabled`, `enabled`). */
export async function setAccessAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const access = oneOf(['disabled', 'enabled'], 'Choose one.')
  return asProvenPerson(form, z.object({ person: id, access }), async (actor, wanted) => {
    if (wanted.access === 'enabled') {
      const enabled = await enablePerson(wanted.person, actor)
      return enabled.ok ? done('Enabled. They can sign in again.') : refused(enabled.errors)
    }
    const disabled = await disablePersonById(wanted.person, actor)
    return disabled.ok
      ? done(`Disabled. Sessions ended: ${disabled.sessionsEnded}.`)
      : refused(disabled.errors)
  })
}

/** Takes the password away and shows a new one-time link. Fields: `person`. */
export async function resetPersonAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asProvenPerson(form, z.object({ person: id }), async (actor, { person }) => {
    const reset = await resetPerson(person, actor)
    if (!reset.ok) return refused(reset.errors)
    const { address, expiresAt } = reset.link
    return done('The sign-in is reset.', { what: 'one-time link', value: address, until: expiresAt })
  })
}

/** Takes a person's second factors away. Fields: `person`. */
export async function removeFactorsAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asProvenPerson(form, z.object({ person: id }), async (actor, { person }) => {
    const removed = await removeSecondFactors(person, actor)
    return removed.ok
      ? done(`The second factors are removed. Sessions ended: ${removed.sessionsEnded}.`)
      : refused(removed.errors)
  })
}

/** Demands a second factor of one person, or no longer. Fields: `person`, `demand` (`yes`, `no`). */
export async function requireFactorAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const demand = oneOf(['yes', 'no'], 'Choose one.')
  return asProvenPerson(form, z.object({ person: id, demand }), async (actor, wanted) => {
    const isRequired = wanted.demand === 'yes'
    const set = await requireSecondFactor(wanted.person, isRequired, actor)
    if (!set.ok) return refused(set.errors)
    return done(isRequired ? 'A second factor is demanded.' : 'It is no longer demanded of this person.')
  })
}

/** Ends all sessions of a person. Fields: `person`. */
export async function endSessionsAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asPerson(form, z.object({ person: id }), async (actor, { person }) => {
    const ended = await endPersonSessions(person, actor)
    return ended.ok ? done(`Sessions ended: ${ended.sessionsEnded}.`) : refused(ended.errors)
  })
}
