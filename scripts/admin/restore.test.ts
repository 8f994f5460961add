import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { addPerson } from '#lib/auth/people.ts'
import { signIn } from '#lib/auth/sign-in.ts'
import { appendEvent, verifyHistory } from '#lib/store/events.ts'
import { openStore, sqliteFile, type Store } from '#lib/store/open.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { adminProgram, emptyDatabase } from './testing.ts'

const by = { kind: 'program', id: 'test', name: 'A test' } as const

const append = (store: Store, count: number) =>
  store.write(async (tx) => {
    for (let index = 0; index < count; index++)
      await appendEvent(tx, {
        at: index,
        kind: 'test.happened',
        actor: by,
        body: { index },
        personal: { index },
      })
  })

describeOnBothStores('a backup', (open, settings) => {
  const password = 'violet-harbour-mango'
  const admin = (line: string, databaseUrl = settings().databaseUrl) =>
    adminProgram({ ...settings(), databaseUrl }, line)

  it('is restored as it was, proved, with all sessions and links ended and what it replaces kept aside', async () => {
    const { databaseUrl, dataDir } = settings()
    const store = await open()
    await append(store, 5)
    await addPerson({ email: 'ann@example.org', name: 'Ann', role: 'agent', password }, by)
    await signIn({ email: 'ann@example.org', password, address: '127.0.0.1', device: '' })
    const { id: person_id } = await store.db.selectFrom('person').select('id').executeTakeFirstOrThrow()
    const link = {
      token_hash: 'a',
      person_id,
      purpose: 'reset',
      created_at: 1,
      expires_at: 9e12,
      used_at: null,
    }
    await store.db.insertInto('one_time_link').values(link).execute()
    const copy = join(dataDir, 'copy')
    expect(await admin(`backup ${copy}`)).toMatchObject({ code: 0 })
    await append(store, 3)

    const busy = await admin(`restore ${copy}`)
    expect(busy).toMatchObject({ code: 1, out: '' })
    expect(busy.err).toMatch(databaseUrl === null ? /has this database open/ : /is not empty/)
    if (databaseUrl === null) await store.close()
    const target = databaseUrl === null ? null : await emptyDatabase()
    const restored = await admin(`restore ${copy}`, target)
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toContain('up to event 7')

    const after = await openStore({ databaseUrl: target, dataDir })
    expect(await verifyHistory(after.db)).toMatchObject({ ok: true, events: 8 })
    const last = await after.db
      .selectFrom('event')
      .select(['kind', 'actor_id'])
      .where('seq', '=', 8)
      .execute()
    expect(last).toEqual([{ kind: 'store.restored', actor_id: 'admin' }])
    const sessions = await after.db.selectFrom('session').select('ended_at').execute()
    expect(sessions).toEqual([{ ended_at: expect.any(Number) }])
    expect(await after.db.selectFrom('one_time_link').selectAll().execute()).toEqual([])
    await after.close()
    if (target !== null) return
    expect(statSync(sqliteFile(dataDir)).mode & 0o777).toBe(0o600)
    const aside = readdirSync(dataDir).find((name) => name.startsWith('replaced-')) ?? ''
    const before = await openStore({ databaseUrl: null, dataDir: join(dataDir, aside) })
    expect(await verifyHistory(before.db)).toMatchObject({ ok: true, events: 10 })
    await before.close()
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.restore-'))).toEqual([])
  }, 120_000)

  it('that is damaged, foreign or was tampered with changes nothing', async () => {
    const { databaseUrl, dataDir } = settings()
    if (databaseUrl !== null) return
    const store = await open()
    await append(store, 200)
    const copy = join(dataDir, 'copy')
    await admin(`backup ${copy}`)
    await store.close()

    const refuses = async (file: string, said: string) => {
      const { code, err } = await admin(`restore ${file}`)
      expect([code, err]).toEqual([1, expect.stringContaining(said)])
      expect(err).toContain('Nothing was changed')
    }
    const bytes = readFileSync(copy)
    writeFileSync(join(dataDir, 'cut'), bytes.subarray(0, bytes.length / 2))
    await refuses(join(dataDir, 'cut'), 'is damaged')
    writeFileSync(join(dataDir, 'text'), 'no database at all')
    await refuses(join(dataDir, 'text'), 'is no SQLite database')
    const folder = join(dataDir, 'tampered')
    const tampered = await openStore({ databaseUrl: null, dataDir: folder })
    await append(tampered, 3)
    await sql`drop trigger event_only_masked`.execute(tampered.db)
    await sql`update event set body = '{}' where seq = 2`.execute(tampered.db)
    await tampered.close()
    await refuses(sqliteFile(folder), 'is broken at event 2')
    expect((await admin(`restore ${join(dataDir, 'none')}`)).err).toContain('is not there')
    const after = await openStore({ databaseUrl: null, dataDir })
    expect(await verifyHistory(after.db)).toMatchObject({ ok: true, events: 200 })
    await after.close()
    expect(readdirSync(dataDir).filter((name) => /^(\.restore|replaced)-/.test(name))).toEqual([])
  }, 120_000)

  it('of SQLite moves to PostgreSQL whole, in its order, and only into an empty database', async () => {
    const { databaseUrl, dataDir } = settings()
    if (databaseUrl !== null) return
    const store = await open()
    await append(store, 1300)
    await addPerson({ email: 'ann@example.org', name: 'Ann', role: 'agent', password }, by)
    await signIn({ email: 'ann@example.org', password, address: '127.0.0.1', device: '' })
    await adminProgram(settings(), 'account add --label Main --login-name partner', {}, 'secret')
    const target = await emptyDatabase()
    expect((await admin('move-to-postgres', null)).err).toContain('Set DATABASE_URL')
    expect((await admin('move-to-postgres', target)).err).toContain('has this database open')
    await store.close()

    const moved = await admin('move-to-postgres', target)
    expect(moved).toMatchObject({ code: 0, err: '' })
    expect(moved.out).toMatch(/event +1303\n/)
    expect(existsSync(sqliteFile(dataDir))).toBe(false)
    const after = await openStore({ databaseUrl: target, dataDir })
    expect(await verifyHistory(after.db)).toMatchObject({ ok: true, events: 1304 })
    expect(await after.db.selectFrom('account').select('label').execute()).toEqual([{ label: 'Main' }])
    await append(after, 1)
    expect(await verifyHistory(after.db)).toMatchObject({ ok: true, events: 1305 })
    await after.close()

    const again = await openStore({ databaseUrl: null, dataDir })
    await append(again, 1)
    await again.close()
    expect((await admin('move-to-postgres', target)).err).toContain('is not empty')
    expect(existsSync(sqliteFile(dataDir))).toBe(true)
  }, 120_000)
})
