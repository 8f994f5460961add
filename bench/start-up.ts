import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import { startChild } from '../scripts/support/child.ts'
import { freePort } from '../scripts/support/free-port.ts'
import type { Variables } from './programs.ts'
import { median } from './statistics.ts'

export interface StartUp {
  /** Milliseconds from the start of the process to the first 200. */
  readonly live: number
  readonly ready: number
}

/** Starts the program several times, one after the other, over a database that is there. */
export async function measureStartUp(folder: string, env: Variables, times: number): Promise<StartUp> {
  const starts: StartUp[] = []
  for (let time = 0; time < times; time++) starts.push(await startOnce(folder, env))
  return { live: median(starts.map(({ live }) => live)), ready: median(starts.map(({ ready }) => ready)) }
}

async function startOnce(folder: string, env: Variables): Promise<StartUp> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = startChild({
    name: 'the server',
    command: process.execPath,
    args: [join(folder, 'server.js')],
    cwd: folder,
    env: { ...env, PORT: String(port), HOSTNAME: '127.0.0.1', PUBLIC_URL: url, NODE_ENV: 'production' },
  })
  const first = async (path: string) => {
    while (performance.now() - began < 30_000) {
      if (await answers(url + path)) return performance.now() - began
      await sleep(2)
    }
    throw new Error(`The server did not answer at ${path}.\n${child.output()}`)
  }
  const live = await first('/api/health/live')
  const ready = await first('/api/health/ready')
  await child.stop()
  return { live, ready }
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await request(url)
    await answer.body.dump()
    return answer.statusCode === 200
  } catch {
    return false
  }
}
