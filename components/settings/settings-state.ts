import type { ProofAsked } from '#lib/auth/fresh-proof.ts'
import type { FormState, Typed } from '#components/ui/form-state.ts'

/** What a settings form's action answers. */
export interface SettingsState extends FormState {
  readonly typed: Typed
  /** What is shown this one time and kept nowhere. `until` is epoch milliseconds; null when it does not run out. */
  readonly once: { readonly what: string; readonly value: string; readonly until: number | null } | null
  /** What whoever sent it has to prove themselves with, before it is done; null when nothing. */
  readonly asks: ProofAsked | null
}

export type SettingsAction = (previous: SettingsState, form: FormData) => Promise<SettingsState>

export const unsaved: SettingsState = {
  ok: false,
  errors: [],
  message: null,
  typed: {},
  once: null,
  asks: null,
}
