import 'server-only'
import { sql, type Kysely } from 'kysely'
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

export interface Bounds {
  /** From this `seq` on. */
  readonly least: number
  /** Below this `seq`. */
  readonly most: number
}

export interface Search {
  readonly filter: EventFilter
  readonly bounds: Bounds
  /** From the oldest on; else from the newest. */
  readonly upwards: boolean
  readonly limit: number
  /** Entries of an index to look at before the search says how far it came. */
  readonly farthest: number
}

const columns = {
  order: 'order_number',
  ticket: 'ticket_id',
  actor: 'actor_id',
  account: 'account_id',
  outcome: 'outcome_kind',
  operation: 'operation',
} as const
type Column = (typeof columns)[keyof typeof columns]
type Same = readonly [column: Column, value: string]

/** Entries of an index that tell which of several filters matches least just here. */
const glance = 500
/** Events among which times may lie in another order than numbers do: the clocks of several servers differ by seconds. */
const disorder = 1000

/** The filters that name a value, each of which has an index. */
export function samesOf(filter: EventFilter): Same[] {
  return Object.entries(columns).flatMap(([name, column]) => {
    const value = filter[name as keyof typeof columns]
    return value === undefined ? [] : [[column, value] as const]
  })
}

/** Place and days as numbers of events, so that the walk along an index begins and ends where they do. */
export async function boundsOf(
  db: Kysely<Database>,
  { from, until }: EventFilter,
  place: { readonly before: number } | { readonly after: number } | null,
): Promise<Bounds> {
  const lower = [0, ...(place !== null && 'after' in place ? [place.after + 1] : [])]
  const upper = [Number.MAX_SAFE_INTEGER, ...(place !== null && 'before' in place ? [place.before] : [])]
  if (from !== undefined) {
    const near = db.selectFrom('event').select('seq').where('at', '>=', from).orderBy('at').orderBy('seq')
    const { seq } = await db
      .selectFrom(near.limit(disorder).as('near'))
      .select((of) => of.fn.min<number | null>('seq').as('seq'))
      .executeTakeFirstOrThrow()
    lower.push(seq ?? Number.MAX_SAFE_INTEGER)
  }
  if (until !== undefined) {
    const near = db.selectFrom('event').select('seq').where('at', '<', until)
    const { seq } = await db
      .selectFrom(near.orderBy('at', 'desc').orderBy('seq', 'desc').limit(disorder).as('near'))
      .select((of) => of.fn.max<number | null>('seq').as('seq'))
      .executeTakeFirstOrThrow()
    upper.push((seq ?? 0) + 1)
  }
  return { least: Math.max(...lower), most: Math.min(...upper) }
}

/** Every event that matches. */
export function listed(db: Kysely<Database>, { filter, bounds }: Search) {
  let query = within(db, bounds).where('kind', '<>', intended)
  for (const [column, value] of samesOf(filter)) query = query.where(column, '=', value)
  // The bounds say nearly the same. As a sum, so that PostgreSQL does not go by time instead and sort all the days.
  const at = sql<number>`at + 0`
  if (filter.from !== undefined) query = query.where(at, '>=', filter.from)
  if (filter.until !== undefined) query = query.where(at, '<', filter.until)
  return query
}

/** Written out, as in the indexes that leave intents out: SQLite looks at no value to see whether one of these serves. */
const intended = sql.lit('attempt.intended')

const within = (db: Kysely<Database>, { least, most }: Bounds) =>
  db.selectFrom('event').where('seq', '>=', least).where('seq', '<', most)

export interface FoundTogether {
  readonly seqs: readonly number[]
  readonly reached: { readonly seq: number; readonly at: number } | null
}

/**
 * Of several filters, the one that matches least just here is walked, and the others are looked up in its index. Which one that is, no database
 * knows: SQLite keeps no statistics, and those of PostgreSQL are of the whole table. The walk ends at `limit` matches, where the values asked for
 * first met, or as far as one page goes.
 */
export async function searchTogether(db: Kysely<Database>, wanted: Search): Promise<FoundTogether> {
  const least = Math.max(wanted.bounds.least, await firstMeeting(db, wanted.filter))
  if (least >= wanted.bounds.most) return { seqs: [], reached: null }
  const search = { ...wanted, bounds: { ...wanted.bounds, least } }
  const { lead, isShort } = await sparsest(db, search)
  const close = await walk(db, search, lead, glance)
  if (isShort || close.length === search.limit) return { seqs: close, reached: null }
  const seqs = await walk(db, search, lead, search.farthest)
  if (seqs.length === search.limit) return { seqs, reached: null }
  const last = await entriesOf(db, search, lead)
    .select(['seq', 'at'])
    .offset(search.farthest - 1)
    .limit(1)
    .executeTakeFirst()
  return { seqs, reached: last ?? null }
}

/** The first event in which the values asked for met; beyond every event when they never did. */
async function firstMeeting(db: Kysely<Database>, { actor, account, operation, outcome }: EventFilter) {
  const asked = Object.entries({
    actor_id: actor,
    account_id: account,
    operation,
    outcome_kind: outcome,
  }).filter(([, value]) => value !== undefined)
  if (asked.length < 2) return 0
  const { first } = await db
    .selectFrom('event_combination')
    .select((of) => of.fn.min<number | null>('first_seq').as('first'))
    .where((of) => of.and(Object.fromEntries(asked)))
    .executeTakeFirstOrThrow()
  return first ?? Number.MAX_SAFE_INTEGER
}

/** The entries of one filter's index in the order of the walk. */
function entriesOf(db: Kysely<Database>, { bounds, upwards }: Search, [column, value]: Same) {
  return within(db, bounds)
    .where('kind', '<>', intended)
    .where(column, '=', value)
    .orderBy('seq', upwards ? 'asc' : 'desc')
}

async function sparsest(db: Kysely<Database>, search: Search): Promise<{ lead: Same; isShort: boolean }> {
  const sames = samesOf(search.filter)
  const ends = await db
    .selectNoFrom(
      sames.map((same) => entriesOf(db, search, same).select('seq').offset(glance).limit(1).as(same[0])),
    )
    .executeTakeFirstOrThrow()
  const endless = Number.MAX_SAFE_INTEGER
  /** How far its next entries reach. */
  const length = ([column]: Same) => {
    const end = ends[column]
    return end === null || end === undefined ? endless : search.upwards ? end : -end
  }
  const [lead] = sames.toSorted((one, other) => length(other) - length(one))
  if (lead === undefined) throw new Error('There is no filter to search by.')
  return { lead, isShort: length(lead) === endless }
}

/** Numbers of at most `limit` matches among the first `most` entries. The inner limit also keeps both planners from going another way. */
async function walk(db: Kysely<Database>, search: Search, lead: Same, most: number): Promise<number[]> {
  const { filter, upwards, limit } = search
  const asked = samesOf(filter).filter(([column]) => column !== lead[0])
  const hasDays = filter.from !== undefined || filter.until !== undefined
  // Not one column more than is compared, so that the index holds them all.
  const walked = entriesOf(db, search, lead)
    .select(['seq', ...asked.map(([column]) => column)])
    .$if(hasDays, (entries) => entries.select('at'))
  const found = asked.reduce(
    (query, [column, value]) => query.where(column, '=', value),
    db.selectFrom(walked.limit(most).as('event')).select('seq'),
  )
  const rows = await found
    .$if(filter.from !== undefined, (query) => query.where('at', '>=', filter.from ?? 0))
    .$if(filter.until !== undefined, (query) => query.where('at', '<', filter.until ?? 0))
    .orderBy('seq', upwards ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ seq }) => seq)
}
