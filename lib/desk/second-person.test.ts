import { afterEach, beforeEach, expect, it } from 'vitest'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { findApproval } from '#lib/store/approvals.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { declineChange, withdrawChange } from './decide-approval.ts'
import type { Desk } from './desk.ts'
import { performOperation } from './perform-operation.ts'
import { sweepApprovals } from './sweep-approvals.ts'
import { withSecondPerson } from './testing/approvals.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const hour = 3_600_000

describeOnBothStores('a contact change that needs a second person', (open) => {
  let test: TestDesk
  let two: Awaited<ReturnType<typeof withSecondPerson>>
  beforeEach(async () => {
    test = await openTestDesk(open)
    two = await withSecondPerson(test)
  })
  afterEach(() => test.close())

  it('sends nothing before somebody else has agreed, and then once, as the requester’s attempt', async () => {
    const approval = await two.request()
    expect(two.sent()).toBe(0)
    expect(await two.approve(approval)).toMatchObject({
      ok: true,
      performed: { is: 'receipt', receipt: { attempt: approval, actor: { id: test.people.manager.id } } },
    })
    expect(two.sent()).toBe(1)
    expect(await two.approve(approval)).toMatchObject({ ok: false })
    expect(two.sent()).toBe(1)
    const [intended] = await test.desk.store.db
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'attempt.intended')
      .execute()
    expect(JSON.parse(intended?.body ?? '')).toMatchObject({ approvedBy: two.second.id })
  })

  it('is asked for once for each key, and answers a repeat after the sending with the receipt', async () => {
    const wanted = two.change()
    await Promise.all([performOperation(test.desk, wanted), performOperation(test.desk, wanted)])
    expect((await two.kinds()).filter((kind) => kind === 'approval.requested')).toHaveLength(1)
    await two.approve(wanted.key)
    expect(await performOperation(test.desk, wanted)).toMatchObject({
      is: 'receipt',
      receipt: { repeated: true },
    })
    expect(two.sent()).toBe(1)
  })

  it('is sent once when two approve in the same moment on two servers', async () => {
    const approval = await two.request()
    const other = await test.secondDesk()
    const answers = await Promise.all([
      two.approve(approval),
      two.approve(approval, test.people.administrator, other),
      two.approve(approval, two.second, other),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(two.sent()).toBe(1)
  })

  it('is never approved by whoever asked, by an agent, by a viewer, or by somebody who was disabled', async () => {
    const approval = await two.request()
    for (const who of ['manager', 'agent', 'viewer'] as const)
      expect(await two.approve(approval, test.people[who])).toMatchObject({ ok: false })
    await test.disable(two.second)
    expect(await two.approve(approval)).toMatchObject({ ok: false })
    expect(two.sent()).toBe(0)
  })

  it('is not there for people who may not see the account', async () => {
    const approval = await two.request()
    const program = { kind: 'program', id: 'test', name: 'Test' } as const
    await restrictAccount({ account: test.account.id, people: [test.people.manager.id] }, program)
    expect(await two.approve(approval)).toMatchObject({
      ok: false,
      errors: [{ message: 'There is no such request.' }],
    })
  })

  it('ends with a reason when it is declined, by the requester when it is withdrawn, and by itself after its time', async () => {
    const [declined, withdrawn, late] = [await two.request(), await two.request(), await two.request()]
    expect(await declineChange(test.desk, { actor: two.second, approval: declined, note: '' })).toMatchObject(
      {
        ok: false,
      },
    )
    const note = 'The number is not the company’s.'
    expect(await declineChange(test.desk, { actor: two.second, approval: declined, note })).toMatchObject({
      ok: true,
    })
    expect(
      await withdrawChange(test.desk, { actor: two.second, approval: withdrawn, note: '' }),
    ).toMatchObject({
      ok: false,
    })
    const own = { actor: test.people.manager, approval: withdrawn, note: '' }
    expect(await withdrawChange(test.desk, own)).toMatchObject({ ok: true })
    test.advance(25 * hour)
    expect(await two.approve(late)).toMatchObject({ ok: false })
    expect(await sweepApprovals(test.desk)).toBe(1)
    for (const approval of [declined, withdrawn, late])
      expect(await two.approve(approval)).toMatchObject({ ok: false })
    expect(two.sent()).toBe(0)
    expect(await two.kinds()).toEqual(
      expect.arrayContaining(['approval.declined', 'approval.withdrawn', 'approval.expired']),
    )
  })

  it('waits again when a guard stops it after the approval, and can be approved later', async () => {
    const approval = await two.request()
    test.simulator.setAccount('demo-eu', { locked: true })
    await performOperation(test.desk, test.request())
    expect(await two.approve(approval)).toMatchObject({ performed: { notSent: { cause: 'hold' } } })
    test.simulator.setAccount('demo-eu', { locked: false })
    const open = { held_at: null, hold_reason: null, hold_attempt: null }
    await test.desk.store.write((tx) => tx.updateTable('account').set(open).execute())
    test.desk.ca.allow(test.account.id)
    expect(await two.approve(approval)).toMatchObject({ performed: { is: 'receipt' } })
  })

  it('waits again when the server dies between approval and sending, and is sent once after that', async () => {
    const approval = await two.request()
    const dies: Desk = { ...test.desk, store: { ...test.desk.store, write: dyingWrite(test.desk) } }
    void two.approve(approval, two.second, dies).catch(() => {})
    await expect.poll(async () => (await two.kinds()).includes('approval.approved')).toBe(true)
    test.advance(hour)
    await sweepApprovals(test.desk)
    expect(await two.approve(approval)).toMatchObject({ performed: { is: 'receipt' } })
    expect(two.sent()).toBe(1)
  })

  it('stays approved when a sweep that looked before the fresh approval comes to its end after it', async () => {
    const approval = await two.request()
    const crash = async () => {
      const before = (await two.kinds()).filter((kind) => kind === 'approval.approved').length
      const dies: Desk = { ...test.desk, store: { ...test.desk.store, write: dyingWrite(test.desk) } }
      void two.approve(approval, two.second, dies).catch(() => {})
      await expect
        .poll(async () => (await two.kinds()).filter((kind) => kind === 'approval.approved').length)
        .toBe(before + 1)
    }
    await crash()
    test.advance(hour)
    const other = await test.secondDesk()
    const gate = Promise.withResolvers<void>()
    const looked = Promise.withResolvers<void>()
    const write: Desk['store']['write'] = async (work) => {
      looked.resolve()
      await gate.promise
      return other.store.write(work)
    }
    const late = sweepApprovals({ ...other, store: { ...other.store, write } })
    await looked.promise
    await sweepApprovals(test.desk)
    await crash()
    gate.resolve()
    await late
    const row = await findApproval(test.desk.store.db, approval)
    expect(row).toMatchObject({ decision: 'approved', decider_id: two.second.id })
    expect((await two.kinds()).filter((kind) => kind === 'approval.reopened')).toHaveLength(1)
  })

  it('cannot be approved once its requester has no access any more', async () => {
    const approval = await two.request()
    await test.disable(test.people.manager)
    expect(await two.approve(approval)).toMatchObject({ ok: false })
    expect(two.sent()).toBe(0)
  })

  it('goes past the duplicate guard when that was asked for with a reason, and only then', async () => {
    const [first, second] = [await two.request(), await two.request()]
    await two.approve(first)
    expect(await two.approve(second)).toMatchObject({ performed: { notSent: { cause: 'duplicate' } } })
    const again = two.change({ override: true, reason: 'The CA’s support took the number back.' })
    expect(await two.ask(again)).toBe('approval')
    expect(await two.ask({ ...again, override: false })).toBe('key-reused')
    expect(await two.approve(again.key)).toMatchObject({ performed: { is: 'receipt' } })
    expect(two.sent()).toBe(2)
  })

  it('is asked for as often within a minute as attempts are, and a repeat of a request does not count', async () => {
    const desk = { ...test.desk, limits: { ...test.desk.limits, attemptsPerMinute: 2 } }
    const ask = (wanted = two.change()) => two.ask(wanted, desk)
    const first = two.change()
    expect([await ask(first), await ask(), await ask(), await ask(first)]).toEqual([
      'approval',
      'approval',
      'throttled',
      'approval',
    ])
    expect(await ask(two.change({ actor: test.people.administrator }))).toBe('approval')
    test.advance(60_000)
    expect(await ask()).toBe('approval')
  })

  it('sends at once what is no contact change', async () => {
    expect(await performOperation(test.desk, test.request())).toMatchObject({ is: 'receipt' })
  })
})

/** Writes once, and then never again, as a server that was killed. */
function dyingWrite({ store }: Desk): Desk['store']['write'] {
  let writes = 0
  return (work) => (writes++ === 0 ? store.write(work) : new Promise(() => {}))
}
