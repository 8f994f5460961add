import 'server-only'
import { operationAbout } from '#lib/ca/catalogue.ts'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import {
  listActors,
  readEvents,
  type EventPlace,
  type FoundEvents,
  type LabelledEvent,
} from '#lib/store/activity.ts'
import type { ReadFilter } from './activity-filter.ts'
import { desk } from './desk.ts'
import { eventDetail } from './event-detail.ts'
import { eventWords } from './event-words.ts'
import { ticketOf } from './receipt-of.ts'
import type { Actor, Ticket } from './receipt.ts'
import { hiddenAccounts, usableAccounts } from './usable-accounts.ts'

export interface ActivityLine {
  readonly seq: number
  readonly at: number
  readonly words: string
  /** Of whom or what, and what it was before; null where the words say it all. */
  readonly detail: string | null
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
  /** Set when the search stopped for being long: how far it came, in milliseconds since the epoch. The way on is in `older`, or in `newer`. */
  readonly searched: { readonly at: number; readonly towards: 'older' | 'newer' } | null
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly accounts: readonly { readonly id: string; readonly label: string }[]
}

const page = 50

/**
 * One page of the history under a filter, newest first, with the ways to the pages beside it. Several filters that seldom match together may
 * leave it short; then the view says how far the search came, and the way to the next page goes on from there. Every role may read; events of accounts that this reader may not see are left out.
 */
export async function readActivity(reader: Actor, { filter, place }: ReadFilter): Promise<ActivityView> {
  const { store } = await desk()
  const [found, people, accounts, hidden] = await Promise.all([
    readEvents(store.db, filter, place, page + 1),
    listActors(store.db),
    usableAccounts(store.db, reader),
    hiddenAccounts(store.db, reader),
  ])
  const upwards = place !== null && 'after' in place
  const { rows, reached } = found
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    // Left out here and not in the search: a page is shorter then, and costs the same.
    lines: (upwards ? rows.slice(-page) : rows.slice(0, page))
      .filter(({ account_id }) => account_id === null || !hidden.includes(account_id))
      .map((event) => lineOf(event, names)),
    ...waysFrom(found, place),
    searched: reached && { at: reached.at, towards: upwards ? 'newer' : 'older' },
    people,
    accounts: accounts.map(({ id, label }) => ({ id, label })),
  }
}

function waysFrom({ rows, reached }: FoundEvents, place: EventPlace): Pick<ActivityView, 'older' | 'newer'> {
  const more = rows.length > page
  if (place !== null && 'after' in place) {
    const [first, last] = [more ? rows[1] : rows[0], rows.at(-1)]
    const on = reached ?? (more ? first : null)
    return { newer: on ? { after: on.seq } : null, older: { before: last?.seq ?? place.after + 1 } }
  }
  const [first, last] = [rows[0], more ? rows[page - 1] : rows.at(-1)]
  const on = reached ?? (more ? last : null)
  return {
    newer: place === null ? null : { after: first?.seq ?? place.before - 1 },
    older: on ? { before: on.seq } : null,
  }
}

function lineOf(event: LabelledEvent, names: ReadonlyMap<string, string>): ActivityLine {
  return {
    seq: event.seq,
    at: event.at,
    words: eventWords(event),
    detail: eventDetail(event, (id) => names.get(id)),
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
