import type { FormState } from '#components/ui/form-state.ts'

export interface WelcomeState extends FormState {
  /** What stands after the # of the link. */
  readonly link: string
  /** Whom the link is for; null until it was opened. */
  readonly person: { readonly name: string; readonly email: string } | null
}

export const unopened: WelcomeState = { ok: false, errors: [], message: null, link: '', person: null }
