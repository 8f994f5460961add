import type { FormState } from '#components/ui/form-state.ts'
import type { OutcomeKind } from '#lib/ca/outcome.ts'

/** What a decision's form is answered. */
export interface ApprovalState extends FormState {
  /** As it was typed, so that an error loses nothing. */
  readonly note: string
  /** What came of it at the CA, where an approval was sent. */
  readonly sent: { readonly attempt: string; readonly kind: OutcomeKind; readonly title: string } | null
}

export type ApprovalAction = (previous: ApprovalState, form: FormData) => Promise<ApprovalState>

export const undecided: ApprovalState = { ok: false, errors: [], message: null, note: '', sent: null }
