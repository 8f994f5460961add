import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveOrderState } from '#lib/store/order-states.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { findAnything } from './find-anything.ts'
import { performOperation } from './perform-operation.ts'
import { roles, type Actor } from './receipt.ts'
import { openTestDesk, password, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('the palette’s search', (openStore) => {
  let test: TestDesk

  beforeEach(async () => {
    test = await openTestDesk(openStore)
  })
  afterEach(() => test.close())

  const send = (order: string, actor: Actor, ticket: string | null = null) =>
    performOperation(
      test.desk,
      test.request({
        order,
        actor,
        override: true,
        reason: 'Checked.',
        ticket:
          ticket === null
            ? null
            : {
                id: ticket,
                system: 'jira',
              },
      }),
    )
  const find = (order: string, words = '', reader = test.people.agent) =>
    findAnything(test.desk, reader, { order, words })

  it('with nothing typed lists the person’s orders, then the team’s, each once, and the person’s own attempts', async () => {
    await send(test.otherOrder, test.people.manager)
    await send(test.order, test.people.manager)
    await send(test.order, test.people.agent)
    const { orders, work } = await find('')
    expect(orders.map(({ order, last }) => [order, last?.mine])).toEqual([
      [test.order, true],
      [test.otherOrder, false],
    ])
    expect(work.map(({ order, actor, mine }) => [order, actor, mine])).toEqual([
      [test.order, 'A test agent', true],
    ])
  })

  it('finds orders by the beginning of their number, with what was tried last, and those that were only read', async () => {
    await send(test.order, test.people.manager, 'T-7')
    await test.desk.store.write((tx) =>
      saveOrderState(tx, {
        account_id: test.account.id,
        order_number: '10000199',
        tried_at: 1,
        tried_by: null,
        read_by: null,
        reading_until: null,
        read_at: 1,
        state: null,
        failure: null,
      }),
    )
    const { orders } = await find('100001')
    expect(orders).toEqual([
      {
        order: test.order,
        account: { id: test.account.id, label: test.account.label },
        last: expect.objectContaining({
          operation: 'schedule-callback',
          ticket: 'T-7',
          actor: 'A test manager',
          mine: false,
        }),
      },
      { order: '10000199', account: { id: test.account.id, label: test.account.label }, last: null },
    ])
    expect((await find('999')).orders).toEqual([])
  })

  it('finds attempts by operation, outcome, ticket and person, all words together, the reader’s own first', async () => {
    await send(test.order, test.people.agent, 'A-1')
    await send(test.otherOrder, test.people.manager, '48213')
    const found = async (order: string, words: string) =>
      (await find(order, words)).work.map((one) => one.order)
    expect(await found('', 'schedule CALLBACK')).toEqual([test.order, test.otherOrder])
    expect(await found('', 'test manager')).toEqual([test.otherOrder])
    expect(await found('', 'a-1')).toEqual([test.order])
    expect(await found('482', '')).toEqual([test.otherOrder])
    expect(await found('', 'refused manager')).toEqual([])
    expect(await found(test.order, 'done')).toEqual([test.order])
  })

  it('gives every role the same, because every role may read, and nobody a secret or a contact', async () => {
    await send(test.order, test.people.agent)
    const answers = []
    for (const role of roles) answers.push((await find('1000', '', test.people[role])).orders)
    for (const orders of answers) expect(orders.map(({ order }) => order)).toEqual([test.order])
    const everything = JSON.stringify([answers, await find('')])
    for (const secret of [password, 'demo-eu', 'errorCode', 'preferredTimeUTC']) {
      expect(everything).not.toContain(secret)
    }
  })

  it('takes whatever is typed by the letter and answers little, however long it is', async () => {
    for (let count = 0; count < 12; count++) await send(`5000-${count}`, test.people.agent)
    expect((await find('5000')).orders).toHaveLength(8)
    expect((await find('5000')).work).toHaveLength(6)
    for (const odd of [
      '%',
      '_',
      "'; drop table attempt",
      'a\u0000b',
      '\uD800b',
      '9'.repeat(5000),
      '\u{10FFFF}',
    ])
      expect(await find(odd, odd)).toEqual({ orders: [], work: [] })
  })
})
