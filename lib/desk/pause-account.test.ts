import { afterEach, beforeEach, expect, it } from 'vitest'
import { addTemplate, removeTemplate } from '#lib/auth/accounts.ts'
import { findAccount } from '#lib/store/accounts.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { templatesOf } from '#lib/store/templates.ts'
import { liftHold } from './lift-hold.ts'
import { pauseAccount } from './pause-account.ts'
import { performOperation } from './perform-operation.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('pausing an account', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  const reason = 'We move to another login this afternoon'
  const pause = (actor = test.people.administrator, why = reason, account = test.account.id) =>
    pauseAccount(test.desk, { actor, account, reason: why })
  const eventsOf = async (kind: string) =>
    test.desk.store.db.selectFrom('event').selectAll().where('kind', '=', kind).execute()

  it('stops its sending with the reason, before a byte leaves, until an administrator lifts it', async () => {
    expect(await pause()).toEqual({ ok: true, id: test.account.id, label: test.account.label })
    const stopped = await performOperation(test.desk, test.request())
    expect(stopped).toMatchObject({
      is: 'not-sent',
      notSent: {
        cause: 'hold',
        explanation: expect.stringContaining(`Paused by A test administrator: ${reason}.`) as string,
      },
    })
    expect(test.simulator.requests()).toEqual([])
    const note = 'The new login is entered.'
    await liftHold(test.desk, { actor: test.people.administrator, account: test.account.id, note })
    expect(await performOperation(test.desk, test.request())).toMatchObject({ is: 'receipt' })
  })

  it('is an administrator’s alone, and changes nothing for any other role or for somebody whose access was ended', async () => {
    for (const role of ['viewer', 'agent', 'manager'] as const)
      expect(await pause(test.people[role])).toMatchObject({ ok: false, errors: [{ field: 'account' }] })
    await test.disable(test.people.administrator)
    expect(await pause()).toMatchObject({ errors: [{ message: 'Your access was ended.' }] })
    expect(await findAccount(test.desk.store.db, test.account.id)).toMatchObject({ held_at: null })
    expect(await eventsOf('hold.placed')).toEqual([])
  })

  it('names the field that is wrong, and leaves the first reason where it is on hold already', async () => {
    for (const why of ['  \n ', 'x'.repeat(301), 'a\u0000b'])
      expect(await pause(undefined, why)).toMatchObject({ errors: [{ field: 'reason' }] })
    expect(await pause(undefined, reason, 'no-such-account')).toMatchObject({
      errors: [{ field: 'account' }],
    })
    await pause()
    expect(await pause(undefined, 'Another reason')).toMatchObject({ errors: [{ field: 'account' }] })
    expect((await findAccount(test.desk.store.db, test.account.id))?.hold_reason).toContain(reason)
  })

  it('writes its event with the reason in the part that can be masked', async () => {
    await pause()
    const [event] = await eventsOf('hold.placed')
    expect(event).toMatchObject({
      account_id: test.account.id,
      actor_id: test.people.administrator.id,
      body: '{"paused":true}',
      personal: JSON.stringify({ reason }),
    })
  })

  it('is not what removing a template is: that takes the name away here, once, and keeps it in the history', async () => {
    const by = test.people.administrator
    const account = test.account.id
    await addTemplate({ account, id: 12, name: 'Welcome' }, by)
    expect(await removeTemplate({ account: 'none', id: 12 }, by)).toMatchObject({
      errors: [{ field: 'account' }],
    })
    expect(await removeTemplate({ account, id: 12 }, by)).toEqual({ ok: true, name: 'Welcome' })
    expect(await templatesOf(test.desk.store.db, account)).toEqual([])
    expect(await removeTemplate({ account, id: 12 }, by)).toMatchObject({ errors: [{ field: 'id' }] })
    const events = await eventsOf('template.removed')
    expect(events.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ template: 12, name: 'Welcome' }])
  })
})
