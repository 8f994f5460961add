import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { storable, type EventRow } from './event-hash.ts'
import type { AttemptRow } from './attempts.ts'
import type { Database } from './schema.ts'

export interface AttemptProblem {
  /** The event that the attempt does not agree with. */
  readonly seq: number
  readonly problem: string
}

const page = 500
const kinds = ['attempt.intended', 'attempt.settled', 'attempt.swept', 'attempt.resolved']

/**
 * Compares every attempt, which is what the guards ask and the screens show, with its events, which the chain proves. Answers the first that
 * does not agree, or null. What was masked is compared as far as it is still there.
 */
export async function verifyAttempts(db: Kysely<Database>): Promise<AttemptProblem | null> {
  for (let last: AttemptRow | undefined; ;) {
    const rows = await attemptsAfter(db, last)
    const events = await eventsOf(
      db,
      rows.map((row) => row.key),
    )
    for (const row of rows) {
      if (problemOf(row, events.get(row.key) ?? []) === null) continue
      const problem = await lookAgain(db, row.key)
      if (problem !== null) return problem
    }
    if (rows.length < page) return null
    last = rows.at(-1)
    await breathe()
  }
}

/** In the order of time, as both tables were written: by their random keys every row would be somewhere else on the disk. */
function attemptsAfter(db: Kysely<Database>, last: AttemptRow | undefined): Promise<AttemptRow[]> {
  let rows = db.selectFrom('attempt').selectAll().orderBy('intended_at').orderBy('key').limit(page)
  if (last !== undefined)
    rows = rows.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('intended_at', 'key'), '>', tuple(last.intended_at, last.key)),
    )
  return rows.execute()
}

/** Of these events the first intent whose attempt is gone. */
export async function missingAttempt(
  db: Kysely<Database>,
  events: readonly EventRow[],
): Promise<AttemptProblem | null> {
  const intents = events.filter((event) => event.kind === 'attempt.intended')
  if (intents.length === 0) return null
  const keys = intents.map((event) => event.attempt_key ?? '')
  const found = await db.selectFrom('attempt').select('key').where('key', 'in', keys).execute()
  const there = new Set(found.map((row) => row.key))
  const gone = intents.find((event) => !there.has(event.attempt_key ?? ''))
  if (gone === undefined) return null
  return { seq: gone.seq, problem: `the attempt ${gone.attempt_key} was removed` }
}

/** It may have been settled between the reading of its row and of its events: only what stands still between two looks is judged. */
async function lookAgain(db: Kysely<Database>, key: string): Promise<AttemptProblem | null> {
  for (let tries = 0; tries < 10; tries++) {
    const before = (await eventsOf(db, [key])).get(key) ?? []
    const row = await db.selectFrom('attempt').selectAll().where('key', '=', key).executeTakeFirst()
    const events = (await eventsOf(db, [key])).get(key) ?? []
    if (row === undefined || events.length !== before.length) continue
    const problem = problemOf(row, events)
    return problem === null
      ? null
      : { seq: events.at(-1)?.seq ?? 0, problem: `the attempt ${key} ${problem}` }
  }
  return null
}

async function eventsOf(db: Kysely<Database>, keys: readonly string[]): Promise<Map<string, EventRow[]>> {
  const rows =
    keys.length === 0
      ? []
      : await db
          .selectFrom('event')
          .selectAll()
          .where('attempt_key', 'in', keys)
          .where('kind', 'in', kinds)
          .orderBy('seq')
          .execute()
  return Map.groupBy(rows, (row) => row.attempt_key ?? '')
}

type Json = Record<string, unknown>
const parsed = (text: string | null): Json | null => (text === null ? null : (JSON.parse(text) as Json))
const isSame = (one: unknown, other: unknown) =>
  one === other || storable(JSON.stringify(one ?? null)) === storable(JSON.stringify(other ?? null))

function problemOf(row: AttemptRow, events: readonly EventRow[]): string | null {
  const intended = events.find((event) => event.kind === 'attempt.intended')
  if (intended === undefined) return 'has no intent in the history'
  const settled = events.findLast(({ kind }) => kind === 'attempt.settled' || kind === 'attempt.swept')
  const resolved = events.findLast((event) => event.kind === 'attempt.resolved')
  return (
    intentProblem(row, intended) ??
    settlementProblem(row, settled ?? null) ??
    resolutionProblem(row, resolved ?? null)
  )
}

function intentProblem(row: AttemptRow, event: EventRow): string | null {
  const facts = ['operation', 'account_id', 'order_number', 'ticket_id', 'actor_kind', 'actor_id'] as const
  const changed = facts.find((name) => !isSame(row[name], event[name]))
  if (changed !== undefined) return `was changed: its ${changed} is not the one of its intent`
  if (row.intended_at !== event.at) return 'was changed: its time is not the one of its intent'
  if (!isSame(row.content_hash, parsed(event.body)?.['contentHash']))
    return 'was changed: its content is another'
  const personal = parsed(event.personal)
  if (personal === null) return null
  if (row.masked_at != null) return 'was masked, and its intent was not'
  if (!isSame(parsed(row.input), personal['input']))
    return 'was changed: its input is not the one of its intent'
  return isSame(row.reason, personal['reason'])
    ? null
    : 'was changed: its reason is not the one of its intent'
}

function settlementProblem(row: AttemptRow, event: EventRow | null): string | null {
  if (event === null) return row.settled_at === null ? null : 'has an outcome that is not in the history'
  if (row.outcome_kind !== event.outcome_kind)
    return `says ${row.outcome_kind ?? 'nothing'}, and its event says ${event.outcome_kind}`
  const outcome = parsed(row.outcome)
  if (outcome?.['kind'] !== event.outcome_kind) return 'was changed: its outcome says something else'
  if (event.kind === 'attempt.swept' || row.masked_at != null) return null
  const told = { ...parsed(event.body), ...parsed(event.personal), raw: undefined }
  const names = ['code', 'status', 'field', 'title', 'explanation', 'message'] as const
  const changed = names.find(
    (name) => name in told && !isSame(outcome[name], told[name as keyof typeof told]),
  )
  if (changed !== undefined) return `was changed: the ${changed} of its outcome is not the one of its event`
  const personal = parsed(event.personal)
  return personal === null || isSame(row.raw, personal['raw'])
    ? null
    : 'was changed: its reply is not the one of its event'
}

function resolutionProblem(row: AttemptRow, event: EventRow | null): string | null {
  if (event === null) return row.resolution === null ? null : 'has a finding that is not in the history'
  const resolution = parsed(row.resolution)
  if (resolution?.['finding'] !== parsed(event.body)?.['finding'])
    return 'was changed: its finding is another'
  const personal = parsed(event.personal)
  if (personal === null || row.masked_at != null) return null
  return isSame(resolution?.['note'], personal['note'])
    ? null
    : 'was changed: the note of its finding is another'
}
