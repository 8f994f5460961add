import 'server-only'
import type { Input, OperationId } from './operation.ts'
import type { Answer } from './outcome.ts'

export interface CaClientOptions {
  /** Milliseconds to wait for a connection. */
  readonly connectTimeoutMs: number
  /** Milliseconds for everything, waiting in the queue included. */
  readonly totalTimeoutMs: number
  /** Calls under way at one time for one account. */
  readonly perAccountConcurrency: number
  /** A clock in milliseconds, for durations only. */
  readonly now?: () => number
}

export interface CaCall {
  readonly accountId: string
  readonly baseUrl: string
  readonly credentials: { readonly loginName: string; readonly loginPassword: string }
  readonly operation: OperationId
  readonly orderNumber: string
  readonly input: Input
  readonly signal?: AbortSignal
}

export interface CaClient {
  /** Asks the CA once and never throws: whatever happens is an answer. */
  ask(call: CaCall): Promise<Answer>
  /** Refuses new calls, ends waiting ones as not sent, and waits for those under way. */
  close(): Promise<void>
}

export function createCaClient(_options: CaClientOptions): CaClient {
  return {
    ask: () => Promise.reject(new Error('not written yet')),
    close: () => Promise.resolve(),
  }
}
