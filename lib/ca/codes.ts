import type { EndpointId, OperationId } from './operation.ts'
import type { OutcomeRow } from './outcome.ts'

/** One documented code or status of one endpoint, as the codes page shows it. */
export interface CodeEntry {
  readonly endpoint: EndpointId
  readonly operations: readonly OperationId[]
  /** Null when the CA's document describes the row but its number is not known. */
  readonly code: number | null
  readonly status: number | null
  /** Sentences are rendered in general words: `explanation` and `nextStep` are strings. */
  readonly row: OutcomeRow & { readonly explanation: string; readonly nextStep: string }
  /** The message as the CA's document has it, or null. */
  readonly documentedMessage: string | null
}

/** Every documented code and status of every endpoint. */
export function allCodes(): readonly CodeEntry[] {
  return []
}
