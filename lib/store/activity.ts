import 'server-only'
import type { Kysely } from 'kysely'
import { boundsOf, listed, searchTogether, samesOf, type EventFilter } from './activity-search.ts'
import type { EventRow } from './event-hash.ts'
import type { Database } from './schema.ts'

export type { EventFilter } from './activity-search.ts'

/** Where a page begins: below a `seq` (older ones, the usual way) or above one (newer ones). */
export type EventPlace = { readonly before: number } | { readonly after: number } | null

export type LabelledEvent = EventRow & { account_label: string | null }

export interface FoundEvents {
  /** Newest first. */
  readonly rows: readonly LabelledEvent[]
  /** Set when the search stopped for being long, with fewer rows than were asked for: the last event it looked at. More may lie beyond. */
  readonly reached: { readonly seq: number; readonly at: number } | null
}

/** Entries of an index that one page looks at: some milliseconds. */
const tenThousand = 10_000

/**
 * One page of the history, always newest first, at most `limit` rows. Intents are left out: each has a settlement or a sweep that says the same
 * and more. Walks one index from the place on, and only so far, so a page deep in a million rows costs what the first one does.
 */
export async function readEvents(
  db: Kysely<Database>,
  filter: EventFilter,
  place: EventPlace,
  limit: number,
  farthest = tenThousand,
): Promise<FoundEvents> {
  const upwards = place !== null && 'after' in place
  const search = { filter, upwards, limit, farthest, bounds: await boundsOf(db, filter, place) }
  const together = samesOf(filter).length < 2 ? null : await searchTogether(db, search)
  const found =
    together === null ? listed(db, search) : db.selectFrom('event').where('seq', 'in', together.seqs)
  const isEmpty = together?.seqs.length === 0
  const order = upwards ? 'asc' : 'desc'
  const rows = isEmpty ? [] : await found.selectAll().orderBy('seq', order).limit(limit).execute()
  const labels = await labelsOf(db)
  return {
    rows: (upwards ? rows.toReversed() : rows).map((row) => ({
      ...row,
      account_label: row.account_id === null ? null : (labels.get(row.account_id) ?? null),
    })),
    reached: together?.reached ?? null,
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
