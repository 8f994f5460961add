import type { FormState } from '#components/ui/form-state.ts'
import type { Receipt } from '#lib/desk/receipt.ts'

/** What a decision's form is answered. */
export interface ApprovalState extends FormState {
  /** As it was typed, so that an error loses nothing. */
  readonly note: string
  /** What came of it at the CA, where an approval was sent. */
  readonly sent: Pick<Receipt, 'attempt' | 'kind' | 'title' | 'nextStep' | 'actsNext'> | null
}

export type ApprovalAction = (previous: ApprovalState, form: FormData) => Promise<ApprovalState>

export const undecided: ApprovalState = { ok: false, errors: [], message: null, note: '', sent: null }
