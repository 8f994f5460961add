import 'server-only'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { hashOf, personalDigest, type EventRow } from './event-hash.ts'
import { firstPrevHash } from './migrations/event-guards.ts'
import type { Head } from './events.ts'
import type { Database } from './schema.ts'
import { missingAttempt, verifyAttempts } from './verify-attempts.ts'

export type Verified =
  | { readonly ok: true; readonly events: number; readonly head: Head | null }
  | { readonly ok: false; readonly seq: number; readonly problem: string }

export interface VerifyOptions {
  readonly onProgress?: (events: number) => void
  /** An exported head: without one, rows cut off at the end leave no trace. */
  readonly head?: Head | null
}

const page = 1000

/**
 * Reads the whole history and proves that no row was changed, removed, put in or moved, and that every attempt is what its events say. Somebody with the database and this program can
 * rewrite everything after a point: only a head that was exported before, and kept elsewhere, tells that.
 */
export async function verifyHistory(db: Kysely<Database>, options: VerifyOptions = {}): Promise<Verified> {
  let last: Head | null = null
  let isHeadSeen = !options.head
  for (;;) {
    const rows: EventRow[] = await readAfter(db, last?.seq ?? 0)
    for (const row of rows) {
      const problem = problemOf(row, last)
      if (problem !== null) return { ok: false, seq: (last?.seq ?? 0) + 1, problem }
      if (options.head?.seq === row.seq) {
        if (options.head.hash !== row.hash) return { ok: false, seq: row.seq, problem: rewritten }
        isHeadSeen = true
      }
      last = { seq: row.seq, hash: row.hash }
    }
    const gone = await missingAttempt(db, rows)
    if (gone !== null) return { ok: false, ...gone }
    options.onProgress?.(last?.seq ?? 0)
    if (rows.length < page) break
    await breathe()
  }
  const different = await verifyAttempts(db)
  if (different !== null) return { ok: false, ...different }
  if (isHeadSeen) return { ok: true, events: last?.seq ?? 0, head: last }
  return {
    ok: false,
    seq: (last?.seq ?? 0) + 1,
    problem: `the history ends at event ${last?.seq ?? 0}, but the exported head is event ${options.head?.seq}: events were removed at the end`,
  }
}

const rewritten = 'the exported head has another hash: this event, or one before it, was rewritten'

function readAfter(db: Kysely<Database>, after: number): Promise<EventRow[]> {
  return db.selectFrom('event').selectAll().where('seq', '>', after).orderBy('seq').limit(page).execute()
}

function problemOf(row: EventRow, last: Head | null): string | null {
  const expected = (last?.seq ?? 0) + 1
  if (row.seq !== expected) return `event ${expected} is missing: the next one there is ${row.seq}`
  if (row.prev_hash !== (last?.hash ?? firstPrevHash)) return 'the event does not follow the one before it'
  if (hashOf(row) !== row.hash) return 'the event was changed: its hash is another'
  if (row.personal === null && row.personal_salt === null) return null
  if (row.personal === null || row.personal_salt === null) return 'half of the personal data is gone'
  const digest = personalDigest(row.personal_salt, row.personal)
  return digest === row.personal_digest ? null : 'the personal data of the event was changed'
}
