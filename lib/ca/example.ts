import type { EndpointId, Input, OperationId } from './operation.ts'
import type { OutcomeKind } from './outcome.ts'

/** What the CA (in tests and the demo: the simulator) must be told so that an example comes out as expected. */
export interface Situation {
  /** The order to ask about, from the simulator's seed as it starts; its account is `demo-eu`. */
  readonly order: string
  /** An answer to give in place of the simulator's own: the arguments of its `setAnswer`, for this order. */
  readonly answer?: {
    readonly endpoint: EndpointId
    readonly errorCode: number
    readonly errorMessage?: string
    readonly status?: number
    readonly description?: string
    readonly errorItem?: string
  }
}

/** One named example of an operation: tests, journeys, accessibility scans and the codes page loop over them. */
export interface Example {
  readonly operation: OperationId
  readonly name: string
  readonly input: Input
  readonly situation: Situation
  readonly expect: {
    readonly kind: OutcomeKind
    readonly code: number | null
    readonly status: number | null
    /** The form's field at fault, where the CA names one. */
    readonly field?: string
  }
}
