import { afterEach, beforeEach, expect, it } from 'vitest'
import { signIn } from '#lib/auth/sign-in.ts'
import { askToRead } from '#lib/desk/ask-to-read.ts'
import { performOperation } from '#lib/desk/perform-operation.ts'
import { openTestDesk, type TestDesk } from '#lib/desk/testing/test-desk.ts'
import { env, setEnv } from '#lib/env.ts'
import { placeHold } from '#lib/store/accounts.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { metricsForToken } from './metrics-for-token.ts'

const token = 'a-token-for-metrics-of-32-characters'

describeOnBothStores('the metrics', (openStore) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(openStore)
    globalThis.unstuckMetrics = undefined
    setEnv({ ...env(), METRICS_TOKEN: token })
  })
  afterEach(() => test.close())

  const read = async () => (await metricsForToken(`Bearer ${token}`)).text()

  it('are for whoever shows the token, and not there at all without one', async () => {
    const given = await metricsForToken(`Bearer ${token}`)
    expect([given.status, given.headers.get('content-type'), given.headers.get('cache-control')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ])
    for (const shown of [
      null,
      '',
      `Bearer ${token}x`,
      'Bearer ',
      `Basic ${token}`,
      `Bearer ${token.slice(1)}`,
    ])
      expect((await metricsForToken(shown)).status).toBe(401)
    setEnv({ ...env(), METRICS_TOKEN: null })
    expect((await metricsForToken(`Bearer ${token}`)).status).toBe(404)
    expect((await metricsForToken('Bearer null')).status).toBe(404)
  })

  it('count operations and reads by outcome, with the time the CA took', async () => {
    await performOperation(test.desk, test.request())
    test.simulator.setFault({ fault: 'reset-after' })
    await performOperation(test.desk, test.request({ order: test.otherOrder }))
    await askToRead(test.desk, {
      actor: test.people.agent,
      accountId: test.account.id,
      order: test.order,
      read: { kind: 'collect-ssl', orderNumber: test.order },
    })
    const text = await read()
    expect(text).toContain('unstuck_operations_total{operation="schedule-callback",outcome="done"} 1')
    expect(text).toMatch(/unstuck_reads_total\{kind="collect-ssl",outcome="\S+"\} 1/)
    expect(text).toMatch(/unstuck_ca_duration_seconds_count\{operation="schedule-callback"\} [12]/)
    expect(text).toContain('unstuck_ca_duration_seconds_bucket{le="60",operation="schedule-callback"}')
    expect(text).toMatch(/^process_start_time_seconds \d+/m)
    expect(text).toMatch(/^nodejs_heap_size_used_bytes \d+/m)
  })

  it('tell holds, open and unknown attempts of all servers, and failed sign-ins', async () => {
    const { write } = test.desk.store
    await write((tx) => placeHold(tx, test.account.id, { at: 1, reason: 'refused', attempt: null }))
    await signIn({ email: 'nobody@example.org', password: 'wrong', address: '127.0.0.1', device: '' })
    const text = await read()
    expect(text).toContain(`unstuck_account_held{account="${test.account.id}",label="Test account"} 1`)
    for (const line of ['unstuck_open_attempts 0', 'unstuck_unknown_attempts 0', 'unstuck_store_up 1'])
      expect(text).toContain(line)
    expect(text).toContain('unstuck_sign_in_failures_total 1')
    expect(text).not.toContain('example.org')
  })

  it('are answered without the store too, and say that it is away', async () => {
    await performOperation(test.desk, test.request())
    await test.hideAttempts()
    const text = await read()
    expect(text).toContain('unstuck_store_up 0')
    expect(text).toContain('unstuck_operations_total')
    expect(text).not.toContain('label="Test account"')
  })
})
