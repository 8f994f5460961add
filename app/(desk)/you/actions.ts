'use server'

import type { SettingsState } from '#components/settings/settings-state.ts'
import { changeOwnPassword } from '#lib/auth/own-password.ts'
import { asMyself, stateOf, text } from './as-myself.ts'

/** Gives the person another password. Fields: `current`, `password`. */
export async function changePasswordAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return stateOf(
    await asMyself(async ({ person, address }) => {
      const given = { current: text(form, 'current'), password: text(form, 'password') }
      const changed = await changeOwnPassword({ ...given, sessionId: person.sessionId, address }, person)
      if (!changed.ok) return changed
      const { sessionsEnded } = changed
      const others = sessionsEnded === 0 ? '' : ` Other sessions ended: ${sessionsEnded}.`
      return { ok: true, message: `Your password is changed.${others}` }
    }),
  )
}
