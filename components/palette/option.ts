import type { OperationId } from '#lib/ca/operation.ts'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import type { Door } from '#components/shell/doors.ts'

/** One thing that the palette offers. */
export interface Option {
  /** Of its own in the list and the same while one types on, so that what is chosen stays chosen. */
  readonly id: string
  readonly icon: 'order' | 'operation' | 'screen' | 'code' | 'link' | 'keys' | 'attempt'
  /** An attempt's outcome, null while under way. */
  readonly kind?: OutcomeKind | null
  readonly title: string
  readonly isMono?: boolean
  readonly detail?: string
  readonly at?: number
  readonly does: Deed
}

export type Deed =
  /** `whole` leaves the page as a link of the browser does: an anchor is marked only then. */
  | { readonly is: 'go'; readonly href: string; readonly whole?: boolean }
  /** Asks which order the operation is for. */
  | { readonly is: 'ask-order'; readonly operation: OperationId }
  | { readonly is: 'knock'; readonly door: Door }

export interface Group {
  readonly id: string
  readonly heading: string
  readonly options: readonly Option[]
}
