import { randomBytes } from 'node:crypto'
import { CompiledQuery, type Transaction } from 'kysely'
import { hashOf, personalDigest, type EventRow } from '#lib/store/event-hash.ts'
import type { AttemptRow } from '#lib/store/attempts.ts'
import type { Head, NewEvent } from '#lib/store/events.ts'
import { firstPrevHash } from '#lib/store/migrations/event-guards.ts'
import type { Store } from '#lib/store/open.ts'
import type { Database } from '#lib/store/schema.ts'
import {
  contentHashOf,
  explanation,
  inputOf,
  raw,
  resolvedAt,
  type SeededAttempt,
  type Step,
} from './story.ts'

/** Events of one transaction, and rows of one statement: fewer are slower, many more are no faster. */
const together = 5000
const rowsAtOnce = 200

/** Writes the steps in order, each row bound to the one before it. Memory does not grow with them. Answers with the last row's place. */
export async function writeStory(
  store: Store,
  steps: Iterable<Step>,
  onProgress: (events: number) => void,
): Promise<Head> {
  let head: Head = { seq: 0, hash: firstPrevHash }
  let attempts: AttemptRow[] = []
  let events: EventRow[] = []
  const flush = async () => {
    await store.write(async (tx) => {
      await insertMany(tx, store.dialect, 'attempt', attempts)
      await insertMany(tx, store.dialect, 'event', events)
    })
    attempts = []
    events = []
    onProgress(head.seq)
  }
  for (const step of steps) {
    if (step.attempt !== null) attempts.push(attemptRow(step.attempt))
    for (const event of step.events) {
      const row = eventRow(event, head)
      events.push(row)
      head = { seq: row.seq, hash: row.hash }
    }
    if (events.length >= together) await flush()
  }
  await flush()
  return head
}

/** As `appendEvent` makes it, without asking for the head each time. */
function eventRow(event: NewEvent, last: Head): EventRow {
  const personal = event.personal ? JSON.stringify(event.personal) : null
  const salt = personal === null ? null : randomBytes(16).toString('hex')
  const part = {
    seq: last.seq + 1,
    at: event.at,
    kind: event.kind,
    actor_kind: event.actor.kind,
    actor_id: event.actor.id,
    actor_name: event.actor.name,
    account_id: event.accountId ?? null,
    order_number: event.order ?? null,
    operation: event.operation ?? null,
    attempt_key: event.attempt ?? null,
    outcome_kind: event.outcomeKind ?? null,
    ticket_id: event.ticket?.id ?? null,
    ticket_system: event.ticket?.system ?? null,
    body: JSON.stringify(event.body),
    personal_digest: personal === null || salt === null ? null : personalDigest(salt, personal),
    prev_hash: last.hash,
  }
  return { ...part, personal, personal_salt: salt, hash: hashOf(part) }
}

function attemptRow(attempt: SeededAttempt): AttemptRow {
  const { key, operation, accountId, order, ticket, actor, intendedAt, settledAt, outcome } = attempt
  const isResolved = outcome === 'unknown'
  const resolution = { finding: 'carried-out', note: explanation, at: resolvedAt(attempt), by: actor.name }
  const told = { kind: outcome, title: `Seeded: ${outcome}`, explanation, nextStep: '', actsNext: 'nobody' }
  const unsaid = { code: 0, status: 1, field: null, message: null, source: null, confidence: null }
  return {
    key,
    operation,
    account_id: accountId,
    order_number: order,
    ticket_id: ticket?.id ?? null,
    ticket_system: ticket?.system ?? null,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    content_hash: contentHashOf(attempt),
    input: JSON.stringify(inputOf(attempt)),
    reason: null,
    instance_id: 'seeded',
    intended_at: intendedAt,
    deadline_at: intendedAt + 90_000,
    settled_at: settledAt,
    outcome_kind: outcome,
    outcome: JSON.stringify({ ...told, ...unsaid }),
    raw,
    resolved_at: isResolved ? resolvedAt(attempt) : null,
    resolution: isResolved ? JSON.stringify(resolution) : null,
  }
}

/** With a text that is the same for every full batch, so that SQLite prepares it once and nothing is built row by row. */
async function insertMany(
  tx: Transaction<Database>,
  dialect: Store['dialect'],
  table: 'attempt' | 'event',
  rows: readonly object[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce)
    const text = insertText(dialect, table, columns, batch.length)
    await tx.executeQuery(
      CompiledQuery.raw(
        text,
        batch.flatMap((row) => Object.values(row) as unknown[]),
      ),
    )
  }
}

function insertText(
  dialect: Store['dialect'],
  table: string,
  columns: readonly string[],
  rows: number,
): string {
  let number = 0
  const mark = () => (dialect === 'postgres' ? `$${(number += 1)}` : '?')
  const row = () => `(${columns.map(mark).join(',')})`
  return `insert into ${table} (${columns.join(',')}) values ${Array.from({ length: rows }, row).join(',')}`
}
