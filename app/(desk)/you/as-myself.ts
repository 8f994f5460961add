import 'server-only'
import type { SettingsState } from '#components/settings/settings-state.ts'
import { clientAddress } from '#lib/auth/client-address.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentPerson, type SignedInPerson } from '#lib/auth/session.ts'
import type { FieldError } from '#lib/desk/receipt.ts'
import { log } from '#lib/log.ts'

/** Who changes something of their own, and where they are. */
export interface Myself {
  readonly person: SignedInPerson
  readonly address: string
}

export type Refusal = { readonly ok: false; readonly errors: readonly FieldError[] }

/** Does what people do with their own sign-in, whatever their role: asks where it comes from and who it is, first. */
export async function asMyself<T extends { readonly ok: boolean }>(
  work: (self: Myself) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  try {
    if (!(await isSameOrigin())) return refused('form', 'Another page sent this. Nothing was changed.')
    const person = await currentPerson()
    if (person === null)
      return refused(
        'form',
        'You are signed out. Nothing was changed. Sign in in another tab, then try again.',
      )
    return await work({ person, address: await clientAddress() })
  } catch (error) {
    log.error({ err: error }, 'a change of one’s own sign-in could not be written')
    return refused('form', 'The change could not be written just now. Try again in a minute.')
  }
}

export function refused(field: string, message: string): Refusal {
  return { ok: false, errors: [{ field, message }] }
}

/** The answer for a form of the settings' kind. Nothing that was typed here goes back: most of it is secret. */
export function stateOf(changed: { readonly ok: true; readonly message: string } | Refusal): SettingsState {
  const errors = changed.ok ? [] : changed.errors
  const message = changed.ok ? changed.message : null
  return { ok: changed.ok, errors, message, typed: {}, once: null, asks: null }
}

export function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
