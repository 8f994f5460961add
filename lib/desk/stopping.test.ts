import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answerOf } from '#lib/api/answers.ts'
import { findAttempt } from '#lib/store/attempts.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { askToRead } from './ask-to-read.ts'
import { performOperation } from './perform-operation.ts'
import { isStopping, startAgain, stopInGoodOrder, workBegan, workEnded } from './stopping.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('a server that is told to stop', (openStore) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(openStore)
  })
  afterEach(async () => {
    startAgain()
    await test.close()
  })

  const stop = (close = async () => {}, limitMs = 8000) => stopInGoodOrder({ drainMs: 0, limitMs, close })
  const readState = () =>
    askToRead(test.desk, {
      actor: test.people.agent,
      accountId: test.account.id,
      order: test.order,
      read: { kind: 'collect-ssl', orderNumber: test.order },
    })

  it('finishes the call under way and writes it down before it closes, and answers 0', async () => {
    test.simulator.setFault({ fault: 'slow', delayMs: 700 })
    const request = test.request()
    const performing = performOperation(test.desk, request)
    await test.untilReceived(1)
    const settledAtClose: unknown[] = []
    const code = await stop(async () => {
      settledAtClose.push((await findAttempt(test.desk.store.db, request.key))?.outcome_kind)
    })
    expect([code, settledAtClose]).toEqual([0, ['done']])
    expect(await performing).toMatchObject({ is: 'receipt', receipt: { kind: 'done' } })
  })

  it('sends nothing new, for an operation or a read, and says when to come again', async () => {
    const stopped = stop()
    const performed = await performOperation(test.desk, test.request())
    expect(performed).toMatchObject({ is: 'not-sent', notSent: { cause: 'stopping' } })
    const answer = answerOf(performed)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await readState()).toMatchObject({ is: 'not-asked', why: 'stopping' })
    expect(test.simulator.requests()).toEqual([])
    expect(await test.eventKinds()).toEqual([])
    expect(await stopped).toBe(0)
  })

  it('gives a repeat of what was sent its receipt, never "not sent"', async () => {
    test.simulator.setFault({ fault: 'slow', delayMs: 400 })
    const request = test.request()
    const first = performOperation(test.desk, request)
    await test.untilReceived(1)
    const stopped = stop()
    const repeated = await performOperation(test.desk, request)
    expect(repeated).toMatchObject({ is: 'receipt', receipt: { kind: 'done', repeated: true } })
    await first
    expect(await stopped).toBe(0)
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('finishes a read under way and gives its turn back', async () => {
    test.simulator.setFault({ fault: 'slow', delayMs: 400 })
    const reading = readState()
    await test.untilReceived(1)
    const turns: number[] = []
    expect(
      await stop(async () => {
        turns.push((await test.desk.store.db.selectFrom('read_turn').select('holder').execute()).length)
      }),
    ).toBe(0)
    expect(turns).toEqual([0])
    expect(await reading).toMatchObject({ is: 'answered' })
  })

  it('lets nothing through between the signal and the write of an intent without waiting for it', async () => {
    test.simulator.setFault({ fault: 'slow', delayMs: 50 })
    const requests = Array.from({ length: 12 }, (_, index) => test.request({ order: `9000${index}` }))
    const performing = requests.map((request) => performOperation(test.desk, request))
    await sleep(Math.random() * 20)
    const open: unknown[] = []
    expect(
      await stop(async () => {
        const { db } = test.desk.store
        open.push(...(await db.selectFrom('attempt').select('key').where('settled_at', 'is', null).execute()))
      }),
    ).toBe(0)
    expect(open).toEqual([])
    const ended = await Promise.all(performing)
    const sent = ended.filter((one) => one.is === 'receipt')
    expect(test.simulator.requests()).toHaveLength(sent.length)
    for (const one of ended)
      if (one.is === 'not-sent') expect(one).toMatchObject({ notSent: { cause: 'stopping' } })
  })

  it('ends at its time limit with status 1 when something does not end', async () => {
    const close = vi.fn(async () => {})
    workBegan('a call that hangs')
    const before = Date.now()
    expect(await stop(close, 300)).toBe(1)
    expect(Date.now() - before).toBeLessThan(2000)
    expect(close).toHaveBeenCalledOnce()
    workEnded('a call that hangs')
    expect(isStopping()).toBe(true)
  })
})
