import { chownSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { keyId } from '#lib/auth/vault.ts'
import { appendEvent, verifyHistory } from '#lib/store/events.ts'
import { openStore, sqliteFile, type Store } from '#lib/store/open.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { adminProgram, emptyDatabase, startAdmin } from './testing.ts'

const append = (store: Store, count: number) =>
  store.write(async (tx) => {
    for (let index = 0; index < count; index++)
      await appendEvent(tx, {
        at: index,
        kind: 'test.happened',
        actor: { kind: 'program', id: 'test', name: 'A test' },
        body: { index },
      })
  })

const eventsIn = async (settings: { databaseUrl: string | null; dataDir: string }) => {
  const store = await openStore(settings)
  const verified = await verifyHistory(store.db)
  await store.close()
  return verified
}

describeOnBothStores('restoring and moving', (open, settings) => {
  const admin = (
    words: readonly string[],
    databaseUrl = settings().databaseUrl,
    dataDir = settings().dataDir,
  ) => adminProgram({ databaseUrl, dataDir }, words)
  const inSqlite = () => settings().databaseUrl === null

  it('take paths with spaces', async () => {
    const { databaseUrl, dataDir } = settings()
    await append(await open(), 3)
    const folder = join(dataDir, 'two words')
    mkdirSync(folder)
    const copy = join(folder, 'a copy.db')
    expect(await admin(['backup', copy])).toMatchObject({ code: 0, err: '' })
    const target = databaseUrl === null ? null : await emptyDatabase()
    const restored = await admin(['restore', copy], target, folder)
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(await eventsIn({ databaseUrl: target, dataDir: folder })).toMatchObject({ ok: true, events: 4 })
  }, 120_000)

  it('refuse a file of any size by its first bytes, a folder, and half of a database', async () => {
    const { dataDir } = settings()
    const store = await open()
    await append(store, 1)
    const large = join(dataDir, 'large')
    writeFileSync(large, 'no database at all')
    truncateSync(large, 3 * 2 ** 30)
    const target = inSqlite() ? null : await emptyDatabase()
    expect((await admin(['restore', large], target)).err).toMatch(
      / is no (SQLite database|archive of pg_dump)\. Nothing/,
    )
    expect((await admin(['restore', dataDir], target)).err).toMatch(/ is no file\. Nothing/)
    if (!inSqlite()) return
    // What a running server has not folded into its file yet lies beside it.
    expect((await admin(['restore', sqliteFile(dataDir)], null, join(dataDir, 'other'))).err).toContain(
      '-wal',
    )
    expect(readdirSync(join(dataDir, 'other'))).not.toContain('unstuck.db')
  }, 120_000)

  it('tell the vault key without which what is sealed in the copy stays shut', async () => {
    await open()
    const copy = join(settings().dataDir, 'copy')
    const [key, other] = ['a'.repeat(64), 'b'.repeat(64)] as const
    const add = ['account', 'add', '--label', 'Main', '--login-name', 'x']
    await adminProgram(settings(), add, { VAULT_KEY: key }, 'secret')
    await admin(['backup', copy])
    const target = inSqlite() ? null : await emptyDatabase()
    const there = { databaseUrl: target, dataDir: join(settings().dataDir, 'other') }
    const restored = await adminProgram(there, ['restore', copy], { VAULT_KEY: other })
    expect(restored.out).toContain(`The vault key ${keyId(Buffer.from(key, 'hex'))} is not here`)
  }, 120_000)

  it('leave files to the user who owns the data folder, also when root restores', async () => {
    if (!inSqlite() || process.getuid?.() !== 0) return
    const { dataDir } = settings()
    const copy = join(dataDir, 'copy')
    await append(await open(), 1)
    await admin(['backup', copy])
    const other = join(dataDir, 'other')
    mkdirSync(other)
    chownSync(other, 1234, 1234)
    expect(await admin(['restore', copy], null, other)).toMatchObject({ code: 0 })
    expect(await admin(['restore', copy], null, other)).toMatchObject({ code: 0 })
    const owned = readdirSync(other).filter((name) => /^(unstuck\.db|replaced-)/.test(name))
    expect(owned.length).toBe(2)
    for (const name of owned) expect([name, statSync(join(other, name)).uid]).toEqual([name, 1234])
  }, 60_000)

  it('move nothing when the history does not prove, and keep the old database', async () => {
    if (!inSqlite()) return
    const { dataDir } = settings()
    const store = await open()
    await append(store, 3)
    await sql`drop trigger event_only_masked`.execute(store.db)
    await sql`update event set body = '{}' where seq = 2`.execute(store.db)
    await store.close()
    const target = await emptyDatabase()
    const refused = await admin(['move-to-postgres'], target)
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('broken at event 2') })
    expect(refused.err).toContain('Nothing was moved')
    expect(await eventsIn({ databaseUrl: target, dataDir })).toMatchObject({ ok: true, events: 0 })
    expect(statSync(sqliteFile(dataDir)).size).toBeGreaterThan(0)
  }, 120_000)

  it('let nobody start on the old database meanwhile, and when killed leave all of it there and nothing in the new one', async () => {
    if (!inSqlite()) return
    const { dataDir } = settings()
    const store = await open()
    await append(store, 1200)
    await store.close()
    const target = await emptyDatabase()
    const other = await openStore({ databaseUrl: target, dataDir })
    const release = Promise.withResolvers<void>()
    const holding = other.db.transaction().execute(async (tx) => {
      await sql`lock table event in share mode`.execute(tx)
      await release.promise
    })
    const moving = startAdmin({ databaseUrl: target, dataDir }, ['move-to-postgres'])
    const waits = sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into "event"%'`
    await expect.poll(async () => (await waits.execute(other.db)).rows[0]?.n, { timeout: 60_000 }).toBe(1)
    // Held where it is: its patience with the lock is as long as that of whoever opens the old database.
    moving.child.kill('SIGSTOP')
    await expect(openStore({ databaseUrl: null, dataDir })).rejects.toThrow('locked')
    moving.child.kill('SIGKILL')
    await moving.ended
    release.resolve()
    await holding
    await other.close()
    await sleep(100)

    expect(await eventsIn({ databaseUrl: null, dataDir })).toMatchObject({ ok: true, events: 1200 })
    const moved = await admin(['move-to-postgres'], target)
    expect(moved).toMatchObject({ code: 0, err: '' })
    expect(await eventsIn({ databaseUrl: target, dataDir })).toMatchObject({ ok: true, events: 1201 })
    expect((await admin(['move-to-postgres'], target)).err).toContain('There is no database at')
  }, 120_000)
})
