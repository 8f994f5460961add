import type { FormState } from '#components/ui/form-state.ts'

/** A secret that an authenticator app is to be given. */
export interface BegunApp {
  readonly secret: string
  /** The same as a QR code: see `qrPath`. */
  readonly qr: { readonly size: number; readonly path: string }
}

/** Where setting up a second factor stands. It goes back and forth with the form, so that it works without scripts too. */
export interface SetUpState extends FormState {
  /** The app's secret while its first code has not been given. */
  readonly begun: BegunApp | null
  /** Shown once. */
  readonly recoveryCodes: readonly string[] | null
}

export type SetUpAction = (previous: SetUpState, form: FormData) => Promise<SetUpState>

export const notBegun: SetUpState = { ok: false, errors: [], message: null, begun: null, recoveryCodes: null }
