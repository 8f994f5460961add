import { afterEach, beforeEach, expect, it } from 'vitest'
import type { OperationId } from '#lib/ca/operation.ts'
import { findAttempt, type AttemptRow } from '#lib/store/attempts.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { bookedCallsOfOrder } from './booked-calls.ts'
import { performOperation } from './perform-operation.ts'
import { readDcvList } from './read-dcv-list.ts'
import { readDesk } from './read-desk.ts'
import { readOrder } from './read-order.ts'
import { recordPush } from './record-push.ts'
import { resolveAttempt } from './resolve-attempt.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const day = 86_400_000
const unknown = { kind: 'unknown', title: 'Nobody knows' }
const utc = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ')

describeOnBothStores('an order’s page and the desk', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  const tomorrow = () => utc(test.desk.now() + day)
  const book = async () => {
    const sent = await performOperation(test.desk, test.request({ input: { preferredTimeUTC: tomorrow() } }))
    return sent.is === 'receipt' ? sent.receipt.attempt : ''
  }
  /** Later attempts beyond any page's limit, each like one that was made. */
  const addLater = async (like: string, count: number, changes: Partial<AttemptRow>) => {
    const { db } = test.desk.store
    const first = await findAttempt(db, like)
    if (first === null) throw new Error('not made')
    const { account_label: _label, ...row } = first
    const rows = Array.from({ length: count }, (_, n) => ({
      ...row,
      ...changes,
      key: crypto.randomUUID(),
      intended_at: row.intended_at + n + 1,
    }))
    for (let at = 0; at < rows.length; at += 100)
      await db
        .insertInto('attempt')
        .values(rows.slice(at, at + 100))
        .execute()
  }
  const order = () => readOrder(test.people.agent, test.order, null)

  it('keep a booked call on the order’s page, however much was tried after it', async () => {
    const booked = await book()
    await addLater(booked, 60, { operation: 'resend-callback-email', input: '{}' })
    await addLater(booked, 600, { outcome_kind: 'refused' })
    const view = await order()
    expect(view.timeline.map(({ line }) => line.attempt)).not.toContain(booked)
    expect(view.taken.map(({ attempt }) => attempt)).toContain(booked)
    expect(view.taken).toHaveLength(61)
  })

  it('keep a call of tomorrow on the desk, however many were booked for other days after it', async () => {
    const booked = await book()
    const input = JSON.stringify({ preferredTimeUTC: utc(test.desk.now() + 20 * day) })
    await addLater(booked, 600, { input })
    expect((await readDesk(test.people.agent)).calls.map(({ attempt }) => attempt.attempt)).toEqual([booked])
  })

  it.each([
    ['carried-out', [true]],
    ['cannot-tell', [false]],
    ['not-carried-out', []],
  ])('agree about the call of an unknown attempt that was found to be %s', async (finding, certain) => {
    await addLater(await book(), 1, { outcome_kind: 'unknown', outcome: JSON.stringify(unknown) })
    const reader = test.people.agent
    const [attempt] = (await readDesk(reader)).unknowns
    await test.desk.store.db.deleteFrom('attempt').where('outcome_kind', '=', 'done').execute()
    expect((await readDesk(reader)).calls).toEqual([])

    const found = { actor: reader, attempt: attempt?.attempt ?? '', finding, note: 'The CA’s page says so.' }
    expect(await resolveAttempt(test.desk, found)).toMatchObject({ ok: true })
    const onDesk = (await readDesk(reader)).calls.map(({ isCertain }) => isCertain)
    const onPage = bookedCallsOfOrder((await order()).taken, test.desk.now()).map(
      ({ isCertain }) => isCertain,
    )
    expect({ onDesk, onPage }).toEqual({ onDesk: certain, onPage: certain })
  })

  it('offer an unknown attempt for resolving to whoever may, and only to look at to others', async () => {
    await addLater(await book(), 1, { outcome_kind: 'unknown' })
    const { agent, manager, viewer } = test.people
    const offered = async (reader: typeof agent) =>
      (await readDesk(reader)).unknowns.map((line) => line.mayResolve)
    expect(await offered(agent)).toEqual([true])
    expect(await offered(manager)).toEqual([true])
    expect(await offered(viewer)).toEqual([false])
  })

  it('take a report that stops the order into its steps, however many that mean nothing came after it', async () => {
    const push = (content: string) =>
      recordPush(test.desk, {
        accountId: test.account.id,
        content: Buffer.from(`orderNumber=${test.order}&${content}`),
        contentType: null,
      })
    await push('eventType=Certificate&status=rejected&statusCode=7')
    for (let n = 0; n < 40; n++) await push(`eventType=Other&status=${n}`)
    expect((await order()).state?.steps.blocking).toMatchObject({ id: 'issued', rawValue: 'rejected, 7' })
  })

  it('carry the lists of addresses, with the CA’s own texts, to the form that picks from them alone', async () => {
    const { agent } = test.people
    const about = { actor: agent, account: test.account.id, order: test.order }
    await readDcvList(test.desk, { ...about, domain: 'app.sternwarte-sued.example' })
    const listsOf = async (open: OperationId | null) =>
      (await readOrder(agent, test.order, null, open)).dcvLists.map(({ domain }) => domain)
    expect(await listsOf('resend-dcv-email')).toEqual(['app.sternwarte-sued.example'])
    expect(await listsOf('schedule-callback')).toEqual([])
    expect(await listsOf(null)).toEqual([])
  })

  it('count the contact of an attempt of unknown outcome once a person found that it was carried out', async () => {
    const phone = {
      operation: 'replace-callback-phone',
      input: JSON.stringify({ phoneNumber: '+31201234567' }),
    }
    const resolution = JSON.stringify({ finding: 'carried-out', note: 'Asked.', at: 1, by: 'Max' })
    const unknown = { ...phone, outcome_kind: 'unknown', outcome: JSON.stringify({ kind: 'unknown' }) }
    const booked = await book()
    await addLater(booked, 1, unknown)
    expect((await order()).known.phone).toBeNull()
    await addLater(booked, 1, { ...unknown, resolved_at: 1, resolution })
    expect((await order()).known.phone).toMatchObject({ value: '+31201234567' })
  })
})
