import type { OperationId } from '#lib/ca/operation.ts'
import type { Receipt, Ticket } from './receipt.ts'
import type { OrderView } from './views.ts'

/** A contact change that waits for a second person, ready to render. */
export interface ApprovalLine {
  readonly id: string
  readonly operation: OperationId
  readonly order: string
  readonly account: { readonly id: string; readonly label: string }
  readonly ticket: Ticket | null
  readonly reason: string
  /** The name of whoever asked. */
  readonly requester: string
  /** When it was asked for and when it runs out, in epoch milliseconds. */
  readonly at: number
  readonly until: number
  readonly input: Receipt['input']
  /** It goes past the duplicate guard: whoever asked had seen that the same was done, and said why it has to be sent again. */
  readonly override: boolean
  /** What this reader may do about it. */
  readonly may: 'decide' | 'withdraw' | null
}

export interface WaitingApproval extends ApprovalLine {
  /** The contacts that this desk named last for its order and account. */
  readonly known: OrderView['known']
}

/** One that waits no more: a slim line of the order's timeline. */
export interface DecidedApproval extends Omit<ApprovalLine, 'may' | 'at'> {
  readonly decision: 'approved' | 'declined' | 'withdrawn' | 'expired'
  /** When it was decided or ran out, in epoch milliseconds. */
  readonly at: number
  /** Null when nobody decided it. */
  readonly decider: string | null
  readonly note: string | null
}

export interface OrderApprovals {
  /** Oldest first. */
  readonly waiting: readonly WaitingApproval[]
  /** Of the last 30 days, newest first. */
  readonly decided: readonly DecidedApproval[]
}
