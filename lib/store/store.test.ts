import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { saveBackOff } from './back-off.ts'
import { openStore } from './open.ts'
import { describeOnBothStores } from './testing.ts'

describeOnBothStores('the store', (open, settings) => {
  const mark = (key: string) => ({ key, failures: 0, blocked_until: 0, updated_at: 0 })

  it('makes its tables once when several servers start at the same moment', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(settings())))
    const [first] = stores
    const migrations = await sql<{ name: string }>`select name from kysely_migration`.execute(
      first?.db ?? never(),
    )
    expect(migrations.rows.map((row) => row.name).sort()).toEqual([
      '0001-tables',
      '0002-activity',
      '0003-live-picture',
      '0004-activity-combined',
      '0005-masking',
      '0006-people-and-trust',
      '0007-fresh-proof',
      '0008-booked-calls',
    ])
    await Promise.all(stores.map((store) => store.ping()))
    await Promise.all(stores.map((store) => store.close()))
  })

  it('makes its tables once when several processes start at the same moment', async () => {
    const { databaseUrl, dataDir } = settings()
    const exits = Array.from({ length: 4 }, async () => {
      const script = `import { openStore } from ${JSON.stringify(new URL('./open.ts', import.meta.url).href)}
        const store = await openStore(${JSON.stringify({ databaseUrl, dataDir })})
        await store.ping(); await store.close()`
      const child = spawn(
        process.execPath,
        ['--conditions=react-server', '--input-type=module', '-e', script],
        { stdio: 'inherit' },
      )
      return (await once(child, 'exit'))[0]
    })
    expect(await Promise.all(exits)).toEqual([0, 0, 0, 0])
  })

  it('says so when a newer release wrote the database', async () => {
    const store = await open()
    await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2030-01-01T00:00:00.000Z')`.execute(
      store.db,
    )
    await expect(openStore(settings())).rejects.toThrow('newer release')
  })

  it('lets one writer in at a time, across servers', async () => {
    const stores = await Promise.all([open(), open()])
    await stores[0]?.write((tx) => saveBackOff(tx, mark('count')))
    const add = (store: (typeof stores)[number]) =>
      store.write(async (tx) => {
        const row = await tx
          .selectFrom('back_off')
          .selectAll()
          .where('key', '=', 'count')
          .executeTakeFirstOrThrow()
        await saveBackOff(tx, { ...row, failures: row.failures + 1 })
      })
    await Promise.all(Array.from({ length: 40 }, (_, index) => add(stores[index % 2] ?? never())))
    const row = await stores[0]?.db.selectFrom('back_off').select('failures').executeTakeFirst()
    expect(row?.failures).toBe(40)
  })

  it('keeps a read out of a transaction that is open, and undoes all of one that fails', async () => {
    const store = await open()
    const failing = store.write(async (tx) => {
      await saveBackOff(tx, mark('lost'))
      const outside = store.db.selectFrom('back_off').selectAll().execute()
      await sleep(50)
      throw Object.assign(new Error('changed my mind'), { outside })
    })
    const error = (await failing.catch((caught: unknown) => caught)) as Error & {
      outside: Promise<unknown[]>
    }
    expect(error.message).toBe('changed my mind')
    expect(await error.outside).toEqual([])
    expect(await store.db.selectFrom('back_off').selectAll().execute()).toEqual([])
  })

  it('refuses a write within a write instead of waiting for itself', async () => {
    const store = await open()
    await expect(store.write(() => store.write(async () => {}))).rejects.toThrow('inside store.write')
    await expect(store.write(async () => 'and goes on')).resolves.toBe('and goes on')
  })

  it('runs the work again when the database says that it is busy, and only then', async () => {
    const store = await open()
    const busy = Object.assign(
      new Error('busy'),
      store.dialect === 'sqlite' ? { errcode: 5 } : { code: '40001' },
    )
    let runs = 0
    const work = (error: Error, until: number) => () =>
      store.write(async () => {
        runs++
        if (runs < until) throw error
        return runs
      })
    await expect(work(busy, 3)()).resolves.toBe(3)
    runs = 0
    await expect(work(new Error('something else'), 2)()).rejects.toThrow('something else')
    expect(runs).toBe(1)
  })

  it('reads whole numbers as numbers and rows as plain objects', async () => {
    const store = await open()
    const at = Date.UTC(2100, 0, 1)
    await store.write((tx) => saveBackOff(tx, { ...mark('row'), updated_at: at }))
    const row = await store.db.selectFrom('back_off').selectAll().executeTakeFirstOrThrow()
    expect(row.updated_at).toBe(at)
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
    const { count } = await store.db
      .selectFrom('back_off')
      .select((of) => of.fn.countAll().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })

  it('survives the loss of all its connections', async () => {
    const store = await open()
    if (store.dialect === 'sqlite') return
    const other = await open()
    await Promise.all(Array.from({ length: 5 }, () => store.ping()))
    const writing = store.write(async (tx) => {
      await other.write
      await sql`select pg_sleep(5)`.execute(tx)
    })
    const lost = writing.catch((error: unknown) => error)
    const asleep = sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`
    await expect.poll(async () => (await asleep.execute(other.db)).rows[0]?.n).toBe(1)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(other.db)
    expect(await lost).toBeInstanceOf(Error)
    // A connection whose end has not been noticed yet may still be handed out once.
    const answers = () =>
      store.ping().then(
        () => true,
        () => false,
      )
    await expect.poll(answers).toBe(true)
    expect(await store.write(async () => 'back')).toBe('back')
  })

  it('keeps its files from everybody else', async () => {
    const store = await open()
    if (store.dialect === 'postgres') return
    await store.write((tx) => saveBackOff(tx, mark('row')))
    const { dataDir } = settings()
    const modes = readdirSync(dataDir).map((file) => [
      file,
      (statSync(join(dataDir, file)).mode & 0o777).toString(8),
    ])
    expect(modes.length).toBeGreaterThan(1)
    for (const mode of modes) expect(mode).toEqual([mode[0], '600'])
  })
})

function never(): never {
  throw new Error('there is a store')
}
