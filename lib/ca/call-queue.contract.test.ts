import { describe, expect, test, vi } from 'vitest'
import { createCaClient } from './client.ts'
import { call, limits, simulator, withSimulator } from './testing/with-simulator.ts'

withSimulator()

describe('many at a time', () => {
  test('no more calls of one account run together than allowed, in turn, and other accounts do not wait', async () => {
    const two = createCaClient({ ...limits, perAccountConcurrency: 2 })
    simulator.setFault({ fault: 'slow', delayMs: 300 })
    const ended: string[] = []
    const ask = (name: string, accountId: string) =>
      two.ask(call('resend-callback-email', '10000102', { accountId })).then(() => ended.push(name))
    const all = [...['1', '2', '3', '4'].map((name) => ask(name, 'eu')), ask('other', 'us')]
    await vi.waitFor(() => expect(simulator.requests()).toHaveLength(3))
    expect(ended).toEqual([])
    await Promise.all(all)
    expect(ended.slice(0, 3).toSorted()).toEqual(['1', '2', 'other'])
    expect(ended.slice(3).toSorted()).toEqual(['3', '4'])
    await two.close()
  })

  test('time in the queue counts, and running out there is not-sent', async () => {
    const one = createCaClient({ ...limits, totalTimeoutMs: 400, perAccountConcurrency: 1 })
    simulator.setFault({ fault: 'silent' })
    const answers = await Promise.all([0, 1].map(() => one.ask(call('resend-callback-email', '10000102'))))
    expect(answers.map(({ certainty }) => certainty)).toEqual(['unknown', 'not-sent'])
    expect(simulator.requests()).toHaveLength(1)
    simulator.clearFaults()
    expect((await one.ask(call('resend-callback-email', '10000102'))).outcome.kind).toBe('passed-on')
    await one.close()
  })

  test('a signal ends a waiting call as not-sent and a sent one as unknown', async () => {
    const one = createCaClient({ ...limits, perAccountConcurrency: 1 })
    simulator.setFault({ fault: 'silent' })
    const stop = new AbortController()
    const answers = [0, 1].map(() =>
      one.ask(call('resend-callback-email', '10000102', { signal: stop.signal })),
    )
    await expect.poll(() => simulator.requests().length).toBe(1)
    stop.abort()
    expect((await Promise.all(answers)).map(({ certainty }) => certainty)).toEqual(['unknown', 'not-sent'])
    await one.close()
  })

  test('a refused login stops every call that waits with it, because one more might lock the account', async () => {
    const two = createCaClient({ ...limits, perAccountConcurrency: 2 })
    simulator.setAnswer({ errorCode: -16 })
    const calls = Array.from({ length: 10 }, () => two.ask(call('resend-callback-email', '10000102')))
    const answers = await Promise.all(calls)
    expect(simulator.requests().length).toBeLessThanOrEqual(2)
    expect(answers.filter(({ outcome }) => outcome.code === -16)).toHaveLength(simulator.requests().length)
    expect(answers.filter(({ outcome }) => outcome.kind === 'not-sent')).toHaveLength(
      10 - simulator.requests().length,
    )
    const other = await two.ask(call('resend-callback-email', '10000102', { accountId: 'another' }))
    expect(other.certainty).toBe('answered')
    await two.close()
  })

  test('closing lets the sent call finish, and ends waiting and later ones as not-sent', async () => {
    const one = createCaClient({ ...limits, perAccountConcurrency: 1 })
    simulator.setFault({ fault: 'slow', delayMs: 300 })
    const answers = [0, 1].map(() => one.ask(call('resend-callback-email', '10000102')))
    await vi.waitFor(() => expect(simulator.requests()).toHaveLength(1))
    await one.close()
    expect((await Promise.all(answers)).map(({ outcome }) => outcome.kind)).toEqual(['passed-on', 'not-sent'])
    expect((await one.ask(call('resend-callback-email', '10000102'))).certainty).toBe('not-sent')
  })
})
