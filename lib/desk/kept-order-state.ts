import 'server-only'
import type { Kysely } from 'kysely'
import type { CollectSslReply } from '#lib/ca/reads/collect-ssl/reply.ts'
import type { DomainControl } from '#lib/ca/reads/get-mdc-domain-details/reply.ts'
import { orderSteps, type Step, type StepState } from '#lib/ca/steps.ts'
import { findOrderState, type OrderStateRow } from '#lib/store/order-states.ts'
import type { Database } from '#lib/store/schema.ts'
import type { ReadFailure } from './order-state.ts'

/** What the last reads of an order told, as it is kept: typed replies and the CA's own texts beside them, free of credentials. */
export interface KeptState {
  readonly collectSsl: CollectSslReply | null
  /** The CA's code when it told the state by refusing, such as -22 (awaiting payment). */
  readonly refusedCode: number | null
  readonly collectRaw: string | null
  readonly domains: readonly DomainControl[] | null
  readonly domainsRaw: string | null
  /** Why the domains are older than the rest or absent; null when they belong to it. */
  readonly domainsNote: string | null
  /** By `stepKey`: the step's state and when this desk first saw it in it. */
  readonly since: Readonly<Record<string, Since>>
}

interface Since {
  readonly state: StepState
  readonly at: number
}

export const keptState = (row: OrderStateRow | null): KeptState | null =>
  row?.state == null ? null : (JSON.parse(row.state) as KeptState)

export const keptFailure = (row: OrderStateRow | null): ReadFailure | null =>
  row?.failure == null ? null : (JSON.parse(row.failure) as ReadFailure)

/** A step's name from one read to the next: its title holds the domain, whose place in the list may change. */
export const stepKey = ({ kind, title }: Pick<Step, 'kind' | 'title'>): string => `${kind} ${title}`

/** Since when each step is in its state: the time seen before where nothing changed, else now. */
export function sinceOf(
  state: Omit<KeptState, 'since'>,
  before: KeptState | null,
  now: number,
): KeptState['since'] {
  const entries = orderSteps(state).steps.map((step): [string, Since] => {
    const known = before?.since[stepKey(step)]
    return [stepKey(step), known?.state === step.state ? known : { state: step.state, at: now }]
  })
  return Object.fromEntries(entries)
}

/** The order's domains as last read; none when they were not. */
export async function domainsOfOrder(
  db: Kysely<Database>,
  accountId: string,
  order: string,
): Promise<readonly DomainControl[]> {
  return keptState(await findOrderState(db, accountId, order))?.domains ?? []
}
