import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { Kysely, type CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { attemptsByOrderPrefix, briefAttempts, briefAttemptsOf, readOrdersByPrefix } from './find-orders.ts'
import { sqliteFile, type Store } from './open.ts'
import { saveOrderState } from './order-states.ts'
import type { Database } from './schema.ts'
import { NodeSqliteDialect } from './sqlite.ts'
import { describeOnBothStores } from './testing.ts'

const accounts = ['a', 'b'].map((id) => ({ id, label: `Account ${id}` }))

async function addAccounts(store: Store): Promise<void> {
  const rest = { login_name: 'x', password_sealed: 'x', base_url: 'x', created_at: 0 }
  const free = { held_at: null, hold_reason: null, hold_attempt: null }
  await store.write((tx) =>
    tx
      .insertInto('account')
      .values(accounts.map((one) => ({ ...one, ...rest, ...free })))
      .execute(),
  )
}

let made = 0
async function addAttempts(
  store: Store,
  ...of: readonly (readonly [order: string, account: string, at: number])[]
) {
  const rows = of.map(([order_number, account_id, intended_at]) => ({
    key: `key-${made++}`,
    operation: 'schedule-callback',
    order_number,
    account_id,
    intended_at,
    ticket_id: null,
    ticket_system: null,
    actor_kind: 'person',
    actor_id: 'ann',
    actor_name: 'Ann',
    content_hash: 'x',
    input: '{}',
    reason: null,
    instance_id: 'i',
    deadline_at: 0,
    settled_at: null,
    outcome_kind: null,
    outcome: null,
    raw: null,
    resolved_at: null,
    resolution: null,
  }))
  await store.write((tx) => tx.insertInto('attempt').values(rows).execute())
}

const read = (store: Store, account_id: string, order_number: string, read_at: number | null = 5) =>
  store.write((tx) =>
    saveOrderState(tx, {
      account_id,
      order_number,
      tried_at: 1,
      tried_by: null,
      read_by: null,
      reading_until: null,
      read_at,
      state: null,
      failure: null,
    }),
  )

describeOnBothStores('orders by the beginning of their number', (open) => {
  it('are each found once in each account, with the newest attempt, in the order of their numbers', async () => {
    const store = await open()
    await addAccounts(store)
    await addAttempts(
      store,
      ['100', 'a', 1],
      ['100', 'a', 9],
      ['100', 'b', 3],
      ['1005', 'a', 2],
      ['20', 'a', 4],
    )
    const found = await attemptsByOrderPrefix(store.db, '10', 8, null)
    expect(
      found.map((row) => `${row.order_number} ${row.account_label} ${row.intended_at}`).toSorted(),
    ).toEqual(['100 Account a 9', '100 Account b 3', '1005 Account a 2'])
    expect(await attemptsByOrderPrefix(store.db, '11', 8, null)).toEqual([])
  })

  it('are no more than asked for, and a number that is a prefix of itself comes first', async () => {
    const store = await open()
    await addAccounts(store)
    await addAttempts(store, ...Array.from({ length: 20 }, (_, n) => [`7${n}`, 'a', n] as const), [
      '7',
      'a',
      0,
    ])
    const found = await attemptsByOrderPrefix(store.db, '7', 3, null)
    expect(found.map((row) => row.order_number).toSorted()).toEqual(['7', '70', '71'])
  })

  it('are those of the accounts asked for alone, however many of another come before them', async () => {
    const store = await open()
    await addAccounts(store)
    await addAttempts(store, ...Array.from({ length: 9 }, (_, n) => [`5${n}`, 'b', n + 9] as const), [
      '599',
      'a',
      1,
    ])
    const ofA = (rows: readonly { order_number: string }[]) =>
      expect(rows).toMatchObject([{ order_number: '599' }])
    ofA(await attemptsByOrderPrefix(store.db, '5', 3, ['a']))
    ofA(await briefAttempts(store.db, 3, ['a']))
    ofA(await briefAttemptsOf(store.db, { kind: 'person', id: 'ann' }, 3, ['a']))
    expect(await attemptsByOrderPrefix(store.db, '5', 3, [])).toEqual([])
    expect(await briefAttempts(store.db, 3, [])).toEqual([])
    expect(await attemptsByOrderPrefix(store.db, '5', 20, null)).toHaveLength(10)
  })

  it('are taken by the letter: a sign that has a meaning in searches has none here', async () => {
    const store = await open()
    await addAccounts(store)
    await addAttempts(store, ['1%2', 'a', 1], ['1_2', 'a', 2], ['ÅÄ-1', 'a', 3], ["1'2", 'a', 4])
    for (const prefix of ['1%', '1_', 'ÅÄ', "1'"]) {
      expect((await attemptsByOrderPrefix(store.db, prefix, 8, null)).map((row) => row.order_number)).toEqual(
        [expect.stringMatching(new RegExp(`^${prefix}`))],
      )
    }
  })

  it('are found when their state was only read, in each account as many as asked for', async () => {
    const store = await open()
    await addAccounts(store)
    for (const order of ['300', '301', '302', '4']) await read(store, 'a', order)
    await read(store, 'b', '300')
    // A mistyped number: asked about, and never answered.
    await read(store, 'b', '30', null)
    const found = await readOrdersByPrefix(store.db, accounts, '3', 2)
    expect(found).toEqual([
      { order_number: '300', account_id: 'a', account_label: 'Account a', read_at: 5 },
      { order_number: '301', account_id: 'a', account_label: 'Account a', read_at: 5 },
      { order_number: '300', account_id: 'b', account_label: 'Account b', read_at: 5 },
    ])
    expect(await readOrdersByPrefix(store.db, [], '3', 2)).toEqual([])
    const many = Array.from({ length: 600 }, (_, n) => ({ id: `none-${n}`, label: 'None' }))
    expect(await readOrdersByPrefix(store.db, [...accounts, ...many], '3', 2)).toHaveLength(3)
  })
})

describe('the queries of the palette', () => {
  describeOnBothStores('walk along an index', (open, settings) => {
    it('and read no table from end to end, nor sort one', async () => {
      const store = await open()
      if (store.dialect === 'postgres') return
      let last: CompiledQuery | undefined
      const file = sqliteFile(settings().dataDir)
      const dialect = new NodeSqliteDialect(file)
      const db = new Kysely<Database>({ dialect, log: (event) => void (last = event.query) })
      const raw = new DatabaseSync(file)
      const plans: string[] = []
      const actor = { kind: 'person', id: 'ann' }
      for (const query of [
        () => attemptsByOrderPrefix(db, '10', 8, null),
        () => readOrdersByPrefix(db, accounts, '10', 8),
        () => briefAttemptsOf(db, actor, 60, null),
        () => briefAttempts(db, 60, null),
        () => attemptsByOrderPrefix(db, '10', 8, ['a', 'b']),
        () => briefAttemptsOf(db, actor, 60, ['a', 'b']),
        () => briefAttempts(db, 60, ['a', 'b']),
      ]) {
        await query()
        const parameters = (last?.parameters ?? []) as SQLInputValue[]
        const plan = raw.prepare(`explain query plan ${last?.sql}`).all(...parameters)
        plans.push(plan.map((row) => String(row.detail)).join('\n'))
      }
      raw.close()
      await db.destroy()
      const [tried = '', read = '', own = '', all = '', triedInSome = '', ownInSome = '', allInSome = ''] =
        plans
      for (const plan of [tried, triedInSome]) expect(plan).toContain('attempt_by_order')
      expect(read).toContain('order_state')
      for (const plan of [own, ownInSome]) expect(plan).toContain('attempt_by_actor')
      for (const plan of [all, allInSome]) expect(plan).toContain('attempt_by_time')
      for (const plan of plans) expect(plan).not.toContain('TEMP B-TREE')
      expect([tried, read, own, triedInSome, ownInSome].join('\n')).not.toMatch(/SCAN (attempt|order_state)/)
    })
  })
})
