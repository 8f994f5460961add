import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, type CompiledQuery } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { appendEvent } from '#lib/store/events.ts'
import { openStore, sqliteFile } from '#lib/store/open.ts'
import type { Database } from '#lib/store/schema.ts'
import { NodeSqliteDialect } from '#lib/store/sqlite.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { asksWithinMinute } from './asks-within-minute.ts'
import type { Actor } from './receipt.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const minute = 60_000

describeOnBothStores('what somebody has asked of the CA within a minute', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  it('is counted by kind and for each actor alone, up to a minute back', async () => {
    const { store } = test.desk
    const { agent, manager } = test.people
    const now = Date.now()
    const token: Actor = { ...agent, kind: 'token' }
    const asked = [
      [agent, 'state.asked', now - minute],
      [agent, 'state.asked', now - minute + 1],
      [agent, 'state.asked', now],
      [agent, 'dcv-list.asked', now],
      [manager, 'state.asked', now],
      [token, 'state.asked', now],
    ] as const
    const count = (actor: Actor, kind: 'state.asked' | 'dcv-list.asked') =>
      store.write((tx) => asksWithinMinute(tx, actor, kind, now))
    await store.write(async (tx) => {
      for (const [actor, kind, at] of asked) await appendEvent(tx, { at, kind, actor, body: {} })
    })
    expect(await count(agent, 'state.asked')).toBe(2)
    expect(await count(agent, 'dcv-list.asked')).toBe(1)
    expect(await count(token, 'state.asked')).toBe(1)
    expect(await count(test.people.viewer, 'state.asked')).toBe(0)
  })
})

it('counts the asks of a minute along the index by time on SQLite, however long somebody’s history is', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'unstuck-asks-'))
  await (await openStore({ databaseUrl: null, dataDir: dir })).close()
  const asked: CompiledQuery[] = []
  const db = new Kysely<Database>({
    dialect: new NodeSqliteDialect(sqliteFile(dir)),
    log: ({ query }) => {
      asked.push(query)
    },
  })
  await db
    .transaction()
    .execute((tx) => asksWithinMinute(tx, { kind: 'person', id: 'ann' }, 'state.asked', minute))
  const query = asked.find(({ sql }) => sql.includes('"event"'))
  const raw = new DatabaseSync(sqliteFile(dir))
  const plan = raw
    .prepare(`explain query plan ${query?.sql}`)
    .all(...((query?.parameters ?? []) as SQLInputValue[]))
  raw.close()
  await db.destroy()
  rmSync(dir, { recursive: true, force: true })
  expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH event USING INDEX event_by_time (at>?)'])
})
