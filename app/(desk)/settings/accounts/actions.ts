'use server'

import { z } from 'zod/mini'
import type { SettingsState } from '#components/settings/settings-state.ts'
import {
  addAccount,
  addTemplate,
  changeAccount,
  removeTemplate,
  setAccountPassword,
} from '#lib/auth/accounts.ts'
import { endPushAddress, setPushAddress } from '#lib/auth/push-addresses.ts'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { desk } from '#lib/desk/desk.ts'
import { liftHold } from '#lib/desk/lift-hold.ts'
import { pauseAccount } from '#lib/desk/pause-account.ts'
import { asPerson, asProvenPerson, done, filled, id, oneOf, refused, text, texts } from '../as-person.ts'

const named = { label: filled('Enter a label.'), loginName: filled('Enter the login name.') }

/** Adds an account at the CA. Fields: `label`, `loginName`, `password`, `baseUrl`. */
export async function addAccountAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const fields = z.object({ ...named, password: filled('Enter the password.'), baseUrl: text })
  return asPerson(form, fields, async (actor, { baseUrl, ...rest }) => {
    const base = baseUrl.trim()
    const wanted = { ...rest, label: rest.label.trim(), loginName: rest.loginName.trim() }
    const added = await addAccount(base === '' ? wanted : { ...wanted, baseUrl: base }, actor)
    return added.ok ? done(`The account ${wanted.label} is added.`) : refused(added.errors)
  })
}

/** Corrects label, login name and base URL. Fields: `account`, `label`, `loginName`, `baseUrl`. */
export async function changeAccountAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const fields = z.object({ account: id, ...named, baseUrl: filled('Enter the base URL.') })
  return asProvenPerson(form, fields, async (actor, { account, label, loginName, baseUrl }) => {
    const wanted = { account, label: label.trim(), loginName: loginName.trim(), baseUrl: baseUrl.trim() }
    const changed = await changeAccount(wanted, actor)
    if (changed.ok) return done('Saved. What it was before is in the history.')
    const isSame = changed.errors.some(({ message }) => message.startsWith('Nothing would change'))
    return isSame ? refused([{ field: 'form', message: 'Nothing would change.' }]) : refused(changed.errors)
  })
}

/** Puts another password in the place of the one that is sent to the CA. Fields: `account`, `password`. */
export async function setPasswordAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asPerson(form, z.object({ account: id, password: text }), async (actor, wanted) => {
    const set = await setAccountPassword(wanted, actor)
    if (!set.ok) return refused(set.errors)
    return done(
      set.isHeld
        ? 'The password is replaced. The account is still on hold: lift the hold when you have checked it.'
        : 'The password is replaced, on every server, from the next request on.',
    )
  })
}

/** Pauses an account, or lifts its hold. Fields: `account`, `sending` (`pause`, `lift`), `reason` or `note`. */
export async function setSendingAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const sending = oneOf(['pause', 'lift'], 'Choose one.')
  const fields = z.object({ account: id, sending, reason: text, note: text })
  return asPerson(form, fields, async (actor, { account, sending, reason, note }) => {
    if (sending === 'pause') {
      const paused = await pauseAccount(await desk(), { actor, account, reason })
      return paused.ok ? done(`Sending for ${paused.label} is paused.`) : refused(paused.errors)
    }
    const lifted = await liftHold(await desk(), { actor, account, note })
    return lifted.ok ? done(`The hold on ${lifted.label} is lifted.`) : refused(lifted.errors)
  })
}

/** Opens an account to everybody, or limits it to people. Fields: `account`, `who` (`everybody`, `chosen`), `people`. */
export async function restrictAccountAction(
  _previous: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const who = oneOf(['everybody', 'chosen'], 'Choose who may use it.')
  return asProvenPerson(form, z.object({ account: id, who, people: texts }), async (actor, wanted) => {
    const people = wanted.who === 'everybody' ? null : wanted.people
    const restricted = await restrictAccount({ account: wanted.account, people }, actor)
    if (!restricted.ok) return refused(restricted.errors)
    if (people === null) return done('Everybody may use this account now.')
    return done(
      people.length === 0
        ? 'Only administrators may use this account now.'
        : `Only the people you chose, and administrators, may use this account now.`,
    )
  })
}

/** Names a DCV template, renames it or takes its name away. Fields: `account`, `what` (`save`, `remove`), `number`, `name`. */
export async function templateAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const what = oneOf(['save', 'remove'], 'Choose one.')
  const fields = z.object({ account: id, what, number: text, name: text })
  return asPerson(form, fields, async (actor, { account, what, number, name }) => {
    if (!/^\d{1,9}$/.test(number.trim()))
      return refused([{ field: 'number', message: 'Enter the template’s number, such as 12.' }])
    const template = { account, id: Number(number) }
    if (what === 'remove') {
      const removed = await removeTemplate(template, actor)
      return removed.ok ? done(`“${removed.name}” is removed here.`) : refused(asNumber(removed.errors))
    }
    const named = await addTemplate({ ...template, name: name.trim() }, actor)
    return named.ok
      ? done(`Template ${template.id} is named “${name.trim()}”.`)
      : refused(asNumber(named.errors))
  })
}

const asNumber = (errors: readonly { field: string; message: string }[]) =>
  errors.map((error) => (error.field === 'id' ? { ...error, field: 'number' } : error))

/** Gives an account an address for the CA's reports, or takes it away. Fields: `account`, `what` (`set`, `end`). */
export async function pushAddressAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  const what = oneOf(['set', 'end'], 'Choose one.')
  return asPerson(form, z.object({ account: id, what }), async (actor, { account, what }) => {
    if (what === 'end') {
      const ended = await endPushAddress({ account }, actor)
      return ended.ok ? done('The address is taken away. Reports to it are refused.') : refused(ended.errors)
    }
    const set = await setPushAddress({ account }, actor)
    if (!set.ok) return refused(set.errors)
    return done('The address is made.', { what: 'push address', value: set.address, until: null })
  })
}
