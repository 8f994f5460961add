import { afterEach, beforeEach, expect, it } from 'vitest'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { findApproval } from '#lib/store/approvals.ts'
import { replaceRole } from '#lib/store/people.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { declineChange, withdrawChange } from './decide-approval.ts'
import type { Desk } from './desk.ts'
import { performOperation } from './perform-operation.ts'
import { sweepApprovals } from './sweep-approvals.ts'
import { withSecondPerson } from './testing/approvals.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const hour = 3_600_000
const minute = 60_000

describeOnBothStores('an approval and the sending that it allows', (open) => {
  let test: TestDesk
  let two: Awaited<ReturnType<typeof withSecondPerson>>
  beforeEach(async () => {
    test = await openTestDesk(open)
    two = await withSecondPerson(test)
  })
  afterEach(() => test.close())

  /** A server that comes to a halt between the approval and the intent, as a suspended machine does, until it is let go. */
  function halting() {
    const gate = Promise.withResolvers<void>()
    const halted = Promise.withResolvers<void>()
    let writes = 0
    const write: Desk['store']['write'] = async (work) => {
      if (writes++ === 1) {
        halted.resolve()
        await gate.promise
      }
      return test.desk.store.write(work)
    }
    return {
      desk: { ...test.desk, store: { ...test.desk.store, write } },
      halted: halted.promise,
      goOn: gate.resolve,
    }
  }

  it('sends nothing for an approval that was taken back while its server stood still, and somebody declined', async () => {
    const approval = await two.request()
    const slow = halting()
    const approved = two.approve(approval, two.second, slow.desk)
    await slow.halted
    test.advance(hour)
    const other = await test.secondDesk()
    await sweepApprovals(other)
    const note = 'The number is not the company’s.'
    const actor = test.people.administrator
    expect(await declineChange(other, { actor, approval, note })).toMatchObject({ ok: true })
    slow.goOn()
    expect(await approved).toMatchObject({ performed: { notSent: { cause: 'not-approved' } } })
    expect(two.sent()).toBe(0)
    expect(await findApproval(test.desk.store.db, approval)).toMatchObject({
      decision: 'declined',
      attempt_key: null,
    })
  })

  it('sends once when an approval was taken back, given again by somebody else, and the first server wakes up', async () => {
    const approval = await two.request()
    const slow = halting()
    const first = two.approve(approval, two.second, slow.desk)
    await slow.halted
    test.advance(hour)
    const other = await test.secondDesk()
    await sweepApprovals(other)
    expect(await two.approve(approval, test.people.administrator, other)).toMatchObject({
      performed: { is: 'receipt' },
    })
    slow.goOn()
    expect(await first).toMatchObject({ performed: { receipt: { attempt: approval, repeated: true } } })
    expect(two.sent()).toBe(1)
  })

  it('keeps a request’s key for it: nobody sends anything else under it, with the rule or without', async () => {
    const approval = await two.request()
    const stolen = test.request({ key: approval })
    expect(await two.ask(stolen)).toBe('key-reused')
    expect(await two.ask(two.change({ key: approval, actor: two.second }))).toBe('key-reused')
    await two.rule(false)
    expect(await two.ask(stolen)).toBe('key-reused')
    expect(await two.ask(two.change({ key: approval, actor: two.second }))).toBe('key-reused')
    expect(two.sent()).toBe(0)
    expect(await two.approve(approval)).toMatchObject({ performed: { is: 'receipt' } })
    expect(two.sent()).toBe(1)
  })

  it('does not send what waits because its form is pressed again after the rule was switched off', async () => {
    const wanted = two.change()
    expect(await two.ask(wanted)).toBe('approval')
    await two.rule(false)
    expect(await two.ask(wanted)).toBe('approval')
    expect(two.sent()).toBe(0)
    expect(await two.approve(wanted.key)).toMatchObject({ performed: { is: 'receipt' } })
    expect(await two.ask(wanted)).toBe('receipt')
    expect(two.sent()).toBe(1)
  })

  it('stops a duplicate when it is asked for, so that nobody has to approve what cannot be sent', async () => {
    await two.approve(await two.request())
    const again = two.change({ reason: 'The CA’s support took the number back.' })
    expect(await performOperation(test.desk, again)).toMatchObject({
      notSent: { cause: 'duplicate', duplicate: { actor: test.people.manager.name } },
    })
    expect(await two.ask({ ...again, override: true })).toBe('approval')
    expect(await two.approve(again.key)).toMatchObject({ performed: { is: 'receipt' } })
    expect(two.sent()).toBe(2)
  })

  it('goes past what was there when it was asked for, and not past what was sent since', async () => {
    await two.approve(await two.request())
    const override = { override: true, reason: 'The CA’s support took the number back.' }
    const [first, second] = [await two.request(override), await two.request(override)]
    test.advance(minute)
    expect(await two.approve(first)).toMatchObject({ performed: { is: 'receipt' } })
    expect(await two.approve(second)).toMatchObject({ performed: { notSent: { cause: 'duplicate' } } })
    expect(two.sent()).toBe(2)
    test.advance(test.desk.limits.duplicateWindow)
    expect(await two.approve(second)).toMatchObject({ performed: { is: 'receipt' } })
    expect(two.sent()).toBe(3)
  })

  it('is refused, and stays undecided, once the requester has lost the role or the account for it', async () => {
    const { manager } = test.people
    const program = { kind: 'program', id: 'test', name: 'Test' } as const
    const lost = { ok: false, errors: [{ message: expect.stringContaining('lost the role or the access') }] }
    const approval = await two.request()
    await restrictAccount({ account: test.account.id, people: [two.second.id] }, program)
    expect(await two.approve(approval)).toMatchObject(lost)
    await restrictAccount({ account: test.account.id, people: null }, program)
    await test.desk.store.write((tx) => replaceRole(tx, manager.id, 'agent'))
    expect(await two.approve(approval)).toMatchObject(lost)
    expect(await two.kinds()).not.toContain('approval.approved')
    await test.desk.store.write((tx) => replaceRole(tx, manager.id, 'manager'))
    expect(await two.approve(approval)).toMatchObject({ performed: { is: 'receipt' } })
    expect(two.sent()).toBe(1)
  })

  it('answers a repeat of a request with what became of it: declined and why, withdrawn, or run out', async () => {
    const [declined, withdrawn, late] = [two.change(), two.change(), two.change()]
    for (const wanted of [declined, withdrawn, late]) expect(await two.ask(wanted)).toBe('approval')
    const note = 'The number is not the company’s.'
    await declineChange(test.desk, { actor: two.second, approval: declined.key, note })
    const { manager } = test.people
    await withdrawChange(test.desk, { actor: manager, approval: withdrawn.key, note: '' })
    const said = async (wanted: typeof late) => {
      const performed = await performOperation(test.desk, wanted)
      return performed.is === 'receipt'
        ? null
        : `${performed.notSent.cause}: ${performed.notSent.explanation}`
    }
    test.advance(23.5 * hour)
    expect(await performOperation(test.desk, late)).toMatchObject({
      notSent: { cause: 'approval', nextStep: expect.stringContaining('within one hour') },
    })
    test.advance(hour)
    expect(await said(declined)).toContain(`not-approved: Another manager declined this request: “${note}”`)
    expect(await said(withdrawn)).toContain('not-approved: A test manager withdrew this request')
    expect(await said(late)).toContain('not-approved: This request for approval has run out')
    await sweepApprovals(test.desk)
    expect(await said(late)).toContain('not-approved: This request for approval has run out')
    await two.rule(false)
    expect(await said(declined)).toContain('not-approved')
    expect(two.sent()).toBe(0)
  })

  it('neither sends nor asks where the form said that it would wait and the rule is off by then', async () => {
    await two.rule(false)
    const wanted = two.change({ asksOnly: true })
    expect(await two.ask(wanted)).toBe('not-needed')
    expect(two.sent()).toBe(0)
    expect(await two.kinds()).not.toContain('approval.requested')
    expect(await two.ask({ ...wanted, asksOnly: false })).toBe('receipt')
    expect(await two.ask(wanted)).toBe('receipt')
    expect(two.sent()).toBe(1)
  })
})
