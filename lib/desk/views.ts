import type { OperationId } from '#lib/ca/operation.ts'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import type { CallingHours } from '#lib/time/calling-hours.ts'
import type { Place } from '#lib/time/country-zones.ts'
import type { ApprovalLine, OrderApprovals } from './approval-views.ts'
import type { PlannedCall } from './booked-calls.ts'
import type { DcvListView } from './dcv-list.ts'
import type { OrderEventLine } from './order-reports.ts'
import type { OrderStateView } from './order-state.ts'
import type { Receipt, Resolution, Ticket } from './receipt.ts'

/** What the screens read. Everything here is ready to render and carries no secret. */

export interface AccountChoice {
  readonly id: string
  readonly label: string
  /** Why sending is stopped, or null. */
  readonly hold: {
    readonly at: number
    readonly reason: string
    readonly attempt: string | null
    /** An administrator stopped it; else the CA refused the login. */
    readonly isPause: boolean
  } | null
}

/** One attempt as a line in a list. */
export interface AttemptLine {
  readonly attempt: string
  readonly operation: OperationId
  readonly order: string
  readonly account: { readonly id: string; readonly label: string }
  readonly ticket: Ticket | null
  readonly at: number
  readonly actor: string
  /** Null while the CA's answer is awaited. */
  readonly kind: OutcomeKind | null
  readonly title: string
  readonly resolution: Resolution | null
}

export interface RecentOrder {
  readonly order: string
  readonly account: { readonly id: string; readonly label: string }
  readonly at: number
  readonly last: AttemptLine
}

export interface DeskView {
  /** Unknown attempts that nobody has resolved yet, oldest first. */
  readonly unknowns: readonly (AttemptLine & { readonly mayResolve: boolean })[]
  readonly holds: readonly AccountChoice[]
  /** Calls that are due or soon, soonest first: booked, or resolved so that they may have been. One nobody has resolved is an unknown. */
  readonly calls: readonly (PlannedCall & { readonly attempt: AttemptLine })[]
  /** Contact changes that this person may decide, and their own that wait, oldest first. */
  readonly approvals: readonly ApprovalLine[]
  readonly mine: readonly RecentOrder[]
  readonly team: readonly AttemptLine[]
}

/** A contact that an accepted attempt of ours named before: the "old" value beside the new one. */
export interface KnownContact {
  readonly value: string
  readonly at: number
}

export interface OrderView {
  readonly order: string
  /** Null when there are several accounts and nothing says which one the order belongs to. */
  readonly account: AccountChoice | null
  readonly accounts: readonly AccountChoice[]
  /** What is known of its state at the CA; null while no account is chosen. */
  readonly state: OrderStateView | null
  /** Newest first. An attempt under way is a line without a receipt. */
  readonly timeline: readonly {
    readonly line: AttemptLine
    readonly receipt: Receipt | null
    readonly mayResolve: boolean
  }[]
  /** The chosen account's attempts that the CA took on, or may have, newest first, also those older than the timeline's. */
  readonly taken: readonly Receipt[]
  /** What the CA reported and what was read, newest first: the timeline's other lines. */
  readonly events: readonly OrderEventLine[]
  /** True when there are more attempts than the timeline shows. */
  readonly more: boolean
  readonly known: {
    readonly phone: KnownContact | null
    readonly callbackEmail: KnownContact | null
    readonly clickThroughEmail: KnownContact | null
    readonly dcvEmail: KnownContact | null
  }
  /** When calls may be booked, by an administrator's setting; left out by whoever plans none. */
  readonly callingHours?: CallingHours
  /** Where the known phone number is from: a guess at the customer's time zone. */
  readonly phonePlace?: Place | null
  /** The addresses that the CA takes for the order's domains, as far as they were fetched; none unless the form that picks from them is open. */
  readonly dcvLists: readonly DcvListView[]
  /** The named DCV templates of the account. */
  readonly templates: readonly { readonly id: number; readonly name: string }[]
  /** True when contact changes wait for a second person before they are sent. */
  readonly secondPerson: boolean
  readonly approvals: OrderApprovals
  /** Operations this person's role allows. */
  readonly allowed: readonly OperationId[]
}

/** What a form sends to the server: raw values, parsed again there with the same schema. */
export interface OperationCall {
  readonly operation: string
  readonly order: string
  readonly account: string
  readonly key: string
  readonly ticket: string
  readonly ticketSystem: string
  /** Values by the CA's parameter names; empty means absent. */
  readonly input: Readonly<Record<string, string>>
  /** Asked for on contact changes, and to go past the duplicate guard. */
  readonly reason: string
  /** True when the person has seen the earlier attempt and goes on. */
  readonly override: boolean
  /** True when the screen says that it waits for a second person: it is never sent at once then. */
  readonly asksOnly: boolean
}
