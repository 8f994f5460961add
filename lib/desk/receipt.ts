import type { InputField, OperationId } from '#lib/ca/operation.ts'
import type { Outcome, OutcomeKind } from '#lib/ca/outcome.ts'

export type Role = 'viewer' | 'agent' | 'manager' | 'administrator'
export const roles = ['viewer', 'agent', 'manager', 'administrator'] as const satisfies readonly Role[]

/** Who does something: a signed-in person or an API token. */
export interface Actor {
  readonly kind: 'person' | 'token'
  readonly id: string
  readonly name: string
  readonly role: Role
  /** What a token is limited to, beside its role; people have none. */
  readonly scopes?: Scopes
}

/** Null means: no limit but the role's. */
export interface Scopes {
  readonly operations: readonly string[] | null
  /** Ids of accounts. */
  readonly accounts: readonly string[] | null
}

export interface Ticket {
  readonly id: string
  /** The system the ticket is in, such as `zendesk`; empty when not known. */
  readonly system: string
}

/** What a person is shown after an attempt. Serialisable: it travels to the browser as it is. */
export interface Receipt extends Outcome {
  readonly attempt: string
  readonly operation: OperationId
  readonly order: string
  readonly account: { readonly id: string; readonly label: string }
  readonly ticket: Ticket | null
  /** Milliseconds since the epoch, UTC: when it was sent. */
  readonly at: number
  readonly actor: { readonly id: string; readonly name: string }
  readonly input: Readonly<Partial<Record<InputField, string>>>
  /** The reason given for a contact change or for going past the duplicate guard. */
  readonly reason: string | null
  /** The reply's text, or null. */
  readonly raw: string | null
  /** True when this attempt key was used before and this is its first receipt again. */
  readonly repeated: boolean
  /** True when what was entered and what the CA answered was taken away after its time. */
  readonly masked: boolean
  /** Set once a person has resolved an unknown attempt. */
  readonly resolution: Resolution | null
}

export const findings = ['carried-out', 'not-carried-out', 'cannot-tell'] as const
export type Finding = (typeof findings)[number]

export interface Resolution {
  readonly finding: Finding
  readonly note: string
  readonly at: number
  readonly by: string
}

export interface FieldError {
  /** A field of the input, or `ticket`, `reason`, `account`, `order`. */
  readonly field: string
  readonly message: string
}

/** Why nothing left. Always safe to try again once the cause is gone. */
export interface NotSent {
  readonly kind: 'not-sent'
  readonly cause:
    | 'signed-out'
    | 'forbidden'
    | 'origin'
    | 'input'
    | 'account'
    | 'key-reused'
    | 'hold'
    | 'duplicate'
    | 'throttled'
    | 'dcv-list'
    | 'stopping'
    | 'history'
    | 'approval'
    | 'approved'
    | 'not-approved'
    | 'not-needed'
  readonly title: string
  readonly explanation: string
  readonly nextStep: string
  readonly errors: readonly FieldError[]
  readonly duplicate: Duplicate | null
  /** Whole seconds until it is worth trying again, when that is known. */
  readonly retryAfterSeconds: number | null
}

/** The earlier attempt that the duplicate guard points at. `kind` is null while it is still under way. */
export interface Duplicate {
  readonly attempt: string
  readonly actor: string
  readonly at: number
  readonly ticket: Ticket | null
  readonly kind: OutcomeKind | null
  readonly title: string | null
}

/** The one result of `performOperation`. `receipt` when an attempt exists, `not-sent` when a guard stopped it. */
export type Performed = { readonly is: 'receipt'; readonly receipt: Receipt } | Stopped

export interface Stopped {
  readonly is: 'not-sent'
  readonly notSent: NotSent
}
