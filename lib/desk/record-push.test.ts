import { expect, it } from 'vitest'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { placeHold } from '#lib/store/accounts.ts'
import { maskPersonal, verifyHistory } from '#lib/store/events.ts'
import { linesOfOrder, reportsOfOrder } from './order-reports.ts'
import { performOperation } from './perform-operation.ts'
import { readOrderState } from './read-order-state.ts'
import { recordPush } from './record-push.ts'
import { openTestDesk } from './testing/test-desk.ts'

const verified = 'eventType=CallBack&status=verified&statusCode=0&statusDesc=Phone+number+verified'
const day = 24 * 3_600_000

describeOnBothStores('what is sent to a push address', (open) => {
  async function setUp() {
    const it = await openTestDesk(open)
    const push = (query: string, contentType: string | null = null) =>
      recordPush(it.desk, { accountId: it.account.id, content: Buffer.from(query), contentType })
    const reports = () => reportsOfOrder(it.desk.store.db, it.account.id, it.order, 50)
    return { ...it, push, reports }
  }

  it('becomes one event on its order, with plain words for ever and the rest as personal data', async () => {
    const { desk, push, reports, order, account, close } = await setUp()
    const query = `orderNumber=${order}&certificateID=7&${verified}&note=Erika+Muster`
    expect(await push(query)).toEqual({ is: 'recorded' })
    const events = await desk.store.db.selectFrom('event').selectAll().execute()
    expect(events).toMatchObject([
      {
        kind: 'push.received',
        actor_kind: 'program',
        actor_name: 'The CA',
        account_id: account.id,
        order_number: order,
        outcome_kind: null,
        attempt_key: null,
      },
    ])
    expect(JSON.parse(events[0]?.body ?? '')).toEqual({
      eventType: 'CallBack',
      statusCode: '0',
      status: 'verified',
      known: true,
    })
    expect(await reports()).toMatchObject([
      {
        kind: 'verified',
        title: 'Phone number verified',
        statusDesc: 'Phone number verified',
        certificateID: '7',
        raw: [{ name: 'note', value: 'Erika Muster' }],
      },
    ])
    await desk.store.write((tx) => maskPersonal(tx, Number.MAX_SAFE_INTEGER, 10))
    expect(await reports()).toMatchObject([{ kind: 'verified', statusDesc: null, raw: null }])
    expect(await verifyHistory(desk.store.db)).toMatchObject({ ok: true })
    await close()
  })

  it('is written once in 24 hours, also when it comes many times at one moment or to two servers', async () => {
    const { push, secondDesk, account, reports, order, advance, close } = await setUp()
    const second = await secondDesk()
    const query = `orderNumber=${order}&${verified}`
    const content = Buffer.from(query)
    const all = await Promise.all([
      ...Array.from({ length: 5 }, () => push(query)),
      ...Array.from({ length: 5 }, () =>
        recordPush(second, { accountId: account.id, content, contentType: null }),
      ),
    ])
    expect(all.filter(({ is }) => is === 'recorded')).toHaveLength(1)
    expect(all.filter(({ is }) => is === 'repeated')).toHaveLength(9)
    expect(await push(`${query}&more=1`)).toEqual({ is: 'recorded' })
    advance(day + 1)
    expect(await push(query)).toEqual({ is: 'recorded' })
    expect(await reports()).toHaveLength(3)
    await close()
  })

  it('changes nothing but the history: not the hold, an attempt or what was read, and the CA is not asked', async () => {
    const { desk, push, simulator, order, account, people, request, close } = await setUp()
    const { db } = desk.store
    const reading = { order, accountId: account.id, reason: null, automatic: false }
    expect(await readOrderState(desk, { actor: people.agent, ...reading })).toEqual({ is: 'read' })
    simulator.setFault({ orderNumber: order, fault: 'empty', times: 1 })
    expect(await performOperation(desk, request())).toMatchObject({ receipt: { kind: 'unknown' } })
    const hold = { at: desk.now(), reason: 'Paused.', attempt: null }
    await desk.store.write((tx) => placeHold(tx, account.id, hold))
    const tables = ['account', 'attempt', 'order_state', 'read_turn', 'dcv_list', 'back_off'] as const
    const rows = () => Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
    const before = await rows()
    expect(before.slice(0, 3).map(({ length }) => length)).toEqual([1, 1, 1])
    const asked = simulator.requests().length
    for (const query of [
      verified,
      'eventType=Certificate&status=revoked&statusCode=8',
      'eventType=Certificate&status=rejected&statusCode=7&errorCode=-16',
    ])
      await push(`orderNumber=${order}&${query}`)
    expect(await rows()).toEqual(before)
    const events = await db.selectFrom('event').select('kind').orderBy('seq', 'desc').limit(4).execute()
    expect(events.map(({ kind }) => kind === 'push.received')).toEqual([true, true, true, false])
    expect(simulator.requests()).toHaveLength(asked)
    await close()
  })

  it('is not recorded without one plausible order number, and the history stays as it was', async () => {
    const { desk, push, close } = await setUp()
    for (const query of [
      '',
      verified,
      `orderNumber=&${verified}`,
      `orderNumber=1&orderNumber=2&${verified}`,
      `orderNumber=a+b&${verified}`,
      `orderNumber=%00&${verified}`,
      `orderNumber=${'1'.repeat(129)}&${verified}`,
      '[1,2]',
      '{',
    ])
      expect([query, await push(query)]).toEqual([query, { is: 'not-recorded', why: 'no-order' }])
    expect(await push('x'.repeat(70_000))).toEqual({ is: 'not-recorded', why: 'too-large' })
    expect(await desk.store.db.selectFrom('event').select('seq').execute()).toEqual([])
    await close()
  })

  it('keeps what is not known, as plain words that no screen and no line of a log can trip over', async () => {
    const { push, reports, order, close } = await setUp()
    const odd = encodeURIComponent('<b>\u202E\0x\n{"a":1}')
    await push(`orderNumber=${order}&eventType=${odd}&status=${'s'.repeat(64)}&statusCode=99&key=${odd}`)
    const [report] = await reports()
    expect(report).toMatchObject({ known: false, kind: null, statusCode: '99', status: 's'.repeat(40) })
    expect(report?.eventType).toMatch(/^[\w .:?-]{1,40}$/)
    expect(report?.raw).toEqual([{ name: 'key', value: '<b>\\u{202E}\\x00x\n{"a":1}' }])
    await close()
  })

  it('fills one order with a hundred reports a day at the most', async () => {
    const { push, reports, order, advance, close } = await setUp()
    for (let at = 0; at < 100; at++) await push(`orderNumber=${order}&at=${at}`)
    expect(await push(`orderNumber=${order}&at=100`)).toEqual({ is: 'not-recorded', why: 'too-many' })
    advance(day + 1)
    expect(await push(`orderNumber=${order}&at=100`)).toEqual({ is: 'recorded' })
    expect((await reports()).map(({ raw }) => raw?.[0]?.value)[0]).toBe('100')
    await close()
  }, 60_000)

  it('belongs to its account: another account’s reports of the same number are neither read nor shown', async () => {
    const { desk, push, order, account, close } = await setUp()
    await push(`orderNumber=${order}&${verified}`)
    const { db } = desk.store
    expect(await reportsOfOrder(db, crypto.randomUUID(), order, 50)).toEqual([])
    expect(await linesOfOrder(db, order, [{ id: crypto.randomUUID(), label: 'Other' }], 50)).toEqual([])
    expect(await linesOfOrder(db, order, [account], 50)).toMatchObject([
      { kind: 'report', actor: 'The CA', account: { label: 'Test account' }, report: { kind: 'verified' } },
    ])
    await close()
  })
})
