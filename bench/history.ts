import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { root } from '../scripts/support/paths.ts'
import { run } from '../scripts/support/run.ts'
import { floorEvent, openFloorStore } from './floor/store.ts'
import type { Variables } from './programs.ts'
import { median } from './statistics.ts'

const wanted = 100_000

/** Seconds that `history verify` takes for 100,000 events, as an operator runs it. `env` is that of a seeded database on SQLite. */
export async function measureVerify(env: Variables, accountId: string): Promise<number> {
  fill(join(env.DATA_DIR ?? '', 'unstuck.db'), accountId)
  const seconds: number[] = []
  for (let time = 0; time < 3; time++) seconds.push(await verify(env))
  return median(seconds)
}

/** Intents and settlements as they come, but without waiting for the disk each time. */
function fill(file: string, account: string): void {
  const store = openFloorStore(file, { isDurable: false })
  const input = { preferredTimeUTC: '2027-01-11 14:30', extensionNumber: '1234', language: 'en-us' }
  const raw = 'errorCode=0&status=1&description=Successfully+completed'
  for (let number = 0; number < wanted / 2; number++) {
    const order = String(60_000_000 + number)
    const call = { account, operation: 'schedule-callback', order, key: randomUUID(), ticket: `T-${number}` }
    const intended = floorEvent(call, 'attempt.intended', null, { override: false }, { input, reason: null })
    const settled = floorEvent(call, 'attempt.settled', 'done', { code: 0, status: 1 }, { raw })
    store.intend(call, JSON.stringify(input), '0'.repeat(64), intended)
    store.settle(call.key, 'done', JSON.stringify({ kind: 'done', code: 0 }), raw, settled)
  }
  store.close()
}

async function verify(env: Variables): Promise<number> {
  const began = performance.now()
  const ran = await run({
    name: 'history verify',
    command: process.execPath,
    args: ['--conditions=react-server', join(root, 'scripts/admin.ts'), 'history', 'verify'],
    cwd: root,
    env,
    withinMs: 120_000,
  })
  const events = Number(/(\d+) events/.exec(ran.output)?.[1])
  if (ran.code !== 0 || !(events >= wanted))
    throw new Error(`The history could not be verified.\n${ran.output}`)
  return (((performance.now() - began) / 1000) * wanted) / events
}
