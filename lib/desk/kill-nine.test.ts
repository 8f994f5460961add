import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { env } from '#lib/env.ts'
import { openAttempts } from '#lib/store/attempts.ts'
import { verifyHistory } from '#lib/store/events.ts'
import { removeInstance } from '#lib/store/instances.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { sweepAttempts } from './sweep-attempts.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const rounds = 6

describeOnBothStores('a server that is killed at any moment', (openStore, settings) => {
  let test: TestDesk

  beforeEach(async () => {
    test = await openTestDesk(openStore)
    test.simulator.setAnswer({ errorCode: 0, status: 1 })
    test.simulator.setFault({ fault: 'slow', delayMs: 5 })
  })
  afterEach(() => test.close())

  it('loses nothing it acknowledged, repeats nothing, and leaves only attempts that become unknown', async () => {
    const acknowledged = new Map<string, string>()
    let swept = 0

    for (let round = 0; round < rounds; round++) {
      const instance = await killWhileItWorks(round, acknowledged)
      await removeInstance(test.desk.store.db, instance)
      swept += await sweepAttempts(test.desk)
    }

    const rows = await test.desk.store.db.selectFrom('attempt').selectAll().execute()
    const byKey = new Map(rows.map((row) => [row.key, row]))
    for (const [key, kind] of acknowledged) expect(byKey.get(key)?.outcome_kind).toBe(kind)

    const received = test.simulator.requests().map((request) => request.orderNumber)
    expect(new Set(received).size).toBe(received.length)
    const intended = new Set(rows.map((row) => row.order_number))
    for (const order of received) expect(intended.has(order ?? '')).toBe(true)

    expect(await openAttempts(test.desk.store.db)).toEqual([])
    expect(rows.filter((row) => row.outcome_kind === 'unknown')).toHaveLength(swept)
    expect(swept).toBeGreaterThan(0)
    expect(acknowledged.size).toBeGreaterThan(rounds)
    expect(await verifyHistory(test.desk.store.db)).toMatchObject({ ok: true })
    // Sweeping sent nothing: the CA heard of no order twice and of none since the last kill.
    await sleep(50)
    expect(test.simulator.requests()).toHaveLength(received.length)
  }, 120_000)

  async function killWhileItWorks(round: number, acknowledged: Map<string, string>): Promise<string> {
    const { databaseUrl, dataDir } = settings()
    const child = spawn(
      process.execPath,
      [
        '--conditions=react-server',
        new URL('./testing/attempt-worker.ts', import.meta.url).pathname,
        databaseUrl ?? '-',
        dataDir,
        test.account.id,
        test.people.agent.id,
        String(round),
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, LOG_LEVEL: 'silent', VAULT_KEY: env().VAULT_KEY.toString('hex') },
      },
    )
    let instance = ''
    let seen = 0
    const enough = 5 + Math.floor(Math.random() * 40)
    for await (const line of createInterface({ input: child.stdout })) {
      const [word = '', value = ''] = line.split(' ')
      if (word === 'instance') instance = value
      else acknowledged.set(word, value)
      seen += 1
      if (seen === enough) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return instance
  }
})
