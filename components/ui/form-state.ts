/** What a small form's action answers. `errors` name the form's fields. */
export interface FormState {
  readonly ok: boolean
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  readonly message: string | null
  /** What was typed, without secrets: a form that was sent without scripts comes back with it. */
  readonly typed?: Typed
}

export type Typed = Readonly<Record<string, string | readonly string[]>>

export type FormStateAction = (previous: FormState, formData: FormData) => Promise<FormState>

export const untouched: FormState = { ok: false, errors: [], message: null }

export function errorOf(state: FormState, field: string): string | null {
  return state.errors.find((error) => error.field === field)?.message ?? null
}

/** What was typed into a field that holds one text. */
export function typedOf({ typed }: Pick<FormState, 'typed'>, field: string): string | undefined {
  const text = typed?.[field]
  return typeof text === 'string' ? text : undefined
}
