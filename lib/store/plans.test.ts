import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as attempts from './attempts.ts'
import { eventsOfOrder, headOfHistory } from './events.ts'
import { openStore, sqliteFile } from './open.ts'
import { lastEventsOfOrder } from './order-events.ts'
import { findPushAddressByHash } from './push-addresses.ts'
import type { Database } from './schema.ts'
import { NodeSqliteDialect } from './sqlite.ts'

/** On SQLite a scan of a million attempts holds up everybody: each query that a page or the door makes has an index. */
describe('the queries of the desk', () => {
  let dir: string
  let db: Kysely<Database>
  let raw: DatabaseSync
  let last: CompiledQuery | undefined

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'unstuck-plans-'))
    await (await openStore({ databaseUrl: null, dataDir: dir })).close()
    db = new Kysely<Database>({
      dialect: new NodeSqliteDialect(sqliteFile(dir)),
      log: (event) => {
        last = event.query
      },
    })
    raw = new DatabaseSync(sqliteFile(dir))
  })
  afterAll(async () => {
    raw.close()
    await db.destroy()
    rmSync(dir, { recursive: true, force: true })
  })

  const actor = { kind: 'person', id: 'ann' }
  const same = { operation: 'schedule-callback', order: '1', accountId: 'a', since: 0 }
  const reports = { order: '1', kinds: ['push.received'], limit: 50 }
  const queries: readonly (readonly [name: string, index: string, query: () => Promise<unknown>])[] = [
    ['unknown attempts', 'attempt_unresolved', () => attempts.unresolvedUnknowns(db, 50)],
    ['booked calls', 'attempt_booked', () => attempts.bookedCalls(db, 0, 500)],
    ['open attempts', 'attempt_open', () => attempts.openAttempts(db)],
    ['the duplicate guard', 'attempt_by_repeat', () => attempts.findEarlier(db, same)],
    ['the throttle', 'attempt_by_actor', () => attempts.countAttemptsSince(db, actor, 0)],
    ['a person’s attempts', 'attempt_by_actor', () => attempts.recentAttemptsOf(db, actor, 60)],
    ['the team’s attempts', 'attempt_by_time', () => attempts.recentAttempts(db, 20)],
    ['an order’s attempts', 'attempt_by_order', () => attempts.attemptsOfOrder(db, '1', 50)],
    ['an order’s events', 'event_by_order', () => eventsOfOrder(db, '1', { limit: 50 })],
    ['an order’s lines', 'event_by_order', () => lastEventsOfOrder(db, { ...reports, kinds: ['a', 'b'] })],
    [
      'an order’s reports',
      'event_by_order',
      () => lastEventsOfOrder(db, { ...reports, accountId: 'a', since: 1 }),
    ],
    ['a push address', 'push_address', () => findPushAddressByHash(db, 'x')],
    ['the head of the history', 'event', () => headOfHistory(db)],
  ]

  it.each(queries)('find %s by %s, without sorting', async (_, index, query) => {
    await query()
    const plan = raw
      .prepare(`explain query plan ${last?.sql}`)
      .all(...((last?.parameters ?? []) as SQLInputValue[]))
      .map((row) => String(row.detail))
    expect(plan.join('\n')).toContain(index)
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  })
})
