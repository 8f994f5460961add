import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../../scripts/postgres.ts'
import { root } from '../../scripts/support/paths.ts'
import { run } from '../../scripts/support/run.ts'
import { createDatabase, serverVariables, type Variables } from '../programs.ts'
import type { Asked, Asks } from './asks.ts'

/** A program over one store that measures in its own process, as the server would read. */
export interface Reader {
  readonly database: 'SQLite' | 'PostgreSQL'
  readonly events: number
  readonly env: Variables
  ask<What extends keyof Asks>(what: What, ask: Asks[What]['ask']): Promise<Asks[What]['answer']>
  stop(): void
}

/** Starts a reader over a seeded store. */
export async function startReader(
  database: Reader['database'],
  env: Variables,
  events: number,
): Promise<Reader> {
  const child = fork(join(import.meta.dirname, 'reader.ts'), [], {
    cwd: root,
    env: { ...(env as NodeJS.ProcessEnv), LOG_LEVEL: 'error' },
    execArgv: ['--conditions=react-server', '--expose-gc'],
  })
  await hear(child)
  return {
    database,
    events,
    env,
    async ask(what, ask) {
      const heard = hear(child)
      child.send({ what, ...ask } as Asked)
      return (await heard) as never
    },
    stop: () => child.disconnect(),
  }
}

async function hear(child: ChildProcess): Promise<object> {
  const heard = new AbortController()
  const only = { signal: heard.signal }
  const gone = once(child, 'exit', only).then(() => [{ failed: 'it ended' }])
  gone.catch(() => {})
  const [message] = (await Promise.race([once(child, 'message', only), gone])) as [Heard]
  heard.abort()
  if (message.heard === undefined) throw new Error(`A reader of the activity failed: ${message.failed}`)
  return message.heard
}

interface Heard {
  readonly heard?: object
  readonly failed?: string
}

/** Fills a new store as `npm run seed-history` does. */
export async function seedHistory(env: Variables, events: number): Promise<void> {
  mkdirSync(env.DATA_DIR ?? '', { recursive: true, mode: 0o700 })
  const ran = await run({
    name: 'the seeding of a history',
    command: process.execPath,
    args: ['--conditions=react-server', join(root, 'scripts/seed-history.ts'), '--events', String(events)],
    cwd: root,
    env,
    withinMs: 20 * 60_000,
  })
  if (ran.code !== 0) throw new Error(`A history could not be seeded.\n${ran.output}`)
}

/** The environments of empty stores: one on SQLite for each length, and on PostgreSQL too where that is installed. */
export async function emptyStores(
  temp: string,
  lengths: readonly number[],
  isPostgresWanted: boolean,
): Promise<{
  stores: { database: Reader['database']; env: Variables; events: number }[]
  missing: string | null
}> {
  const folder = (name: string) => join(temp, `activity-${name}`)
  const sqlite = lengths.map((events) => {
    return { database: 'SQLite' as const, env: serverVariables(folder(`sqlite-${events}`)), events }
  })
  const server = isPostgresWanted ? await startPostgres() : { missing: 'it was not asked for.' }
  if ('missing' in server) return { stores: sqlite, missing: server.missing }
  const postgres = []
  for (const events of lengths) {
    const env = serverVariables(folder(`postgres-${events}`), await createDatabase(server.url))
    postgres.push({ database: 'PostgreSQL' as const, env, events })
  }
  return { stores: [...sqlite, ...postgres], missing: null }
}
