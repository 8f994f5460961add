import { afterEach, beforeEach, expect, it } from 'vitest'
import { findAttempt, insertAttempt } from '#lib/store/attempts.ts'
import { registerInstance } from '#lib/store/instances.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { performOperation } from './perform-operation.ts'
import { sweepAttempts } from './sweep-attempts.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const second = 1000

describeOnBothStores('the sweep of attempts', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  /** An attempt that a server has under way, which it may have for a minute. */
  async function underWay(server: string, order = test.order): Promise<string> {
    const sent = test.request({ order })
    await performOperation(test.desk, sent)
    const { store, now, limits } = test.desk
    const { account_label: _, ...row } =
      (await findAttempt(store.db, sent.key)) ?? expect.fail('It was sent.')
    const key = `of ${server}`
    const open = { settled_at: null, outcome_kind: null, outcome: null, raw: null }
    const deadline_at = now() + limits.attemptDeadline
    await store.write((tx) => insertAttempt(tx, { ...row, ...open, key, instance_id: server, deadline_at }))
    return key
  }
  const wasSeen = (id: string, ago: number) => {
    const at = Date.now() - ago
    return registerInstance(test.desk.store.db, {
      id,
      host: 'elsewhere',
      pid: 1,
      started_at: at,
      seen_at: at,
    })
  }
  const kindOf = async (key: string) => (await findAttempt(test.desk.store.db, key))?.outcome_kind

  it('leaves alone what a server that lives waits for, however slowly, until its deadline', async () => {
    await wasSeen('slow', 45 * second)
    const key = await underWay('slow')
    expect(await sweepAttempts(test.desk)).toBe(0)
    expect(await kindOf(key)).toBeNull()
    test.advance(test.desk.limits.attemptDeadline + second)
    expect(await sweepAttempts(test.desk)).toBe(1)
    expect(await kindOf(key)).toBe('unknown')
  })

  it('calls unknown at once what was left by a server that is silent or gone, once, and asks the CA nothing', async () => {
    await wasSeen('silent', 70 * second)
    const left = [await underWay('silent'), await underWay('gone', test.otherOrder)]
    const asked = test.simulator.requests().length
    const [one, other] = await Promise.all([sweepAttempts(test.desk), sweepAttempts(test.desk)])
    expect(one + other).toBe(2)
    for (const key of left) expect(await kindOf(key)).toBe('unknown')
    expect((await test.eventKinds()).filter((kind) => kind === 'attempt.swept')).toHaveLength(2)
    expect(test.simulator.requests()).toHaveLength(asked)
  })

  it('gives way to the answer of the CA when that comes after all', async () => {
    test.simulator.setFault({ orderNumber: test.order, fault: 'slow', delayMs: 1_000, times: 1 })
    const request = test.request()
    const sending = performOperation(test.desk, request)
    await test.untilReceived(1)
    expect(await sweepAttempts(test.desk)).toBe(1)
    expect(await kindOf(request.key)).toBe('unknown')
    expect(await sending).toMatchObject({ receipt: { kind: 'done' } })
    expect(await kindOf(request.key)).toBe('done')
    expect(await test.eventKinds()).toEqual(['attempt.intended', 'attempt.swept', 'attempt.settled'])
  })
})
