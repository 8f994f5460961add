import { afterEach, beforeEach, expect, it } from 'vitest'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { insertAccount } from '#lib/store/accounts.ts'
import { findApproval, insertApproval } from '#lib/store/approvals.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { declineChange, withdrawChange } from './decide-approval.ts'
import { readDesk } from './read-desk.ts'
import { readOrder } from './read-order.ts'
import type { Actor } from './receipt.ts'
import { sweepApprovals } from './sweep-approvals.ts'
import { withSecondPerson } from './testing/approvals.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const hour = 3_600_000

describeOnBothStores('what is shown of contact changes that need a second person', (open) => {
  let test: TestDesk
  let two: Awaited<ReturnType<typeof withSecondPerson>>
  let second: Actor
  beforeEach(async () => {
    test = await openTestDesk(open)
    two = await withSecondPerson(test)
    second = two.second
  })
  afterEach(() => test.close())

  const request = (phoneNumber = '+442079460001', order = test.order) =>
    two.request({ order, input: { phoneNumber }, ticket: { id: '48213', system: 'zendesk' } })
  const onOrder = async (reader: Actor) => (await readOrder(reader, test.order, null)).approvals
  const onDesk = async (reader: Actor) => (await readDesk(reader)).approvals

  it('tells the order’s readers what waits, and each what they may do: the second person decides, the requester withdraws', async () => {
    const id = await request()
    expect((await onOrder(second)).waiting).toMatchObject([
      {
        id,
        operation: 'replace-callback-phone',
        order: test.order,
        account: { id: test.account.id, label: 'Test account' },
        ticket: { id: '48213', system: 'zendesk' },
        reason: 'The customer’s office has moved.',
        requester: 'A test manager',
        input: { phoneNumber: '+442079460001' },
        known: { phone: null },
      },
    ])
    const may = async (reader: Actor) => (await onOrder(reader)).waiting.map((one) => one.may)
    const { viewer, agent, manager, administrator } = test.people
    expect(await Promise.all([second, administrator, manager, agent, viewer].map(may))).toEqual([
      ['decide'],
      ['decide'],
      ['withdraw'],
      [null],
      [null],
    ])
  })

  it('puts the contact that this desk named last beside the one that is asked for', async () => {
    await two.approve(await request('+442079460009'))
    test.advance(test.desk.limits.duplicateWindow + 1)
    await request('+442079460001')
    expect((await onOrder(second)).waiting[0]?.known.phone?.value).toBe('+442079460009')
  })

  it('lists on the desk what one may decide and one’s own that wait, and to nobody else anything', async () => {
    const [first, other] = [await request(), await request('+442079460002', test.otherOrder)]
    for (const reader of [second, test.people.administrator, test.people.manager])
      expect((await onDesk(reader)).map(({ id }) => id)).toEqual([first, other])
    for (const reader of [test.people.agent, test.people.viewer]) expect(await onDesk(reader)).toEqual([])
  })

  it('shows nothing of an account to people who may not use it', async () => {
    await request()
    await restrictAccount(
      { account: test.account.id, people: [test.people.manager.id] },
      { kind: 'program', id: 'test', name: 'Test' },
    )
    expect(await onDesk(second)).toEqual([])
    expect(await onOrder(second)).toEqual({ waiting: [], decided: [] })
    expect((await onOrder(test.people.manager)).waiting).toHaveLength(1)
  })

  it('keeps what was decided for thirty days, with who decided it and why, and asks nobody about it any more', async () => {
    const [yes, no, back, late] = [await request(), await request(), await request(), await request()]
    const { manager } = test.people
    test.advance(1)
    await two.approve(yes)
    await declineChange(test.desk, { actor: second, approval: no, note: 'Not the company’s number.' })
    await withdrawChange(test.desk, { actor: manager, approval: back, note: '' })
    test.advance(25 * hour)
    const found = async () =>
      new Map(
        (await onOrder(second)).decided.map(({ id, decision, decider, note }) => [
          id,
          { decision, decider, note },
        ]),
      )
    const expected = new Map([
      [yes, { decision: 'approved', decider: 'Another manager', note: null }],
      [no, { decision: 'declined', decider: 'Another manager', note: 'Not the company’s number.' }],
      [back, { decision: 'withdrawn', decider: 'A test manager', note: null }],
      [late, { decision: 'expired', decider: null, note: null }],
    ])
    expect(await found(), 'before the sweep has marked it').toEqual(expected)
    expect((await onOrder(second)).waiting).toEqual([])
    expect(await onDesk(second)).toEqual([])
    await sweepApprovals(test.desk)
    expect(await found(), 'after it').toEqual(expected)
    test.advance(31 * 24 * hour)
    expect((await onOrder(second)).decided).toEqual([])
  })

  it('says of a request that it goes past the duplicate guard, with the reason', async () => {
    await two.approve(await request())
    const reason = 'The CA’s support took the number back.'
    const id = await two.request({ override: true, reason })
    expect((await onOrder(second)).waiting).toMatchObject([{ id, override: true, reason }])
    await withdrawChange(test.desk, { actor: test.people.manager, approval: id, note: '' })
    await request(undefined, test.otherOrder)
    expect(await onDesk(second)).toMatchObject([{ override: false }])
  })

  it('keeps nobody’s request from them, however many wait for other accounts and other people', async () => {
    const own = await request()
    const row = await findApproval(test.desk.store.db, own)
    if (row === null) throw new Error('the request is not there')
    const hidden = { ...test.account, id: crypto.randomUUID(), label: 'Hidden account', restricted_at: 1 }
    const older = { ...row, requested_at: row.requested_at - 1 }
    await test.desk.store.write(async (tx) => {
      await insertAccount(tx, hidden)
      for (let at = 0; at < 510; at++)
        await insertApproval(tx, { ...older, id: `hidden-${at}`, account_id: hidden.id })
      for (let at = 0; at < 510; at++)
        await insertApproval(tx, { ...older, id: `other-${at}`, order_number: '7', requester_id: second.id })
    })
    const mine = { ...test.people.manager, role: 'agent' } as const
    expect((await onDesk(mine)).map(({ id }) => id)).toEqual([own])
    expect((await onOrder(second)).waiting.map(({ id }) => id)).toEqual([own])
  })

  it('tells the form whether contact changes need a second person', async () => {
    expect((await readOrder(second, test.order, null)).secondPerson).toBe(true)
    await two.rule(false)
    expect((await readOrder(second, test.order, null)).secondPerson).toBe(false)
  })
})
