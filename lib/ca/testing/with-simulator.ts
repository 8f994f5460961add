import { afterAll, afterEach, beforeAll } from 'vitest'
import { startSimulator } from '../../../simulator/server.ts'
import type { Simulator } from '../../../simulator/server.ts'
import { createCaClient } from '../client.ts'
import type { CaCall, CaClient } from '../client.ts'
import type { Input, OperationId } from '../operation.ts'
import type { Answer } from '../outcome.ts'

export const limits = { connectTimeoutMs: 1000, totalTimeoutMs: 8000, perAccountConcurrency: 4 }

const inputs: Partial<Record<OperationId, Input>> = {
  'schedule-callback': { preferredTimeUTC: '2031-05-14 13:30' },
  'request-manual-callback': { preferredTimeUTC: '2031-05-14 13:30' },
  'replace-callback-phone': { phoneNumber: '+49 30 123456' },
  'switch-callback-to-email': { emailAddress: 'a@example.com' },
  'replace-click-through-email': { adminEmailAddress: 'a@example.com' },
}

export let simulator: Simulator
export let client: CaClient

/** A simulator and a client for one test file, the simulator back at its seed after every test. For tests only. */
export function withSimulator(): void {
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    client = createCaClient(limits)
  })
  afterEach(() => {
    simulator.reset()
    client.allow('eu')
  })
  afterAll(async () => {
    await client.close()
    await simulator.close()
  })
}

/** A call that only lacks what the test is about. */
export const call = (operation: OperationId, orderNumber: string, more: Partial<CaCall> = {}): CaCall => ({
  accountId: 'eu',
  baseUrl: simulator.baseUrl,
  credentials: { loginName: 'demo-eu', loginPassword: 'demo-eu-password' },
  operation,
  orderNumber,
  input: inputs[operation] ?? {},
  ...more,
})

export const summary = ({ certainty, outcome: { kind, code, status } }: Answer) => ({
  certainty,
  kind,
  code,
  status,
})
