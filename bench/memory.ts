import { setTimeout as sleep } from 'node:timers/promises'
import { callTimes } from './load.ts'
import { residentMb } from './process-figures.ts'
import { startProduct, type Variables } from './programs.ts'
import type { Seeded } from './seeded.ts'
import { signIn } from './sign-in.ts'
import { actionTarget } from './targets.ts'

export interface Memory {
  /** Megabytes resident, five seconds after the server was ready. */
  readonly idle: number
  /** Five seconds after 1,000 operations through the form. */
  readonly afterWork: number
}

const pause = 5000

export async function measureMemory(folder: string, env: Variables, seeded: Seeded): Promise<Memory> {
  const { url, child } = await startProduct(folder, env)
  const { pid } = child
  await sleep(pause)
  const idle = residentMb(pid)
  const [person] = seeded.people
  if (person === undefined) throw new Error('Nobody was seeded.')
  const callers = { accountId: seeded.accountId, cookies: [await signIn(url, person)], tokens: [] }
  await callTimes(actionTarget('action', { url, pid, folder }, callers), 1000)
  await sleep(pause)
  const afterWork = residentMb(pid)
  await child.stop()
  return { idle, afterWork }
}
