import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvents, type EventFilter, type EventPlace } from './activity.ts'
import { countRequestsSince } from './approvals.ts'
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
  let asked: CompiledQuery[] = []

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'unstuck-plans-'))
    await (await openStore({ databaseUrl: null, dataDir: dir })).close()
    db = new Kysely<Database>({
      dialect: new NodeSqliteDialect(sqliteFile(dir)),
      log: (event) => {
        last = event.query
        asked.push(event.query)
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
  const some = ['a', 'b', 'c']
  const today = { since: 0, days: ['2026-11-21', '2026-11-22'] }
  const reports = { order: '1', kinds: ['push.received'], limit: 50 }
  const queries: readonly (readonly [name: string, index: string, query: () => Promise<unknown>])[] = [
    ['unknown attempts', 'attempt_unresolved', () => attempts.unresolvedUnknowns(db, 50, null)],
    ['booked calls', 'attempt_booked', () => attempts.bookedCalls(db, today, 500, null)],
    ['open attempts', 'attempt_open', () => attempts.openAttempts(db)],
    ['the duplicate guard', 'attempt_by_repeat', () => attempts.findEarlier(db, same)],
    ['the throttle', 'attempt_by_actor', () => attempts.countAttemptsSince(db, actor, 0)],
    ['the throttle of requests', 'approval_by_requester', () => countRequestsSince(db, actor, 0)],
    ['a person’s attempts', 'attempt_by_actor', () => attempts.recentAttemptsOf(db, actor, 60, null)],
    ['the team’s attempts', 'attempt_by_time', () => attempts.recentAttempts(db, 20, null)],
    ['what the CA took on', 'attempt_by_order', () => attempts.attemptsTaken(db, same, 500)],
    ['an order’s attempts', 'attempt_by_order', () => attempts.attemptsOfOrder(db, '1', 50, null)],
    ['an order’s events', 'event_by_order', () => eventsOfOrder(db, '1', { limit: 50 })],
    ['an order’s lines', 'event_by_order', () => lastEventsOfOrder(db, { ...reports, kinds: ['a', 'b'] })],
    [
      'an order’s reports',
      'event_by_order',
      () => lastEventsOfOrder(db, { ...reports, accountId: 'a', since: 1 }),
    ],
    [
      'some accounts’ unknown attempts',
      'attempt_unresolved',
      () => attempts.unresolvedUnknowns(db, 50, some),
    ],
    ['some accounts’ booked calls', 'attempt_booked', () => attempts.bookedCalls(db, today, 500, some)],
    ['a person’s in some accounts', 'attempt_by_actor', () => attempts.recentAttemptsOf(db, actor, 60, some)],
    ['the team’s in some accounts', 'attempt_by_time', () => attempts.recentAttempts(db, 20, some)],
    ['an order’s in some accounts', 'attempt_by_order', () => attempts.attemptsOfOrder(db, '1', 50, some)],
    [
      'an order’s lines in some accounts',
      'event_by_order',
      () => lastEventsOfOrder(db, { ...reports, kinds: ['a', 'b'], accountIds: some }),
    ],
    ['a push address', 'push_address', () => findPushAddressByHash(db, 'x')],
    ['the head of the history', 'event', () => headOfHistory(db)],
  ]

  it.each(queries)('find %s by %s, without sorting', async (_, index, query) => {
    await query()
    const plan = last === undefined ? '' : planOf(last)
    expect(plan).toContain(index)
    expect(plan).not.toContain('TEMP B-TREE')
  })

  const planOf = ({ sql, parameters }: CompiledQuery) =>
    raw
      .prepare(`explain query plan ${sql}`)
      .all(...(parameters as SQLInputValue[]))
      .map((row) => String(row.detail))
      .join('\n')

  const plansOf = async (filter: EventFilter, place: EventPlace) => {
    asked = []
    await readEvents(db, filter, place, 50)
    return asked.filter(({ sql }) => sql.includes('"event"')).map(planOf)
  }

  const alone: readonly (readonly [EventFilter, string])[] = [
    [{}, 'INTEGER PRIMARY KEY'],
    [{ actor: 'a' }, 'event_by_actor'],
    [{ account: 'a' }, 'event_by_account'],
    [{ operation: 'a' }, 'event_by_operation'],
    [{ outcome: 'done' }, 'event_by_outcome'],
    [{ order: '1' }, 'event_by_order'],
    [{ ticket: 'a' }, 'event_by_ticket'],
  ]
  const places: readonly EventPlace[] = [null, { before: 9 }, { after: 9 }]

  it.each(alone)('read every page of the activity under %j by %s, without sorting', async (filter, index) => {
    for (const place of places) {
      for (const plan of await plansOf(filter, place)) {
        expect(plan).toContain(index)
        expect(plan).not.toMatch(/TEMP B-TREE|SCAN event\b/)
      }
    }
  })

  it('find days by time in an index alone, and list them by number without sorting', async () => {
    const [from, until, page] = await plansOf({ from: 1, until: 2 }, null)
    for (const bound of [from, until]) expect(bound).toContain('COVERING INDEX event_by_time')
    expect(page).toContain('INTEGER PRIMARY KEY')
    expect(page).not.toContain('TEMP B-TREE')
  })

  it('find any two filters in the index of one of them, without reading a row', async () => {
    const names = ['actor', 'account', 'operation', 'outcome', 'order', 'ticket'] as const
    const pairs = names.flatMap((one, place) => names.slice(place + 1).map((other) => [one, other] as const))
    // An order's tickets are few, and so are a ticket's orders: those two are looked up in the row.
    for (const [one, other] of pairs.filter(([, other]) => other !== 'ticket')) {
      await db.deleteFrom('event_combination').execute()
      await db
        .insertInto('event_combination')
        .values({ ...met, first_seq: 0 })
        .execute()
      asked = []
      await readEvents(db, { [one]: 'a', [other]: 'a' }, null, 50)
      const walk = asked.find(({ sql }) => sql.includes(') as "event"'))
      if (walk === undefined) throw new Error('Nothing was searched.')
      expect({ one, other, plan: planOf(walk) }).toMatchObject({
        plan: expect.stringMatching(/^CO-ROUTINE event\nSEARCH event USING (COVERING )?INDEX event_by_/),
      })
      expect({ one, other, readsRows: readsRows(walk) }).toEqual({ one, other, readsRows: false })
    }
  })

  /** The plan calls an index covering only when it also holds what its own condition implies; the program run shows what is read. */
  const readsRows = ({ sql, parameters }: CompiledQuery) => {
    const steps = raw.prepare(`explain ${sql}`).all(...(parameters as SQLInputValue[]))
    const table = raw.prepare(`select rootpage from sqlite_schema where name = 'event'`).get()
    const cursors = steps.filter((step) => step.opcode === 'OpenRead' && step.p2 === table?.rootpage)
    return steps.some((step) => step.opcode === 'Column' && cursors.some(({ p1 }) => p1 === step.p1))
  }

  const met = { actor_id: 'a', account_id: 'a', operation: 'a', outcome_kind: 'a' }
})
