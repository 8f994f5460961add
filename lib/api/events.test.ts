import { afterEach, beforeEach, expect, it } from 'vitest'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { issueToken } from '#lib/auth/tokens.ts'
import { performOperation } from '#lib/desk/perform-operation.ts'
import type { Scopes } from '#lib/desk/receipt.ts'
import { openTestDesk, type TestDesk } from '#lib/desk/testing/test-desk.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { eventsForToken } from './events.ts'
import { eventsBody } from './schemas.ts'

const program = { kind: 'program', id: 'test', name: 'Test' } as const

describeOnBothStores('the history of an order over the interface', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  async function kindsFor(name: string, scopes?: Scopes): Promise<string[]> {
    const issued = await issueToken({ name, role: 'viewer', ...(scopes && { scopes }) }, program)
    const headers = { authorization: `Bearer ${issued.ok ? issued.token : ''}` }
    const asked = new Request(`http://desk.example/api/v1/orders/${test.order}/events`, { headers })
    const answer = await eventsForToken(asked, test.order)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    return eventsBody.parse(await answer.json()).events.map(({ kind }) => kind)
  }
  const whole = ['attempt.intended', 'attempt.settled']

  it('leaves out what was done in accounts that a token may not see', async () => {
    expect(await performOperation(test.desk, test.request())).toMatchObject({ is: 'receipt' })
    const named = { operations: null, accounts: [test.account.id] }
    expect(await kindsFor('open')).toEqual(whole)
    expect(await kindsFor('elsewhere', { operations: null, accounts: ['another'] })).toEqual([])
    await restrictAccount({ account: test.account.id, people: [] }, program)
    expect(await kindsFor('restricted')).toEqual([])
    expect(await kindsFor('named', named)).toEqual(whole)
  })
})
