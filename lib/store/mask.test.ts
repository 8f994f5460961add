import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { performOperation } from '#lib/desk/perform-operation.ts'
import { receiptOf } from '#lib/desk/receipt-of.ts'
import { resolveAttempt } from '#lib/desk/resolve-attempt.ts'
import { keepRetention } from '#lib/desk/retention.ts'
import { openTestDesk, type TestDesk } from '#lib/desk/testing/test-desk.ts'
import { findAttempt, insertAttempt } from './attempts.ts'
import { appendEvent, verifyHistory } from './events.ts'
import { maskBefore } from './mask.ts'
import { describeOnBothStores } from './testing.ts'

const by = { kind: 'program', id: 'test', name: 'A test' } as const
const day = 86_400_000

describeOnBothStores('attempts and their history', (openStore) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(openStore)
  })
  afterEach(() => test.close())

  const secret = 'changed-for@example.org'
  /** One done with an address and a reason, one unknown and resolved with a note. */
  async function makeHistory() {
    const done = test.request({
      operation: 'replace-click-through-email',
      actor: test.people.manager,
      order: '10000103',
      input: { adminEmailAddress: secret },
      reason: `${secret} asked by telephone`,
    })
    await performOperation(test.desk, done)
    test.simulator.setFault({ fault: 'reset-after' })
    const lost = test.request({ order: test.otherOrder })
    await performOperation(test.desk, lost)
    await resolveAttempt(test.desk, {
      actor: test.people.manager,
      attempt: lost.key,
      finding: 'carried-out',
      note: `asked ${secret}`,
    })
    return { done, lost }
  }
  const verify = () => verifyHistory(test.desk.store.db)

  it('agree, and stay whole when personal parts are masked; the receipt says so and shows nothing of them', async () => {
    const { done } = await makeHistory()
    expect(await verify()).toMatchObject({ ok: true })
    expect(await test.everythingStored()).toContain(secret)
    await sql`insert into approval (id, operation, account_id, order_number, content_hash, input, reason, requester_kind, requester_id,
      requester_name, requested_at, expires_at, decided_at, note) values ('a', 'x', ${test.account.id}, '1', 'x', ${secret}, ${secret},
      'person', 'p', 'P', 0, 1, 1, ${secret})`.execute(test.desk.store.db)
    test.advance(40 * day)
    const fresh = test.request()
    await performOperation(test.desk, fresh)
    const masked = await maskBefore(test.desk.store, test.desk.now() - 30 * day, by, test.desk.now())
    expect(masked).toMatchObject({ attempts: 2, approvals: 1 })
    expect(await test.everythingStored()).not.toContain(secret)
    expect(await verify()).toMatchObject({ ok: true })
    const row = await findAttempt(test.desk.store.db, done.key)
    const receipt = row === null ? null : receiptOf(row)
    expect(receipt).toMatchObject({ masked: true, input: {}, reason: null, raw: null, message: null })
    expect(receipt?.explanation).toContain('Masked')
    const approval = await test.desk.store.db
      .selectFrom('approval')
      .select(['input', 'reason', 'note'])
      .execute()
    expect(approval).toEqual([{ input: '{}', reason: 'Masked.', note: 'Masked.' }])
    expect((await findAttempt(test.desk.store.db, fresh.key))?.input).not.toBe('{}')
    const events = await test.desk.store.db
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'history.masked')
      .execute()
    expect(events.map((event) => JSON.parse(event.body))).toEqual([
      expect.objectContaining({ attempts: 2, before: expect.any(Number) }),
    ])
    const again = await maskBefore(test.desk.store, test.desk.now() - 30 * day, by, test.desk.now())
    expect(again).toMatchObject({ events: 0, attempts: 0 })
  })

  it('are left as they are while a call is under way, and while a change still waits for a second person', async () => {
    const sent = test.request()
    await performOperation(test.desk, sent)
    const { db, write } = test.desk.store
    const { account_label: _, ...row } = (await findAttempt(db, sent.key)) ?? expect.fail('It was sent.')
    const open = { ...row, key: 'open', settled_at: null, outcome_kind: null, outcome: null, raw: null }
    await write((tx) => insertAttempt(tx, open))
    test.advance(40 * day)
    const now = test.desk.now()
    await sql`insert into approval (id, operation, account_id, order_number, content_hash, input, reason, requester_kind, requester_id,
      requester_name, requested_at, expires_at) values ('a', 'x', ${test.account.id}, '1', 'x', ${secret}, ${secret}, 'person', 'p', 'P',
      0, ${now + day})`.execute(db)
    const masked = await maskBefore(test.desk.store, now - 30 * day, by, now)
    expect(masked).toMatchObject({ attempts: 1, approvals: 0 })
    expect((await findAttempt(db, 'open'))?.input).toBe(row.input)
  })

  it('are masked by one server a day, once they are that many days old', async () => {
    await makeHistory()
    const second = await test.secondDesk()
    test.advance(20 * day)
    const younger = test.request()
    await performOperation(test.desk, younger)
    test.advance(20 * day)
    const done = await Promise.all([test.desk, second, test.desk].map((desk) => keepRetention(desk, 30)))
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await keepRetention(second, 30)).toBe(false)
    test.advance(day)
    expect(await keepRetention(second, 30)).toBe(true)
    expect(await test.everythingStored()).not.toContain(secret)
    expect((await findAttempt(test.desk.store.db, younger.key))?.input).not.toBe('{}')
    expect(await verify()).toMatchObject({ ok: true })
  })

  it('tell in the history what was masked before a run was broken off, and the next run tells only the rest', async () => {
    const { store } = test.desk
    await store.write(async (tx) => {
      for (let n = 0; n < 600; n++)
        await appendEvent(tx, { at: 1, kind: 'test.happened', actor: by, body: {}, personal: { n } })
    })
    const masked = async () => {
      const { db } = store
      const gone = db
        .selectFrom('event')
        .where('personal_digest', 'is not', null)
        .where('personal', 'is', null)
      const told = db.selectFrom('event').select('body').where('kind', '=', 'history.masked')
      const bodies = (await told.execute()).map(({ body }) => JSON.parse(body) as { events: number })
      const { count } = await gone
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return { gone: count, told: bodies.reduce((sum, { events }) => sum + events, 0) }
    }
    let left = 1
    const brokenOff: typeof store = {
      ...store,
      write: (work) => (left-- > 0 ? store.write(work) : Promise.reject(new Error('The power went.'))),
    }
    await expect(maskBefore(brokenOff, 2, by, test.desk.now())).rejects.toThrow('The power went.')
    expect(await masked()).toEqual({ gone: 500, told: 500 })
    expect(await verify()).toMatchObject({ ok: true })
    expect(await maskBefore(store, 2, by, test.desk.now())).toMatchObject({ events: 100 })
    expect(await masked()).toEqual({ gone: 600, told: 600 })
    expect(await verify()).toMatchObject({ ok: true })
  })

  const attacks: readonly (readonly [string, string, string])[] = [
    [
      'an outcome made better',
      `update attempt set outcome_kind = 'done' where outcome_kind = 'unknown'`,
      'says done',
    ],
    [
      'an address put in later',
      `update attempt set input = '{"emailAddress":"other@example.org"}'`,
      'its input',
    ],
    ['another reason', `update attempt set reason = 'something else'`, 'its reason'],
    ['another reply', `update attempt set raw = 'errorCode=0'`, 'its reply'],
    ['another actor', `update attempt set actor_id = 'somebody'`, 'its actor_id'],
    ['another order', `update attempt set order_number = '1'`, 'its order_number'],
    ['a finding without an event', `update attempt set resolution = '{"finding":"cannot-tell"}'`, 'finding'],
    ['a removed attempt', `delete from attempt`, 'was removed'],
    [
      'a hidden outcome',
      `update attempt set masked_at = 1, input = '{}'`,
      'was masked, and its intent was not',
    ],
  ]
  it.each(attacks)('show %s', async (_, statement, problem) => {
    await makeHistory()
    expect(await verify()).toMatchObject({ ok: true })
    await sql.raw(statement).execute(test.desk.store.db)
    expect(await verify()).toMatchObject({ ok: false, problem: expect.stringContaining(problem) })
  })

  it('prove whole while servers write', async () => {
    const performing = (async () => {
      for (let index = 0; index < 25; index++)
        await performOperation(test.desk, test.request({ order: `8000${index}` }))
    })()
    for (let round = 0; round < 8; round++) expect(await verify()).toMatchObject({ ok: true })
    await performing
    expect(await verify()).toMatchObject({ ok: true })
  })
})
