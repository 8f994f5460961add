import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { actorOfToken, issueToken } from '#lib/auth/tokens.ts'
import { clock } from '#lib/clock.ts'
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

describeOnBothStores('a restricted account', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
    globalThis.unstuckDesk = Promise.resolve(test.desk)
  })
  afterEach(async () => {
    globalThis.unstuckDesk = undefined
    await test.close()
  })

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
    const seen = async (reader: Actor) => {
      const { filter } = readActivityFilter({})
      const csv = await new Response(await exportActivity(test.desk, reader, filter)).text()
      return {
        accounts: (await readOrder(reader, test.order, null)).accounts.length,
        timeline: (await readOrder(reader, test.order, null)).timeline.length,
        receipt: (await readReceipt(reader, attempt)) !== null,
        team: (await readDesk(reader)).team.length,
        palette: (await findAnything(test.desk, reader, { order: test.order, words: '' })).orders.length,
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
      activity: 1,
      csv: true,
    }
    const nothing = { accounts: 0, timeline: 0, receipt: false, team: 0, palette: 0, activity: 0, csv: false }
    expect(await seen(test.people.agent)).toEqual(nothing)
    expect(await seen(test.people.viewer)).toEqual(nothing)
    expect(await seen(test.people.manager)).toEqual(everything)
    expect(await seen(test.people.administrator)).toEqual(everything)
    await restrictAccount({ account: test.account.id, people: null }, program)
    expect(await seen(test.people.agent)).toEqual(everything)
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
