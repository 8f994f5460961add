/** What a small form's action answers. `errors` name the form's fields. */
export interface FormState {
  readonly ok: boolean
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  readonly message: string | null
}

export type FormStateAction = (previous: FormState, formData: FormData) => Promise<FormState>

export const untouched: FormState = { ok: false, errors: [], message: null }

export function errorOf(state: FormState, field: string): string | null {
  return state.errors.find((error) => error.field === field)?.message ?? null
}
