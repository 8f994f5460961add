import { afterEach, beforeEach, expect, it } from 'vitest'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { findApproval } from '#lib/store/approvals.ts'
import { insertPerson } from '#lib/store/people.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { approveChange, declineChange, sweepApprovals, withdrawChange } from './decide-approval.ts'
import type { Desk } from './desk.ts'
import { performOperation } from './perform-operation.ts'
import type { Actor } from './receipt.ts'
import { defaultRules, saveRules } from './rules.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const hour = 3_600_000

describeOnBothStores('a contact change that needs a second person', (open) => {
  let test: TestDesk
  let second: Actor
  beforeEach(async () => {
    test = await openTestDesk(open)
    second = { kind: 'person', id: crypto.randomUUID(), name: 'Another manager', role: 'manager' }
    const { id, name, role } = second
    const row = { id, name, role, email: 'second@example.org', password_hash: 'none', created_at: 0 }
    await test.desk.store.write((tx) =>
      insertPerson(tx, { ...row, disabled_at: null, second_factor_required_at: null }),
    )
    const rules = { ...defaultRules, secondPerson: true }
    expect(await saveRules(test.desk, { actor: test.people.administrator, rules })).toEqual({ ok: true })
  })
  afterEach(() => test.close())

  const change = (key = crypto.randomUUID(), actor = test.people.manager) =>
    test.request({
      actor,
      key,
      operation: 'replace-callback-phone',
      input: test.validInput('replace-callback-phone'),
      reason: 'The customer’s office has moved.',
    })
  async function request(): Promise<string> {
    const wanted = change()
    expect(await performOperation(test.desk, wanted)).toMatchObject({ notSent: { cause: 'approval' } })
    return wanted.key
  }
  const approve = (approval: string, actor: Actor = second, desk: Desk = test.desk) =>
    approveChange(desk, { actor, approval, note: '' })
  const sent = () => test.simulator.requests().length
  const kinds = async () =>
    (await test.desk.store.db.selectFrom('event').select('kind').orderBy('seq').execute()).map(
      ({ kind }) => kind,
    )

  it('sends nothing before somebody else has agreed, and then once, as the requester’s attempt', async () => {
    const approval = await request()
    expect(sent()).toBe(0)
    expect(await approve(approval)).toMatchObject({
      ok: true,
      performed: { is: 'receipt', receipt: { attempt: approval, actor: { id: test.people.manager.id } } },
    })
    expect(sent()).toBe(1)
    expect(await approve(approval)).toMatchObject({ ok: false })
    expect(sent()).toBe(1)
    const [intended] = await test.desk.store.db
      .selectFrom('event')
      .select('body')
      .where('kind', '=', 'attempt.intended')
      .execute()
    expect(JSON.parse(intended?.body ?? '')).toMatchObject({ approvedBy: second.id })
  })

  it('is asked for once for each key, and answers a repeat after the sending with the receipt', async () => {
    const wanted = change()
    await Promise.all([performOperation(test.desk, wanted), performOperation(test.desk, wanted)])
    expect((await kinds()).filter((kind) => kind === 'approval.requested')).toHaveLength(1)
    await approve(wanted.key)
    expect(await performOperation(test.desk, wanted)).toMatchObject({
      is: 'receipt',
      receipt: { repeated: true },
    })
    expect(sent()).toBe(1)
  })

  it('is sent once when two approve in the same moment on two servers', async () => {
    const approval = await request()
    const other = await test.secondDesk()
    const answers = await Promise.all([
      approve(approval),
      approve(approval, test.people.administrator, other),
      approve(approval, second, other),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(sent()).toBe(1)
  })

  it('is never approved by whoever asked, by an agent, by a viewer, or by somebody who was disabled', async () => {
    const approval = await request()
    for (const who of ['manager', 'agent', 'viewer'] as const)
      expect(await approve(approval, test.people[who])).toMatchObject({ ok: false })
    await test.disable(second)
    expect(await approve(approval)).toMatchObject({ ok: false })
    expect(sent()).toBe(0)
  })

  it('is not there for people who may not see the account', async () => {
    const approval = await request()
    const program = { kind: 'program', id: 'test', name: 'Test' } as const
    await restrictAccount({ account: test.account.id, people: [test.people.manager.id] }, program)
    expect(await approve(approval)).toMatchObject({
      ok: false,
      errors: [{ message: 'There is no such request.' }],
    })
  })

  it('ends with a reason when it is declined, by the requester when it is withdrawn, and by itself after its time', async () => {
    const [declined, withdrawn, late] = [await request(), await request(), await request()]
    expect(await declineChange(test.desk, { actor: second, approval: declined, note: '' })).toMatchObject({
      ok: false,
    })
    const note = 'The number is not the company’s.'
    expect(await declineChange(test.desk, { actor: second, approval: declined, note })).toMatchObject({
      ok: true,
    })
    expect(await withdrawChange(test.desk, { actor: second, approval: withdrawn, note: '' })).toMatchObject({
      ok: false,
    })
    const own = { actor: test.people.manager, approval: withdrawn, note: '' }
    expect(await withdrawChange(test.desk, own)).toMatchObject({ ok: true })
    test.advance(25 * hour)
    expect(await approve(late)).toMatchObject({ ok: false })
    expect(await sweepApprovals(test.desk)).toBe(1)
    for (const approval of [declined, withdrawn, late])
      expect(await approve(approval)).toMatchObject({ ok: false })
    expect(sent()).toBe(0)
    expect(await kinds()).toEqual(
      expect.arrayContaining(['approval.declined', 'approval.withdrawn', 'approval.expired']),
    )
  })

  it('waits again when a guard stops it after the approval, and can be approved later', async () => {
    const approval = await request()
    test.simulator.setAccount('demo-eu', { locked: true })
    await performOperation(test.desk, test.request())
    expect(await approve(approval)).toMatchObject({ performed: { notSent: { cause: 'hold' } } })
    test.simulator.setAccount('demo-eu', { locked: false })
    const open = { held_at: null, hold_reason: null, hold_attempt: null }
    await test.desk.store.write((tx) => tx.updateTable('account').set(open).execute())
    test.desk.ca.allow(test.account.id)
    expect(await approve(approval)).toMatchObject({ performed: { is: 'receipt' } })
  })

  it('waits again when the server dies between approval and sending, and is sent once after that', async () => {
    const approval = await request()
    const dies: Desk = { ...test.desk, store: { ...test.desk.store, write: dyingWrite(test.desk) } }
    void approve(approval, second, dies).catch(() => {})
    await expect.poll(async () => (await kinds()).includes('approval.approved')).toBe(true)
    test.advance(hour)
    await sweepApprovals(test.desk)
    expect(await approve(approval)).toMatchObject({ performed: { is: 'receipt' } })
    expect(sent()).toBe(1)
  })

  it('stays approved when a sweep that looked before the fresh approval comes to its end after it', async () => {
    const approval = await request()
    const crash = async () => {
      const before = (await kinds()).filter((kind) => kind === 'approval.approved').length
      const dies: Desk = { ...test.desk, store: { ...test.desk.store, write: dyingWrite(test.desk) } }
      void approve(approval, second, dies).catch(() => {})
      await expect
        .poll(async () => (await kinds()).filter((kind) => kind === 'approval.approved').length)
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
    expect(row).toMatchObject({ decision: 'approved', decider_id: second.id })
    expect((await kinds()).filter((kind) => kind === 'approval.reopened')).toHaveLength(1)
  })

  it('cannot be approved once its requester has no access any more', async () => {
    const approval = await request()
    await test.disable(test.people.manager)
    expect(await approve(approval)).toMatchObject({ ok: false })
    expect(sent()).toBe(0)
  })

  it('goes past the duplicate guard when that was asked for with a reason, and only then', async () => {
    await approve(await request())
    expect(await approve(await request())).toMatchObject({ performed: { notSent: { cause: 'duplicate' } } })
    const again = { ...change(), override: true, reason: 'The CA’s support took the number back.' }
    expect(await performOperation(test.desk, again)).toMatchObject({ notSent: { cause: 'approval' } })
    expect(await performOperation(test.desk, { ...again, override: false })).toMatchObject({
      notSent: { cause: 'key-reused' },
    })
    expect(await approve(again.key)).toMatchObject({ performed: { is: 'receipt' } })
    expect(sent()).toBe(2)
  })

  it('is asked for as often within a minute as attempts are, and a repeat of a request does not count', async () => {
    const desk = { ...test.desk, limits: { ...test.desk.limits, attemptsPerMinute: 2 } }
    const ask = async (wanted = change()) => {
      const performed = await performOperation(desk, wanted)
      return performed.is === 'receipt' ? 'receipt' : performed.notSent.cause
    }
    const first = change()
    expect([await ask(first), await ask(), await ask(), await ask(first)]).toEqual([
      'approval',
      'approval',
      'throttled',
      'approval',
    ])
    expect(await ask(change(undefined, test.people.administrator))).toBe('approval')
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
