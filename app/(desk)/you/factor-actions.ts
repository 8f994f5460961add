'use server'

import type { SetUpState } from '#components/auth/set-up-state.ts'
import { beginOwnApp, removeOwnApp, removeOwnPasskey, renewOwnRecoveryCodes } from '#lib/auth/own-factors.ts'
import { challengeOf, readMade } from '#lib/auth/own-passkey-answer.ts'
import { qrPath } from '#lib/auth/own-qr.ts'
import { endOtherSteps } from '#lib/auth/own-step.ts'
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
        const confirmed = await confirmTotp(person, text(form, 'code').trim(), person)
        if (!confirmed.ok) return confirmed
        await endOtherSteps(null, person.id)
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
      const made = { name: text(form, 'name').trim(), challenge: challengeOf(response), response }
      const added = await addPasskey(person, made, person)
      if (!added.ok) return added
      await endOtherSteps(null, person.id)
      return withCodes(`The passkey “${made.name}” is added.`, added.recoveryCodes)
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
