import 'server-only'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { EventRow } from './event-hash.ts'
import type { Database } from './schema.ts'

/** What the activity screen and its export ask for. Everything is optional; what is given must all hold. */
export interface EventFilter {
  readonly actor?: string
  readonly order?: string
  readonly ticket?: string
  readonly operation?: string
  readonly outcome?: string
  readonly account?: string
  /** Milliseconds since the epoch: at or after. */
  readonly from?: number
  /** Milliseconds since the epoch: before. */
  readonly until?: number
}

/** Where a page begins: below a `seq` (older ones, the usual way) or above one (newer ones). */
export type EventPlace = { readonly before: number } | { readonly after: number } | null

export type LabelledEvent = EventRow & { account_label: string | null }

/** Clocks of several servers differ by seconds, so `at` does not rise quite as `seq` does; a bound on `seq` leaves this much room. */
const skew = 1000

/**
 * One page of the history, always newest first, at most `limit` rows. Intents are left out: each has a settlement or a sweep that says the same
 * and more. Walks one index from the place on, so a page deep in a million rows costs what the first one does.
 */
export async function readEvents(
  db: Kysely<Database>,
  filter: EventFilter,
  place: EventPlace,
  limit: number,
): Promise<LabelledEvent[]> {
  const newer = place !== null && 'after' in place
  let query = filtered(db, filter, await boundsOf(db, filter))
  if (place !== null)
    query = 'after' in place ? query.where('seq', '>', place.after) : query.where('seq', '<', place.before)
  const rows = await query
    .orderBy('seq', newer ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  const labels = await labelsOf(db)
  return (newer ? rows.toReversed() : rows).map((row) => ({
    ...row,
    account_label: row.account_id === null ? null : (labels.get(row.account_id) ?? null),
  }))
}

function filtered(db: Kysely<Database>, filter: EventFilter, bounds: Bounds) {
  let query = db.selectFrom('event').selectAll().where('kind', '<>', 'attempt.intended')
  const same = (
    column: 'actor_id' | 'order_number' | 'ticket_id' | 'operation' | 'outcome_kind' | 'account_id',
    value?: string,
  ) => {
    if (value !== undefined) query = query.where(column, '=', value)
  }
  same('order_number', filter.order)
  same('ticket_id', filter.ticket)
  same('actor_id', filter.actor)
  same('account_id', filter.account)
  same('outcome_kind', filter.outcome)
  same('operation', filter.operation)
  query = inTime(query, filter)
  if (bounds.least !== null) query = query.where('seq', '>=', bounds.least)
  if (bounds.most !== null) query = query.where('seq', '<', bounds.most)
  return query
}

function inTime<O>(query: SelectQueryBuilder<Database, 'event', O>, { from, until }: EventFilter) {
  let bounded = query
  if (from !== undefined) bounded = bounded.where('at', '>=', from)
  if (until !== undefined) bounded = bounded.where('at', '<', until)
  return bounded
}

interface Bounds {
  readonly least: number | null
  readonly most: number | null
}

/** Days turned into places of the history, so that the walk along an index begins and ends near them. */
async function boundsOf(db: Kysely<Database>, { from, until }: EventFilter): Promise<Bounds> {
  const firstAt = async (time: number) => {
    const row = await db
      .selectFrom('event')
      .select('seq')
      .where('at', '>=', time)
      .orderBy('at')
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst()
    return row?.seq ?? null
  }
  const least = from === undefined ? null : await firstAt(from)
  const most = until === undefined ? null : await firstAt(until)
  return {
    // Nothing is that new: a bound that no row passes.
    least: from === undefined ? null : least === null ? Number.MAX_SAFE_INTEGER : least - skew,
    most: most === null ? null : most + skew,
  }
}

async function labelsOf(db: Kysely<Database>): Promise<Map<string, string>> {
  const rows = await db.selectFrom('account').select(['id', 'label']).execute()
  return new Map(rows.map((row) => [row.id, row.label]))
}

/** Everybody who can stand as an actor in the history, by name. */
export async function listActors(db: Kysely<Database>): Promise<{ id: string; name: string }[]> {
  const [people, tokens] = await Promise.all([
    db.selectFrom('person').select(['id', 'name']).execute(),
    db.selectFrom('token').select(['id', 'name']).execute(),
  ])
  const named = tokens.map(({ id, name }) => ({ id, name: `${name} (token)` }))
  return [...people, ...named].sort((a, b) => a.name.localeCompare(b.name))
}
