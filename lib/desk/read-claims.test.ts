import { setTimeout as sleep } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import { findDcvList } from '#lib/store/dcv-lists.ts'
import { findOrderState } from '#lib/store/order-states.ts'
import type { Database } from '#lib/store/schema.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { accountChoice } from './account-choice.ts'
import type { Desk } from './desk.ts'
import { orderStateView } from './order-state-view.ts'
import { readDcvList } from './read-dcv-list.ts'
import { readOrderState } from './read-order-state.ts'
import { startAgain, stopInGoodOrder } from './stopping.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const hour = 3_600_000
const order = '10000614'
const domain = 'app.sternwarte-sued.example'

describeOnBothStores('a read that was claimed', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    startAgain()
    await test.close()
  })

  const readState = (desk: Desk = test.desk, actor = test.people.agent) =>
    readOrderState(desk, { actor, order, accountId: test.account.id, reason: null, automatic: false })
  const readList = (desk: Desk = test.desk) =>
    readDcvList(desk, { actor: test.people.agent, account: test.account.id, order, domain })
  const state = () => findOrderState(test.desk.store.db, test.account.id, order)
  const list = () => findDcvList(test.desk.store.db, test.account.id, domain)
  const rename = (from: string, to: string) =>
    sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(test.desk.store.db)
  /** A server that has the CA's answer in hand and does something else before it goes on. */
  const after = (work: () => Promise<unknown>): Desk => ({
    ...test.desk,
    ca: {
      ...test.desk.ca,
      read: async (wanted) => {
        const answer = await test.desk.ca.read(wanted)
        await work()
        return answer
      },
    },
  })

  it('is written down as soon as the store can be written again, and not lost', async () => {
    vi.spyOn(clock, 'sleep').mockImplementation(async () => {
      await rename('event_gone', 'event').catch(() => {})
    })
    expect(await readState(after(() => test.breakHistory().catch(() => {})))).toEqual({ is: 'read' })
    expect(await state()).toMatchObject({ reading_until: null, failure: null })
    expect(await readList(after(() => test.breakHistory()))).toMatchObject({ is: 'read' })
    expect((await list())?.addresses).not.toBeNull()
  })

  it('leaves alone what a later read has told, when it took longer than its claim stood', async () => {
    const later: unknown[] = []
    const slowState = after(async () => {
      if (later.length > 0) return
      test.advance(4 * hour)
      later.push(await readState(await test.secondDesk(), test.people.manager), await state())
    })
    // The account's turn was taken longer ago than a read may last, so the later one gets it.
    expect(await readState(slowState)).toEqual({ is: 'read' })
    expect(later[0]).toEqual({ is: 'read' })
    expect(await state()).toEqual(later[1])

    const slowList = after(async () => {
      test.advance(hour)
      later.push(await readList(await test.secondDesk()), await list())
    })
    test.simulator.setFault({ fault: 'http-500', endpoint: '!GetDCVEmailAddressList', times: 1 })
    await readList(slowList)
    expect(later[2]).toMatchObject({ is: 'read' })
    expect(await list()).toEqual(later[3])
  })

  it('is given back when the store fails before the CA is asked, so that the next one may ask at once', async () => {
    await rename('read_turn', 'read_turn_gone')
    expect(await readState()).toMatchObject({ is: 'failed' })
    expect(await readList()).toMatchObject({ is: 'not-read', field: 'form' })
    expect(test.simulator.requests()).toEqual([])
    await rename('read_turn_gone', 'read_turn')
    expect(await readState()).toEqual({ is: 'read' })
    expect(await readList()).toMatchObject({ is: 'read' })
  })

  it('keeps the order’s state when the store fails between it and its domains', async () => {
    let isFirst = true
    const desk = after(async () => {
      if (isFirst) await rename('read_turn', 'read_turn_gone')
      isFirst = false
    })
    expect(await readState(desk)).toEqual({ is: 'read' })
    await rename('read_turn_gone', 'read_turn')
    expect(JSON.parse((await state())?.state ?? '')).toMatchObject({
      collectSsl: { kind: 'collect-ssl' },
      domains: null,
      domainsNote: expect.stringMatching(/could not be read this time/),
    })
  })

  it('is said to have had no end, when its server ended before it', async () => {
    void readState({ ...test.desk, ca: { ...test.desk.ca, read: () => new Promise(() => {}) } })
    const view = async () =>
      orderStateView(await state(), {
        reader: test.people.agent,
        account: accountChoice(test.account),
        now: test.desk.now(),
      })
    await expect.poll(async () => (await view()).readingBy).not.toBeNull()
    expect((await view()).failure).toBeNull()
    test.advance(hour)
    expect(await view()).toMatchObject({
      readingBy: null,
      failure: { title: expect.stringMatching(/has not ended/) },
    })
  })

  it('is written down before a server that is told to stop closes its store', async () => {
    let stopped: Promise<number> | null = null
    const atClose: unknown[] = []
    const desk = after(async () => {
      stopped ??= stopInGoodOrder({
        drainMs: 0,
        limitMs: 8000,
        close: async () => void atClose.push((await state())?.reading_until),
      })
    })
    const slowly = {
      ...desk.store,
      write: async <T>(work: (tx: Transaction<Database>) => Promise<T>) => {
        await sleep(400)
        return test.desk.store.write(work)
      },
    }
    expect(await readState({ ...desk, store: slowly })).toEqual({ is: 'read' })
    expect([await stopped, atClose]).toEqual([0, [null]])
  })
})
