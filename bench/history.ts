import { join } from 'node:path'
import { root } from '../scripts/support/paths.ts'
import { run } from '../scripts/support/run.ts'
import { seedHistory } from './activity/readers.ts'
import { serverVariables, type Variables } from './programs.ts'
import { median } from './statistics.ts'

const wanted = 100_000

/** Seconds that `history verify` takes for 100,000 events on SQLite, as an operator runs it. */
export async function measureVerify(temp: string): Promise<number> {
  const env = serverVariables(join(temp, 'history'))
  await seedHistory(env, wanted)
  const seconds: number[] = []
  for (let time = 0; time < 3; time++) seconds.push(await verifySeconds(env, wanted))
  return median(seconds)
}

/** Seconds of one run of the command, its start included. `env` is that of a store with so many events, or somewhat more. */
export async function verifySeconds(env: Variables, events: number): Promise<number> {
  const began = performance.now()
  const ran = await run({
    name: 'history verify',
    command: process.execPath,
    args: ['--conditions=react-server', join(root, 'scripts/admin.ts'), 'history', 'verify'],
    cwd: root,
    env,
    withinMs: 600_000,
  })
  const read = Number(/(\d+) events/.exec(ran.output)?.[1])
  if (ran.code !== 0 || !(read >= events))
    throw new Error(`The history could not be verified.\n${ran.output}`)
  return (((performance.now() - began) / 1000) * events) / read
}
