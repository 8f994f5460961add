import { afterEach, beforeEach, expect, it } from 'vitest'
import { replaceRole } from '#lib/store/people.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { liftHold } from './lift-hold.ts'
import { pauseAccount } from './pause-account.ts'
import { performOperation } from './perform-operation.ts'
import { saveRules } from './rules.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('whoever got a lower role while their request was under way', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  it('sends nothing and changes nothing with the one from before', async () => {
    const { desk, account, people } = test
    const { agent, administrator } = people
    await desk.store.write(async (tx) => {
      await replaceRole(tx, agent.id, 'viewer')
      await replaceRole(tx, administrator.id, 'manager')
    })
    const performed = await performOperation(desk, test.request())
    expect(performed).toMatchObject({ is: 'not-sent' })
    expect(await saveRules(desk, { actor: administrator, rules: { secondPerson: true } })).toMatchObject({
      ok: false,
    })
    const wanted = { actor: administrator, account: account.id }
    expect(await pauseAccount(desk, { ...wanted, reason: 'a reason' })).toMatchObject({ ok: false })
    await desk.store.write((tx) => replaceRole(tx, administrator.id, 'administrator'))
    expect(await pauseAccount(desk, { ...wanted, reason: 'a reason' })).toMatchObject({ ok: true })
    await desk.store.write((tx) => replaceRole(tx, administrator.id, 'manager'))
    expect(await liftHold(desk, { ...wanted, note: 'a note' })).toMatchObject({
      errors: [{ message: 'Your access was ended.' }],
    })
    expect(test.simulator.requests()).toEqual([])
  })
})
