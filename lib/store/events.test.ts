import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { assert, asyncProperty, string, constantFrom } from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import {
  appendEvent,
  eventsOfOrder,
  headOfHistory,
  maskPersonal,
  verifyHistory,
  type NewEvent,
} from './events.ts'
import type { Store } from './open.ts'
import { describeOnBothStores } from './testing.ts'

const event = (changes: Partial<NewEvent> = {}): NewEvent => ({
  at: 1000,
  kind: 'test.happened',
  actor: { kind: 'program', id: 'test', name: 'A test' },
  body: { fact: 1 },
  ...changes,
})

const append = (store: Store, changes: Partial<NewEvent> = {}) =>
  store.write((tx) => appendEvent(tx, event(changes)))

/** Takes the database's own guards away, as an attacker who owns it would. */
async function disarm(store: Store): Promise<void> {
  if (store.dialect === 'postgres') await sql`alter table event disable trigger user`.execute(store.db)
  else
    for (const name of ['event_only_masked', 'event_kept', 'event_follows'])
      await sql.raw(`drop trigger ${name}`).execute(store.db)
}

describeOnBothStores('the history', (open, settings) => {
  it('numbers its events without a gap, also when a write fails in between, and proves itself', async () => {
    const store = await open()
    expect(await headOfHistory(store.db)).toBeNull()
    expect(await verifyHistory(store.db)).toEqual({ ok: true, events: 0, head: null })
    await append(store)
    await store
      .write(async (tx) => {
        await appendEvent(tx, event())
        throw new Error('undone')
      })
      .catch(() => {})
    const second = await append(store, {
      order: '12345',
      ticket: { id: 'T-1', system: 'zendesk' },
      personal: { phone: '+1' },
    })
    expect(second.seq).toBe(2)
    expect(await verifyHistory(store.db, { head: second })).toEqual({ ok: true, events: 2, head: second })
  })

  it('stays one chain when two servers write at once', async () => {
    const stores = await Promise.all([open(), open()])
    await Promise.all(Array.from({ length: 60 }, (_, index) => append(stores[index % 2] as Store)))
    expect(await verifyHistory((stores[0] as Store).db)).toMatchObject({ ok: true, events: 60 })
  })

  it('holds whatever text it is given', async () => {
    const store = await open()
    const text = string({
      unit: constantFrom(
        'a',
        '\0',
        '\uD800',
        '\uDC00',
        '\n',
        '"',
        '\\',
        'é',
        'e\u0301',
        '𝒳',
        '\u2028',
        '\u007f',
      ),
    })
    await assert(
      asyncProperty(text, text, text, async (name, body, personal) => {
        await append(store, {
          actor: { kind: 'person', id: name, name },
          order: name,
          ticket: { id: name, system: body },
          body: { [body]: body },
          personal: { personal },
        })
      }),
      { numRuns: 60 },
    )
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true, events: 60 })
  })

  it('is refused by the database itself when somebody changes, deletes or slips in a row', async () => {
    const store = await open()
    await append(store, { personal: { phone: '+1' } })
    await append(store)
    const { db } = store
    const last = await db.selectFrom('event').selectAll().where('seq', '=', 2).executeTakeFirstOrThrow()
    await expect(db.updateTable('event').set({ actor_name: 'Somebody else' }).execute()).rejects.toThrow(
      'never changed',
    )
    await expect(db.updateTable('event').set({ personal: '{}' }).execute()).rejects.toThrow('never changed')
    await expect(db.deleteFrom('event').where('seq', '=', 2).execute()).rejects.toThrow('never deleted')
    await expect(
      db
        .insertInto('event')
        .values({ ...last, seq: 4 })
        .execute(),
    ).rejects.toThrow('follows the last')
    await expect(
      db
        .insertInto('event')
        .values({ ...last, seq: 3 })
        .execute(),
    ).rejects.toThrow('follows the last')
    if (store.dialect === 'postgres')
      await expect(sql`truncate event`.execute(db)).rejects.toThrow('never deleted')
    else {
      const replacing = sql`insert or replace into event select * from event where seq = 1`.execute(db)
      await expect(replacing).rejects.toThrow('follows the last')
    }
    expect(await verifyHistory(db)).toMatchObject({ ok: true, events: 2 })
  })

  it('lets personal data be masked, and stays whole', async () => {
    const store = await open()
    await append(store, { at: 1000, order: '7', personal: { phone: '+49 30 123456' } })
    await append(store, { at: 2000, order: '7', personal: { phone: '+49 30 654321' } })
    expect(await store.write((tx) => maskPersonal(tx, 1500, 100))).toBe(1)
    expect(await store.write((tx) => maskPersonal(tx, 1500, 100))).toBe(0)
    const rows = await eventsOfOrder(store.db, '7', { limit: 10 })
    expect(rows.map((row) => row.personal)).toEqual([null, '{"phone":"+49 30 654321"}'])
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true, events: 2 })
  })

  it('is read by order in pages, oldest first', async () => {
    const store = await open()
    for (let index = 0; index < 7; index++) await append(store, { order: index % 2 === 0 ? 'even' : 'odd' })
    const first = await eventsOfOrder(store.db, 'even', { limit: 2 })
    expect(first.map((row) => row.seq)).toEqual([1, 3])
    const rest = await eventsOfOrder(store.db, 'even', { after: 3, limit: 10 })
    expect(rest.map((row) => row.seq)).toEqual([5, 7])
  })

  const attacks: readonly (readonly [string, number, string, (store: Store) => Promise<unknown>])[] = [
    [
      'a changed fact',
      3,
      'changed',
      ({ db }) => sql`update event set body = '{"fact":2}' where seq = 3`.execute(db),
    ],
    ['a changed time', 3, 'changed', ({ db }) => sql`update event set at = at + 1 where seq = 3`.execute(db)],
    [
      'a changed actor',
      3,
      'changed',
      ({ db }) => sql`update event set actor_id = 'me' where seq = 3`.execute(db),
    ],
    [
      'a changed phone number',
      2,
      'personal data',
      ({ db }) => sql`update event set personal = '{}' where seq = 2`.execute(db),
    ],
    [
      'half of the personal data gone',
      2,
      'half',
      ({ db }) => sql`update event set personal = null where seq = 2`.execute(db),
    ],
    ['a removed row', 3, 'missing', ({ db }) => sql`delete from event where seq = 3`.execute(db)],
    ['a removed first row', 1, 'missing', ({ db }) => sql`delete from event where seq = 1`.execute(db)],
    [
      'a closed gap',
      3,
      'does not follow',
      async ({ db }) => {
        await sql`delete from event where seq = 3`.execute(db)
        await sql`update event set seq = 3 where seq = 4`.execute(db)
        await sql`update event set seq = 4 where seq = 5`.execute(db)
      },
    ],
    [
      'two rows that changed places',
      2,
      'does not follow',
      async ({ db }) => {
        await sql`update event set seq = 99 where seq = 2`.execute(db)
        await sql`update event set seq = 2 where seq = 3`.execute(db)
        await sql`update event set seq = 3 where seq = 99`.execute(db)
      },
    ],
    [
      'a row put in at the end',
      6,
      'does not follow',
      async ({ db }) => {
        const row = await db.selectFrom('event').selectAll().where('seq', '=', 5).executeTakeFirstOrThrow()
        await db
          .insertInto('event')
          .values({ ...row, seq: 6 })
          .execute()
      },
    ],
    [
      'a replaced hash',
      3,
      'changed',
      ({ db }) => sql`update event set hash = prev_hash where seq = 3`.execute(db),
    ],
  ]

  it.each(attacks)('shows %s', async (_, seq, problem, attack) => {
    const store = await open()
    for (let index = 0; index < 5; index++) await append(store, { personal: { phone: `+${index}` } })
    await disarm(store)
    await attack(store)
    const verified = await verifyHistory(store.db)
    expect(verified).toMatchObject({ ok: false, seq })
    expect(verified).toHaveProperty('problem', expect.stringContaining(problem))
  })

  it('shows rows cut off at the end, and a history written anew, only against an exported head', async () => {
    const store = await open()
    for (let index = 0; index < 5; index++) await append(store)
    const head = await headOfHistory(store.db)
    await disarm(store)
    await sql`delete from event where seq > 3`.execute(store.db)
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true, events: 3 })
    expect(await verifyHistory(store.db, { head })).toMatchObject({ ok: false, seq: 4 })
    for (let index = 0; index < 3; index++) await append(store, { body: { fact: 'another' } })
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true, events: 6 })
    expect(await verifyHistory(store.db, { head })).toMatchObject({ ok: false, seq: 5 })
  })

  it('is verified in pages, and says how far it is', async () => {
    const store = await open()
    await store.write(async (tx) => {
      for (let index = 0; index < 2100; index++) await appendEvent(tx, event())
    })
    const seen: number[] = []
    expect(await verifyHistory(store.db, { onProgress: (events) => seen.push(events) })).toMatchObject({
      events: 2100,
    })
    expect(seen).toEqual([1000, 2000, 2100])
  })

  it('loses nothing that was acknowledged when its server is killed', async () => {
    const { databaseUrl, dataDir } = settings()
    let acknowledged = 0
    for (let round = 0; round < 5; round++) {
      acknowledged = await killWhileAppending(
        [databaseUrl ?? '-', dataDir],
        5 + Math.floor(Math.random() * 60),
      )
    }
    const store = await open()
    const verified = await verifyHistory(store.db)
    expect(verified).toMatchObject({ ok: true })
    expect(verified.ok && verified.events).toBeGreaterThanOrEqual(acknowledged)
  }, 60_000)

  async function killWhileAppending(settings: string[], after: number): Promise<number> {
    const worker = new URL('./testing/append-worker.ts', import.meta.url).pathname
    const child = spawn(process.execPath, ['--conditions=react-server', worker, ...settings], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let last = 0
    let seen = 0
    for await (const line of createInterface({ input: child.stdout })) {
      last = Number(line)
      seen += 1
      if (seen === after) child.kill('SIGKILL')
    }
    return last
  }
})

describe('appendEvent', () => {
  it('refuses to work outside a transaction', async () => {
    await expect(appendEvent({ isTransaction: false } as never, event())).rejects.toThrow(
      'inside store.write',
    )
  })
})
