import { afterEach, beforeEach, expect, it } from 'vitest'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { appendEvent } from '#lib/store/events.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { exportActivity } from './export-activity.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('the export', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  it('comes to its end past any number of pages that have nothing to show', async () => {
    const actor = { kind: 'program', id: 'test', name: 'Test' } as const
    await test.desk.store.write(async (tx) => {
      await appendEvent(tx, { at: 1, kind: 'person.signed-in', actor, body: {} })
      for (let at = 2; at < 1700; at++)
        await appendEvent(tx, {
          at,
          kind: 'state.read',
          actor,
          accountId: test.account.id,
          order: '1',
          body: {},
        })
    })
    await restrictAccount({ account: test.account.id, people: [] }, actor)
    const csv = await new Response(await exportActivity(test.desk, test.people.agent, {})).text()
    expect(csv.split('\r\n').filter((line) => line.includes('person.signed-in'))).toHaveLength(1)
    expect(csv).not.toContain('state.read')
  })
})
