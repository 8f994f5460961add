import { beforeEach, expect, it } from 'vitest'
import { readEvents, type EventFilter, type EventPlace } from './activity.ts'
import { appendEvent } from './events.ts'
import type { Store } from './open.ts'
import { describeOnBothStores } from './testing.ts'

describeOnBothStores('a search by several filters', (open) => {
  let store: Store

  beforeEach(async () => {
    store = await open()
  })

  const outcomeOf = (place: number) => (place % 3 === 0 ? 'refused' : 'done')

  /** Event n is by ann or bob in turn, about order n of 40, refused every third time. */
  async function fill(count: number, isMet: (place: number) => boolean = () => true) {
    await store.write(async (tx) => {
      for (let place = 0; place < count; place++) {
        const id = isMet(place) ? 'ann' : 'bob'
        await appendEvent(tx, {
          at: 1_000_000 + place * 1000,
          kind: 'attempt.settled',
          actor: { kind: 'person', id, name: id },
          accountId: isMet(place) ? 'eu' : 'us',
          order: String(place % 40),
          operation: 'schedule-callback',
          outcomeKind: outcomeOf(place),
          ticket: { id: `T-${place % 7}`, system: '' },
          body: {},
        })
      }
    })
  }

  /** Every page from a place on, until there is no way further. */
  async function readAll(filter: EventFilter, limit: number, upwards = false) {
    const seqs: number[] = []
    let place: EventPlace = upwards ? { after: 0 } : null
    for (;;) {
      const { rows, reached } = await readEvents(store.db, filter, place, limit)
      seqs.push(...(upwards ? rows.toReversed() : rows).map(({ seq }) => seq))
      if (reached === null && rows.length < limit) return seqs
      const on: number = reached?.seq ?? seqs.at(-1) ?? 0
      place = upwards ? { after: on } : { before: on }
    }
  }

  it('finds the same, once each and in order, as looking at every event does', async () => {
    await fill(1500, (place) => place % 2 === 0)
    const all = await store.db.selectFrom('event').selectAll().orderBy('seq', 'desc').execute()
    const filters: EventFilter[] = [
      { actor: 'ann', outcome: 'refused' },
      { actor: 'ann', account: 'eu', operation: 'schedule-callback', outcome: 'done' },
      { order: '8', outcome: 'refused' },
      { ticket: 'T-3', actor: 'bob', from: 1_200_000, until: 2_000_000 },
      { order: '9', ticket: 'T-2' },
    ]
    for (const filter of filters) {
      const wanted = all
        .filter((row) => (filter.actor ?? row.actor_id) === row.actor_id)
        .filter((row) => (filter.outcome ?? row.outcome_kind) === row.outcome_kind)
        .filter((row) => (filter.order ?? row.order_number) === row.order_number)
        .filter((row) => (filter.ticket ?? row.ticket_id) === row.ticket_id)
        .filter((row) => row.at >= (filter.from ?? 0) && row.at < (filter.until ?? Infinity))
        .map(({ seq }) => seq)
      expect(wanted.length).toBeGreaterThan(0)
      expect({ filter, seqs: await readAll(filter, 20) }).toEqual({ filter, seqs: wanted })
      expect({ filter, seqs: await readAll(filter, 20, true) }).toEqual({
        filter,
        seqs: wanted.toReversed(),
      })
    }
  }, 60_000)

  it('knows without looking that two values never met, and where they first did', async () => {
    await fill(100, (place) => place !== 40)
    const found = (filter: EventFilter) => readEvents(store.db, filter, null, 50)
    expect(await found({ actor: 'bob', account: 'eu' })).toEqual({ rows: [], reached: null })
    expect((await found({ actor: 'bob', account: 'us' })).rows.map(({ seq }) => seq)).toEqual([41])
    const met = await store.db.selectFrom('event_combination').select(['actor_id', 'first_seq']).execute()
    expect(met.filter((row) => row.actor_id === 'bob')).toEqual([{ actor_id: 'bob', first_seq: 41 }])
  })

  it('stops for being long, says how far it came, and goes on from there', async () => {
    await store.write(async (tx) => {
      const actor = { kind: 'person', id: 'ann', name: 'ann' } as const
      const add = (accountId: string, outcomeKind: string) =>
        appendEvent(tx, { at: 1, kind: 'attempt.settled', actor, accountId, outcomeKind, body: {} })
      await add('eu', 'refused')
      for (let count = 0; count < 800; count++) {
        await add('eu', 'done')
        await add('us', 'refused')
      }
    })
    const read = (place: EventPlace) =>
      readEvents(store.db, { account: 'eu', outcome: 'refused' }, place, 50, 600)
    const { rows, reached } = await read(null)
    expect(rows).toEqual([])
    expect([402, 403]).toContain(reached?.seq)
    const second = await read({ before: reached?.seq ?? 0 })
    expect({ seqs: second.rows.map(({ seq }) => seq), reached: second.reached }).toEqual({
      seqs: [1],
      reached: null,
    })
    const upwards = await read({ after: 1 })
    expect(upwards).toMatchObject({ rows: [], reached: { at: 1 } })
    expect(await read({ after: upwards.reached?.seq ?? 0 })).toEqual({ rows: [], reached: null })
  }, 60_000)
})
