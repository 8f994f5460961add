import type { OperationId } from './operation.ts'
import type { OutcomeRow } from './outcome.ts'

/** One row of an endpoint's outcome table: which reply it is for, and what that reply means. */
export interface TableRow extends OutcomeRow {
  readonly operations: readonly OperationId[]
  /** Null when the CA's document describes the row but every copy found has lost its number. */
  readonly code: number | null
  /** Null when the reply carries no status. */
  readonly status: number | null
  /** The message in the CA's document, or null. */
  readonly documentedMessage: string | null
  /** How a row without a number is recognised, by the CA's words; only looked at when no number fits. */
  readonly words?: RegExp
}
