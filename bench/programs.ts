import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { cleanEnvironment } from '../scripts/support/clean-environment.ts'
import { startChild, type Child } from '../scripts/support/child.ts'
import { freePort } from '../scripts/support/free-port.ts'
import { root, standalone } from '../scripts/support/paths.ts'
import { startServer, type Running } from '../scripts/support/programs.ts'
import { run } from '../scripts/support/run.ts'
import { waitUntilReady } from '../scripts/support/wait-until-ready.ts'
import { caLogin } from './ca.ts'
import { emptyAppFolder } from './empty-app.ts'
import type { Seeded } from './seeded.ts'

export type Variables = Readonly<Record<string, string | undefined>>

/** As in production, but that one person may begin more than 30 attempts a minute. */
export function serverVariables(dataDir: string, databaseUrl: string | null = null): Variables {
  return {
    ...cleanEnvironment(),
    DATA_DIR: dataDir,
    ATTEMPTS_PER_MINUTE: '100000',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  }
}

/** A copy of the build elsewhere, because that is how it is installed. */
export function copyBuild(temp: string): string {
  const folder = join(temp, 'unstuck')
  cpSync(standalone, folder, { recursive: true })
  return folder
}

/** A database with the product's tables, one account, and people and tokens that may send. */
export async function seedDatabase(env: Variables, baseUrl: string, actors: number): Promise<Seeded> {
  mkdirSync(env.DATA_DIR ?? '', { recursive: true, mode: 0o700 })
  const login = ['--login', caLogin.loginName, '--password', caLogin.password]
  const ran = await run({
    name: 'the seed',
    command: process.execPath,
    args: [
      '--conditions=react-server',
      join(import.meta.dirname, 'seed.ts'),
      '--base-url',
      baseUrl,
      '--actors',
      String(actors),
      ...login,
    ],
    cwd: root,
    env: { ...env, LOG_LEVEL: 'error' },
    withinMs: 120_000,
  })
  if (ran.code !== 0) throw new Error(`The database could not be seeded.\n${ran.output}`)
  return JSON.parse(ran.output) as Seeded
}

export async function startProduct(folder: string, env: Variables): Promise<Running> {
  return startServer({ folder, port: await freePort(), env })
}

export async function startEmptyApp(): Promise<Running> {
  return startNode('the empty app', [join(emptyAppFolder, 'server.js')], emptyAppFolder)
}

export async function startFloor(databaseFile: string, baseUrl: string): Promise<Running> {
  const program = join(import.meta.dirname, 'floor/server.ts')
  return startNode('the floor', (port) => [program, String(port), databaseFile, baseUrl], root)
}

type Arguments = readonly string[] | ((port: number) => readonly string[])

async function startNode(name: string, args: Arguments, cwd: string): Promise<Running> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child: Child = startChild({
    name,
    command: process.execPath,
    args: typeof args === 'function' ? args(port) : args,
    cwd,
    env: { ...cleanEnvironment(), PORT: String(port), HOSTNAME: '127.0.0.1', NODE_ENV: 'production' },
  })
  await waitUntilReady(name, url, child)
  return { url, port, child }
}

/** An empty database on a PostgreSQL server; answers with its address. */
export async function createDatabase(serverUrl: string): Promise<string> {
  const name = `bench_${Date.now()}`
  const client = new Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
