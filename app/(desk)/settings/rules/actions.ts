'use server'

import { z } from 'zod/mini'
import type { SettingsState } from '#components/settings/settings-state.ts'
import { operationIds } from '#lib/ca/operation.ts'
import { setCallingHours } from '#lib/desk/calling-hours.ts'
import { desk } from '#lib/desk/desk.ts'
import { roles, type Actor } from '#lib/desk/receipt.ts'
import { saveRules, type Rules } from '#lib/desk/rules.ts'
import { findZone } from '#lib/time/zones.ts'
import { asPerson, asProvenPerson, done, oneOf, refused, text, texts, type Answer } from '../as-person.ts'

/** Saves the cool-downs. Fields: `coolDowns.<operation>` for each, in minutes; empty is the server's. */
export async function saveCoolDownsAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asPerson(form, z.record(z.string(), z.unknown()), (actor, given) => {
    const typed = operationIds
      .map((id) => [id, String(given[`coolDowns.${id}`] ?? '').trim()] as const)
      .filter(([, value]) => value !== '')
    const coolDowns = Object.fromEntries(typed.map(([id, value]) => [id, wholeNumber(value)]))
    return save(actor, { coolDowns })
  })
}

/** Saves when calls may be booked. Fields: `zone`, `days`, `from`, `until`. */
export async function saveCallingHoursAction(
  _previous: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const fields = z.object({ zone: text, days: texts, from: text, until: text })
  return asPerson(form, fields, async (actor, { zone, days, from, until }) => {
    const hours = {
      zone: findZone(zone) ?? zone,
      days: days.map(Number),
      from: from.trim(),
      until: until.trim(),
    }
    const set = await setCallingHours(await desk(), { actor, hours })
    if (!set.ok)
      return refused(
        set.errors.map((error) => (error.field === 'hours' ? { ...error, field: 'form' } : error)),
      )
    return done(saved)
  })
}

/** Saves what contact changes need. Fields: `secondPerson` (`yes`, `no`), `approvalHours`. */
export async function saveContactChangesAction(
  _previous: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const secondPerson = oneOf(['yes', 'no'], 'Choose one.')
  return asProvenPerson(form, z.object({ secondPerson, approvalHours: text }), (actor, given) =>
    save(actor, {
      secondPerson: given.secondPerson === 'yes',
      approvalHours: wholeNumber(given.approvalHours.trim()),
    }),
  )
}

/** Saves who may not work without a second factor. Fields: `secondFactorRoles`. */
export async function saveFactorRolesAction(
  _previous: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  return asProvenPerson(form, z.object({ secondFactorRoles: texts }), (actor, given) =>
    save(actor, {
      secondFactorRoles: roles.filter((role) => given.secondFactorRoles.includes(role)),
    }),
  )
}

/** Saves how long sessions last, in minutes; empty is the server's. Fields: `sessionIdleMinutes`, `sessionMinutes`. */
export async function saveSessionLimitsAction(
  _previous: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const orServer = (typed: string) => (typed.trim() === '' ? null : wholeNumber(typed.trim()))
  return asPerson(form, z.object({ sessionIdleMinutes: text, sessionMinutes: text }), (actor, given) =>
    save(actor, {
      sessionIdleMinutes: orServer(given.sessionIdleMinutes),
      sessionMinutes: orServer(given.sessionMinutes),
    }),
  )
}

const saved = 'Saved, for everybody and on every server. What it was before is in the history.'

/** What is no whole number stays what it is, for the rules to refuse. */
const wholeNumber = (typed: string) => (/^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN)

async function save(actor: Actor, part: Partial<Rules>): Promise<Answer> {
  const result = await saveRules(await desk(), { actor, rules: part })
  return result.ok ? done(saved) : refused(result.errors)
}
