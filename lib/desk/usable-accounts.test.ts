import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { actorOfToken, issueToken } from '#lib/auth/tokens.ts'
import { clock } from '#lib/clock.ts'
import { insertAccount } from '#lib/store/accounts.ts'
import { findAttempt, insertAttempt } from '#lib/store/attempts.ts'
import { appendEvent } from '#lib/store/events.ts'
import { saveOrderState } from '#lib/store/order-states.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { readActivityFilter } from './activity-filter.ts'
import { exportActivity } from './export-activity.ts'
import { findAnything } from './find-anything.ts'
import { performOperation } from './perform-operation.ts'
import { readActivity } from './read-activity.ts'
import { readDesk } from './read-desk.ts'
import { readOrder } from './read-order.ts'
import { readOrderState } from './read-order-state.ts'
import { readReceipt } from './read-receipt.ts'
import type { Actor, Scopes } from './receipt.ts'
import { resolveAttempt } from './resolve-attempt.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const program = { kind: 'program', id: 'test', name: 'Test' } as const
const onlyRead = {
  tried_at: 1,
  tried_by: null,
  read_by: null,
  reading_until: null,
  read_at: 1,
  state: null,
  failure: null,
}

describeOnBothStores('a restricted account', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  /** Only the manager is on its list. */
  async function restrict(): Promise<string> {
    const sent = await performOperation(test.desk, test.request())
    const people = [test.people.manager.id]
    expect(await restrictAccount({ account: test.account.id, people }, program)).toEqual({ ok: true })
    return sent.is === 'receipt' ? sent.receipt.attempt : ''
  }
  const send = (actor: Actor) =>
    performOperation(
      test.desk,
      test.request({ actor, order: test.otherOrder, operation: 'resend-click-through-email', input: {} }),
    )

  it('sends and reads for those on its list and for administrators, and for the others it is not there', async () => {
    await restrict()
    const before = test.simulator.requests().length
    expect(await send(test.people.agent)).toMatchObject({ notSent: { cause: 'account' } })
    const question = { order: test.order, accountId: test.account.id, reason: null, automatic: false }
    expect(await readOrderState(test.desk, { ...question, actor: test.people.agent })).toMatchObject({
      is: 'not-read',
    })
    expect(test.simulator.requests()).toHaveLength(before)
    expect(await send(test.people.manager)).toMatchObject({ is: 'receipt' })
    expect(await readOrderState(test.desk, { ...question, actor: test.people.administrator })).toEqual({
      is: 'read',
    })
  })

  it('keeps orders, receipts, the desk, the palette, the activity and its export from the others', async () => {
    const attempt = await restrict()
    await test.desk.store.write((tx) =>
      saveOrderState(tx, { ...onlyRead, account_id: test.account.id, order_number: test.otherOrder }),
    )
    const seen = async (reader: Actor) => {
      const { filter } = readActivityFilter({})
      const csv = await new Response(await exportActivity(test.desk, reader, filter)).text()
      return {
        accounts: (await readOrder(reader, test.order, null)).accounts.length,
        timeline: (await readOrder(reader, test.order, null)).timeline.length,
        receipt: (await readReceipt(reader, attempt)) !== null,
        team: (await readDesk(reader)).team.length,
        palette: (await findAnything(test.desk, reader, { order: test.order, words: '' })).orders.length,
        read: (await findAnything(test.desk, reader, { order: test.otherOrder, words: '' })).orders.length,
        activity: (await readActivity(reader, readActivityFilter({}))).lines.filter(({ order }) => order)
          .length,
        csv: csv.includes(test.order),
      }
    }
    const everything = {
      accounts: 1,
      timeline: 1,
      receipt: true,
      team: 1,
      palette: 1,
      read: 1,
      activity: 1,
      csv: true,
    }
    const nothing = {
      accounts: 0,
      timeline: 0,
      receipt: false,
      team: 0,
      palette: 0,
      read: 0,
      activity: 0,
      csv: false,
    }
    expect(await seen(test.people.agent)).toEqual(nothing)
    expect(await seen(test.people.viewer)).toEqual(nothing)
    expect(await seen(test.people.manager)).toEqual(everything)
    expect(await seen(test.people.administrator)).toEqual(everything)
    await restrictAccount({ account: test.account.id, people: null }, program)
    expect(await seen(test.people.agent)).toEqual(everything)
  })

  it('takes no place in the lists of those who may not see it, however much is newer in it', async () => {
    const attempt = await restrict()
    const { store } = test.desk
    const visible = { ...test.account, id: crypto.randomUUID(), label: 'Visible' }
    const { account_label: _, ...row } = (await findAttempt(store.db, attempt)) ?? expect.fail('It was sent.')
    const { agent, manager } = test.people
    const mine = { actor_id: agent.id, actor_kind: agent.kind, outcome_kind: 'unknown' }
    const read = { kind: 'state.read', actor: program, order: test.order, body: {} }
    await store.write(async (tx) => {
      await insertAccount(tx, visible)
      const [own, at] = [{ ...row, ...mine, account_id: visible.id }, row.intended_at]
      await insertAttempt(tx, { ...own, key: 'seen', intended_at: at + 100 })
      await appendEvent(tx, { ...read, at: at + 100, accountId: visible.id })
      for (let n = 0; n < 60; n++) {
        // The desk lists what is unknown from the oldest on, all else from the newest.
        const unseen = { ...row, ...mine, outcome_kind: n < 52 ? 'unknown' : 'done' }
        await insertAttempt(tx, { ...unseen, key: `unseen-${n}`, intended_at: at + (n < 52 ? n : 200 + n) })
        await insertAttempt(tx, {
          ...unseen,
          key: `newer-${n}`,
          outcome_kind: 'done',
          intended_at: at + 300 + n,
        })
        await appendEvent(tx, { ...read, at: at + 300 + n, accountId: test.account.id })
      }
      // Numbers before the one sought, too.
      for (let n = 0; n < 9; n++)
        await insertAttempt(tx, { ...row, key: `before-${n}`, order_number: `100${n}` })
    })
    const order = await readOrder(agent, test.order, null)
    expect(order).toMatchObject({ more: false, account: { id: visible.id } })
    expect(order.timeline.map(({ line }) => line.attempt)).toEqual(['seen'])
    expect(order.events.map(({ account }) => account.label)).toEqual(['Visible'])
    const desk = await readDesk(agent)
    for (const list of [desk.unknowns, desk.team, desk.mine.map(({ last }) => last)])
      expect(list.map((line) => line.attempt)).toEqual(['seen'])
    for (const sought of ['', '100']) {
      const found = await findAnything(test.desk, agent, { order: sought, words: '' })
      expect(found.orders.map(({ last }) => last?.attempt)).toEqual(['seen'])
      expect(found.work.map((line) => line.attempt)).toEqual(['seen'])
    }
    expect(await readOrder(manager, test.order, null)).toMatchObject({ more: true })
    await restrictAccount({ account: visible.id, people: [] }, program)
    expect((await readDesk(agent)).team).toEqual([])
    expect(await readOrder(agent, test.order, null)).toMatchObject({ timeline: [], events: [], more: false })
    expect(await findAnything(test.desk, agent, { order: '100', words: '' })).toEqual({
      orders: [],
      work: [],
    })
  })

  it('lets nobody else resolve its attempts', async () => {
    const attempt = await restrict()
    const wanted = { actor: test.people.agent, attempt, finding: 'carried-out', note: 'I asked.' }
    expect(await resolveAttempt(test.desk, wanted)).toMatchObject({ ok: false })
  })

  it('is there for tokens that name it, and a token’s scope holds for operations and accounts', async () => {
    await restrict()
    const token = async (name: string, scopes?: Scopes) => {
      const issued = await issueToken({ name, role: 'agent', ...(scopes && { scopes }) }, program)
      return (await actorOfToken(`Bearer ${issued.ok ? issued.token : ''}`)) as Actor
    }
    const account = { notSent: { cause: 'account' } }
    expect(await send(await token('plain'))).toMatchObject(account)
    expect(await send(await token('other', { operations: null, accounts: ['another'] }))).toMatchObject(
      account,
    )
    const narrow = await token('narrow', { operations: ['schedule-callback'], accounts: [test.account.id] })
    expect(await send(narrow)).toMatchObject({ notSent: { cause: 'forbidden' } })
    const fits = await token('fits', {
      operations: ['resend-click-through-email'],
      accounts: [test.account.id],
    })
    expect(await send(fits)).toMatchObject({ is: 'receipt' })
  })

  it('takes no token that has expired', async () => {
    const expiresAt = Date.now() + 3_600_000
    const issued = await issueToken({ name: 'brief', role: 'agent', expiresAt }, program)
    const header = `Bearer ${issued.ok ? issued.token : ''}`
    const actor = (await actorOfToken(header)) as Actor
    expect(actor.name).toBe('brief')
    vi.spyOn(clock, 'now').mockReturnValue(expiresAt)
    expect(await actorOfToken(header)).toBeNull()
    expect(await send(actor)).toMatchObject({ notSent: { cause: 'forbidden' } })
    vi.restoreAllMocks()
    expect(await issueToken({ name: 'late', role: 'agent', expiresAt: 1 }, program)).toMatchObject({
      ok: false,
    })
  })

  it('restricts to people that there are, and says when nothing would change', async () => {
    const { id } = test.account
    expect(await restrictAccount({ account: id, people: ['nobody'] }, program)).toMatchObject({ ok: false })
    expect(await restrictAccount({ account: id, people: null }, program)).toMatchObject({ ok: false })
    expect(await restrictAccount({ account: 'none', people: null }, program)).toMatchObject({ ok: false })
  })
})
