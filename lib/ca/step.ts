import type { OperationId } from './operation.ts'
import type { ActsNext, Confidence, Source } from './outcome.ts'
import type { PushReport } from './push/read-push.ts'
import type { CollectSslReply } from './reads/collect-ssl/reply.ts'
import type { DomainControl } from './reads/get-mdc-domain-details/reply.ts'
import type { StepKind, StepState } from './steps-table.ts'

/** What has been read of one order; null is what has not been read, or could not be. */
export interface OrderReads {
  readonly collectSsl: CollectSslReply | null
  /** The CA's code, when it refused to tell the order's state. */
  readonly refusedCode: number | null
  readonly domains: readonly DomainControl[] | null
  /** What the CA has reported since these reads, newest first; the caller leaves out what is older than they are. */
  readonly reported?: readonly ReportedFact[]
}

/** The part of a report that the steps rest on. */
export type ReportedFact = Pick<
  PushReport,
  'kind' | 'status' | 'statusCode' | 'title' | 'says' | 'actsNext' | 'source' | 'confidence'
>

export interface Step {
  /** The kind, and for domains their place: `domain-control-2`. */
  readonly id: string
  readonly kind: StepKind
  readonly title: string
  /**
   * `waiting`: it is somebody's turn. `blocked`: an earlier step comes first, or the CA has stopped the order. `not-known` claims nothing.
   */
  readonly state: StepState
  /** Null when that is not known. */
  readonly actsNext: ActsNext | null
  readonly says: string
  /** The CA's field and its value that this rests on, or null. */
  readonly rawField: string | null
  readonly rawValue: string | null
  /** The operations that can move it. */
  readonly helps: readonly OperationId[]
  readonly source: Source | null
  readonly confidence: Confidence | null
  /** The first step that is known not to be done. At most one step of an order has it. */
  readonly blocking: boolean
}

export interface OperationFit {
  readonly operation: OperationId
  /** `no` folds it away with the reason and never takes it away: what it rests on is not certain. */
  readonly fits: 'yes' | 'perhaps' | 'no'
  /** The step it helps with, by id, or null. */
  readonly step: string | null
  readonly reason: string
}

export interface OrderSteps {
  readonly steps: readonly Step[]
  readonly blocking: Step | null
  /** Every operation, in the order of the catalogue. */
  readonly operations: readonly OperationFit[]
}

/** A step before it is known what blocks it. `open` when the CA says that it is not done, in so many words. */
export interface Draft extends Omit<Step, 'blocking'> {
  readonly open: boolean
}
