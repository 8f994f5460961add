import type { OrderSteps } from '#lib/ca/steps.ts'

/** What is known of an order's state at the CA, ready to render. It carries no secret. */
export interface OrderStateView {
  /** Epoch milliseconds of the last read that told something; null when there was none. */
  readonly readAt: number | null
  /** Who asked for it. */
  readonly readBy: string | null
  /** As read; when nothing was read yet, every step is “not known” and every operation fits “perhaps”. */
  readonly steps: OrderSteps
  /** By a step’s id: when this desk first saw it in the state it is in now. It may be in it for longer. */
  readonly since: Readonly<Record<string, number>>
  /** The domains’ own read, when it is older than `readAt` or failed; null when it belongs to it. */
  readonly domainsNote: string | null
  /** Why the last read told nothing; null when it did. What was known before stays. */
  readonly failure: ReadFailure | null
  /** Set while somebody’s read is under way. */
  readonly readingBy: string | null
  /** From when on it may be read again without a reason; null when it may be now. */
  readonly nextAt: number | null
  /** What this person may do about it. `no-role`: agents and above read at the CA. */
  readonly may: 'read' | 'no-role' | 'on-hold'
  /** The CA’s answers, free of credentials. */
  readonly raw: readonly { readonly title: string; readonly text: string }[]
}

export interface ReadFailure {
  readonly at: number
  /** Null when the CA was not asked or did not answer readably. */
  readonly code: number | null
  readonly title: string
  readonly explanation: string
  readonly nextStep: string
  readonly raw: string | null
}

/** The result of asking for a read. In every case but `not-read` with a field, reloading the page shows where things stand. */
export type StateRead =
  | { readonly is: 'read' }
  /** Read so lately that the CA’s rule asks to wait, or to say why not. */
  | { readonly is: 'recent'; readonly nextAt: number; readonly message: string }
  | { readonly is: 'under-way'; readonly message: string }
  | { readonly is: 'failed'; readonly failure: ReadFailure }
  | { readonly is: 'not-read'; readonly field: 'reason' | 'form'; readonly message: string }
