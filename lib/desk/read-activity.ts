import 'server-only'
import { operationAbout } from '#lib/ca/catalogue.ts'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import { listAccounts } from '#lib/store/accounts.ts'
import { listActors, readEvents, type EventPlace, type LabelledEvent } from '#lib/store/activity.ts'
import type { ReadFilter } from './activity-filter.ts'
import { desk } from './desk.ts'
import { eventWords } from './event-words.ts'
import { ticketOf } from './receipt-of.ts'
import type { Actor, Ticket } from './receipt.ts'

export interface ActivityLine {
  readonly seq: number
  readonly at: number
  readonly words: string
  readonly operation: string | null
  readonly outcome: OutcomeKind | null
  readonly actor: string
  readonly order: string | null
  readonly account: { readonly id: string; readonly label: string } | null
  readonly attempt: string | null
  readonly ticket: Ticket | null
  readonly hash: string
}

export interface ActivityView {
  readonly lines: readonly ActivityLine[]
  readonly older: EventPlace
  readonly newer: EventPlace
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly accounts: readonly { readonly id: string; readonly label: string }[]
}

const page = 50

/** One page of the history under a filter, newest first, with the ways to the pages beside it. Every role may read. */
export async function readActivity(_reader: Actor, { filter, place }: ReadFilter): Promise<ActivityView> {
  const { store } = await desk()
  const [rows, people, accounts] = await Promise.all([
    readEvents(store.db, filter, place, page + 1),
    listActors(store.db),
    listAccounts(store.db),
  ])
  const upwards = place !== null && 'after' in place
  const more = rows.length > page
  const shown = upwards ? rows.slice(-page) : rows.slice(0, page)
  const [first, last] = [shown[0], shown.at(-1)]
  return {
    lines: shown.map(lineOf),
    older: last !== undefined && (upwards || more) ? { before: last.seq } : null,
    newer: first !== undefined && (upwards ? more : place !== null) ? { after: first.seq } : null,
    people,
    accounts: accounts.map(({ id, label }) => ({ id, label })),
  }
}

function lineOf(event: LabelledEvent): ActivityLine {
  return {
    seq: event.seq,
    at: event.at,
    words: eventWords(event),
    operation: event.operation === null ? null : (operationAbout(event.operation)?.title ?? event.operation),
    outcome: event.outcome_kind as OutcomeKind | null,
    actor: event.actor_name,
    order: event.order_number,
    account: event.account_id === null ? null : { id: event.account_id, label: event.account_label ?? '' },
    attempt: event.attempt_key,
    ticket: ticketOf(event),
    hash: event.hash,
  }
}
