import { createHash } from 'node:crypto'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, it } from 'vitest'
import { accountCredentials } from '#lib/auth/accounts.ts'
import { actorOfToken } from '#lib/auth/tokens.ts'
import { seal } from '#lib/auth/vault.ts'
import { readEvents } from './activity.ts'
import { listAccounts } from './accounts.ts'
import { appendEvent, verifyHistory } from './events.ts'
import { maskBefore } from './mask.ts'
import { createTables } from './migrations/0001-tables.ts'
import { indexActivity } from './migrations/0002-activity.ts'
import { openStore, sqliteFile, type StoreSettings } from './open.ts'
import { postgresMigrationDialect } from './postgres.ts'
import type { Database } from './schema.ts'
import { NodeSqliteDialect } from './sqlite.ts'
import { describeOnBothStores } from './testing.ts'

const by = { kind: 'program', id: 'test', name: 'A test' } as const
const token = `unstuck_${'t'.repeat(43)}`
const orders = 400

/** The database as the release before migration 0003 left it, with people, a token, an account and two events for each order. */
async function makeOld({ databaseUrl, dataDir }: StoreSettings): Promise<Kysely<Database>> {
  const dialect = databaseUrl === null ? 'sqlite' : 'postgres'
  const db = new Kysely<Database>({
    dialect:
      databaseUrl === null
        ? new NodeSqliteDialect(sqliteFile(dataDir))
        : postgresMigrationDialect(databaseUrl),
  })
  const getMigrations = async () => ({
    '0001-tables': { up: (old: Kysely<unknown>) => createTables(old, dialect) },
    '0002-activity': { up: indexActivity },
  })
  const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest()
  if (error !== undefined) throw error
  const add = (table: string, row: object) =>
    db
      .insertInto(table as never)
      .values(row as never)
      .execute()
  await add('person', {
    id: 'p',
    email: 'ann@example.org',
    name: 'Ann',
    role: 'agent',
    password_hash: 'x',
    created_at: 1,
  })
  await add('session', { id_hash: 's', person_id: 'p', created_at: 1, seen_at: 1 })
  const token_hash = createHash('sha256').update(token).digest('hex')
  await add('token', { id: 't', name: 'robot', role: 'agent', token_hash, created_at: 1 })
  const password_sealed = seal('a secret', 'a')
  const address = { label: 'Main', login_name: 'partner', base_url: 'http://127.0.0.1/', created_at: 1 }
  await add('account', { id: 'a', ...address, password_sealed, held_at: 2, hold_reason: 'refused' })
  await db.transaction().execute(async (tx) => {
    for (let order = 0; order < orders; order++) await addAttempt(tx, order)
  })
  return db
}

async function addAttempt(tx: Parameters<typeof appendEvent>[0], order: number): Promise<void> {
  const key = `key-${order}`
  const actor = { kind: 'person', id: order % 2 === 0 ? 'p' : 'q', name: 'Ann' } as const
  const outcome = { kind: order % 5 === 0 ? 'refused' : 'done', code: 0 }
  const of = { actor, accountId: 'a', order: String(order), operation: 'schedule-callback', attempt: key }
  const entered = { input: { phoneNumber: '+31201234567' }, reason: null }
  const body = { contentHash: 'c' }
  await appendEvent(tx, { ...of, at: order, kind: 'attempt.intended', body, personal: entered })
  const settled = { at: order, kind: 'attempt.settled', outcomeKind: outcome.kind, body: { code: 0 } }
  await appendEvent(tx, { ...of, ...settled, personal: { raw: 'errorCode=0' } })
  const row = {
    key,
    operation: of.operation,
    account_id: 'a',
    order_number: of.order,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    content_hash: body.contentHash,
    input: JSON.stringify(entered.input),
    instance_id: 'i',
    intended_at: order,
    deadline_at: order,
    settled_at: order,
    outcome_kind: outcome.kind,
    outcome: JSON.stringify(outcome),
    raw: 'errorCode=0',
  }
  await tx
    .insertInto('attempt')
    .values(row as never)
    .execute()
}

describeOnBothStores('a database of an earlier release', (_, settings) => {
  it('is brought up to date with all it holds by servers that start together', async () => {
    await (await makeOld(settings())).destroy()
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(settings())))
    const [store] = stores
    if (store === undefined) throw new Error('there is a store')
    globalThis.unstuckStore = Promise.resolve(store)

    expect(await verifyHistory(store.db)).toMatchObject({ ok: true, events: 2 * orders })
    const [account] = await listAccounts(store.db)
    expect(account).toMatchObject({ id: 'a', held_at: 2, restricted_at: null })
    expect(account && accountCredentials(account).loginPassword).toBe('a secret')
    expect(await actorOfToken(`Bearer ${token}`)).toEqual({
      kind: 'token',
      id: 't',
      name: 'robot',
      role: 'agent',
    })
    const person = await store.db.selectFrom('person').selectAll().executeTakeFirst()
    expect(person).toMatchObject({ email: 'ann@example.org', second_factor_required_at: null })
    expect(await store.db.selectFrom('session').select(['device', 'proved_at']).execute()).toEqual([
      { device: null, proved_at: null },
    ])

    const found = await readEvents(store.db, { actor: 'p', outcome: 'refused' }, null, 100)
    expect(found.rows.map((row) => Number(row.order_number))).toEqual(
      Array.from({ length: orders / 10 }, (_, place) => orders - 10 * (place + 1)),
    )
    expect((await readEvents(store.db, { actor: 'p', outcome: 'unknown' }, null, 100)).rows).toEqual([])
    const first = {
      actor_id: 'p',
      account_id: 'a',
      operation: 'schedule-callback',
      outcome_kind: 'refused',
      first_seq: 2,
    }
    expect(await store.db.selectFrom('event_combination').selectAll().orderBy('first_seq').execute()).toEqual(
      [
        first,
        { ...first, actor_id: 'q', outcome_kind: 'done', first_seq: 4 },
        { ...first, outcome_kind: 'done', first_seq: 6 },
        { ...first, actor_id: 'q', first_seq: 12 },
      ],
    )

    expect(await maskBefore(store, 100, by, Date.now())).toMatchObject({ events: 200, attempts: 100 })
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true, events: 2 * orders + 1 })
    await Promise.all(stores.map((each) => each.close()))
  }, 60_000)

  it('stays what it was, all of it, when one step fails, and the cause is told', async () => {
    const old = await makeOld(settings())
    await sql`create table approval (id integer)`.execute(old)
    await expect(openStore(settings())).rejects.toThrow(
      /table "?approval"? already exists|relation "approval" already exists/,
    )
    const steps = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(old)
    expect(steps.rows.map(({ name }) => name)).toEqual(['0001-tables', '0002-activity'])
    const tables = (await old.introspection.getTables()).map(({ name }) => name)
    expect(tables).not.toContain('event_combination')
    await sql`drop table approval`.execute(old)
    await old.destroy()
    const store = await openStore(settings())
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true, events: 2 * orders })
    await store.close()
  }, 60_000)
})
