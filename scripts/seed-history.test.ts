import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { outcomeKinds } from '#lib/ca/outcome.ts'
import { operationIds } from '#lib/ca/operation.ts'
import { verifyHistory } from '#lib/store/events.ts'
import type { Store } from '#lib/store/open.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { actors, busyOrders, firstOrder, rareActor, rareOperation } from './seed-history/cast.ts'

describeOnBothStores('the seeding command', (open, settings) => {
  const seed = (events: string) => {
    const { databaseUrl, dataDir } = settings()
    const env = {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
    } as const
    const args = ['--conditions=react-server', 'scripts/seed-history.ts', '--events', events]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  const countOf = async (store: Store, column: 'actor_id' | 'operation' | 'order_number', value: string) =>
    (await store.db.selectFrom('event').select('seq').where(column, '=', value).execute()).length

  it('tells exactly so many events, whole as a chain, of everybody and everything', async () => {
    expect(seed('12000')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('12000') })
    const store = await open()
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true, events: 12_000 })
    const events = await store.db
      .selectFrom('event')
      .select(['actor_id', 'operation', 'outcome_kind'])
      .execute()
    const seen = (pick: (event: (typeof events)[number]) => string | null) => new Set(events.map(pick))
    expect(seen((event) => event.actor_id).size).toBe(actors.length)
    expect(seen((event) => event.operation)).toEqual(new Set([...operationIds, null]))
    expect(seen((event) => event.outcome_kind)).toEqual(new Set([...outcomeKinds, null]))
    expect(await countOf(store, 'actor_id', rareActor.id)).toBe(3)
    expect(await countOf(store, 'operation', rareOperation)).toBeLessThanOrEqual(3)
    expect(await countOf(store, 'order_number', busyOrders[0])).toBeGreaterThan(10)
    const first = await store.db.selectFrom('event').select('order_number').where('seq', '=', 1).execute()
    expect(first).toEqual([{ order_number: firstOrder }])
    expect(await countOf(store, 'order_number', firstOrder)).toBeLessThanOrEqual(3)
    const newest = store.db.selectFrom('attempt').select('key').orderBy('intended_at', 'desc').limit(1)
    await store.db.updateTable('attempt').set({ actor_id: 'x' }).where('key', 'in', newest).execute()
    const changed = { ok: false, problem: expect.stringContaining('its actor_id') }
    expect(await verifyHistory(store.db), 'pages after the first').toMatchObject(changed)
  }, 60_000)

  it('leaves a store alone that is in use, and takes no other length than it can tell', async () => {
    expect(seed('100')).toMatchObject({ status: 0 })
    expect(seed('100')).toMatchObject({ status: 1, stderr: expect.stringContaining('in use') })
    expect(seed('many')).toMatchObject({ status: 1, stderr: expect.stringContaining('whole number') })
    expect(await verifyHistory((await open()).db)).toMatchObject({ ok: true, events: 100 })
  }, 60_000)

  it('lets nobody in and nothing out: no person or token has access, every account is on hold', async () => {
    seed('100')
    const { db } = await open()
    const people = await db.selectFrom('person').select('disabled_at').execute()
    const tokens = await db.selectFrom('token').select('revoked_at').execute()
    const accounts = await db.selectFrom('account').select('held_at').execute()
    expect(people.length + tokens.length).toBe(actors.length)
    expect(people.every((person) => person.disabled_at !== null)).toBe(true)
    expect(tokens.every((token) => token.revoked_at !== null)).toBe(true)
    expect(accounts.every((account) => account.held_at !== null)).toBe(true)
  }, 60_000)
})
