'use server'

import type { SetUpState } from '#components/auth/set-up-state.ts'
import { beginOwnApp, removeOwnApp, removeOwnPasskey, renewOwnRecoveryCodes } from '#lib/auth/own-factors.ts'
import { challengeOf, readMade } from '#lib/auth/own-passkey-answer.ts'
import { qrPath } from '#lib/auth/own-qr.ts'
import { endOtherSessions, endOwnSession } from '#lib/auth/own-sessions.ts'
import { addPasskey } from '#lib/auth/passkeys.ts'
import { confirmTotp } from '#lib/auth/totp.ts'
import { asMyself, refused, text, type Refusal } from './as-myself.ts'

/** Sets the person's authenticator app up or takes it away. Fields: `do` (begin-app, confirm-app, remove-app), `proof`, `code`. */
export async function ownAppAction(previous: SetUpState, form: FormData): Promise<SetUpState> {
  const wanted = text(form, 'do')
  return stateOf(
    previous,
    await asMyself(async ({ person, address }) => {
      const asked = { proof: text(form, 'proof'), address }
      if (wanted === 'begin-app') {
        const begun = await beginOwnApp(asked, person)
        return begun.ok ? { ok: true, begun: { secret: begun.secret, qr: qrPath(begun.uri) } } : begun
      }
      if (wanted === 'confirm-app') {
        const given = { code: text(form, 'code').trim(), step: null, address }
        const confirmed = await confirmTotp(person, given, person)
        if (!confirmed.ok) return confirmed
        return withCodes('The app is set up.', confirmed.recoveryCodes)
      }
      const removed = await removeOwnApp(asked, person)
      return removed.ok ? { ok: true, message: 'The app is removed.' } : removed
    }),
  )
}

/** Adds a passkey that the browser has made, or removes one. Fields: `do` (add-passkey, remove-passkey), `name` and `answer`, `passkey` and `proof`. */
export async function ownPasskeysAction(previous: SetUpState, form: FormData): Promise<SetUpState> {
  return stateOf(
    previous,
    await asMyself(async ({ person, address }) => {
      if (text(form, 'do') === 'remove-passkey') {
        const asked = { proof: text(form, 'proof'), address }
        const removed = await removeOwnPasskey(text(form, 'passkey').slice(0, 2000), asked, person)
        return removed.ok
          ? { ok: true, message: 'The passkey is removed here. Remove it from your device too.' }
          : removed
      }
      const response = readMade(text(form, 'answer'))
      if (response === null) return refused('form', 'The passkey did not arrive whole. Try again.')
      const made = { name: text(form, 'name').trim(), challenge: challengeOf(response), response, step: null }
      const added = await addPasskey(person, made, person)
      if (!added.ok) return added
      return withCodes(`The passkey “${made.name}” is added.`, added.recoveryCodes)
    }),
  )
}

/** Ends one of the person's other sessions, or all of them. Fields: `session`, which is left out for all, and `proof`. */
export async function endOwnSessionsAction(previous: SetUpState, form: FormData): Promise<SetUpState> {
  return stateOf(
    previous,
    await asMyself(async ({ person, address }) => {
      const asked = { current: person.sessionId, proof: text(form, 'proof'), address }
      const session = text(form, 'session')
      if (session === '') {
        const ended = await endOtherSessions(asked, person)
        return ended.ok ? { ok: true, message: `Sessions ended: ${ended.sessionsEnded}.` } : ended
      }
      const ended = await endOwnSession(session.slice(0, 100), asked, person)
      return ended.ok ? { ok: true, message: 'That session is ended.' } : ended
    }),
  )
}

/** Makes new recovery codes in the place of the earlier ones. Fields: `proof`. */
export async function ownCodesAction(previous: SetUpState, form: FormData): Promise<SetUpState> {
  return stateOf(
    previous,
    await asMyself(async ({ person, address }) => {
      const renewed = await renewOwnRecoveryCodes({ proof: text(form, 'proof'), address }, person)
      return renewed.ok ? withCodes('The earlier codes count no more.', renewed.recoveryCodes) : renewed
    }),
  )
}

type Changed = { readonly ok: true } & Partial<Pick<SetUpState, 'begun' | 'recoveryCodes' | 'message'>>

const withCodes = (message: string, recoveryCodes: readonly string[]): Changed => ({
  ok: true,
  message,
  recoveryCodes: recoveryCodes.length === 0 ? null : recoveryCodes,
})

/** A refusal leaves what was begun or shown; a change takes its place. */
function stateOf(previous: SetUpState, changed: Changed | Refusal): SetUpState {
  if (!changed.ok) {
    const { begun, recoveryCodes } = previous
    return { ok: false, errors: changed.errors, message: null, begun, recoveryCodes }
  }
  const { begun = null, recoveryCodes = null, message = null } = changed
  return { ok: true, errors: [], message, begun, recoveryCodes }
}
