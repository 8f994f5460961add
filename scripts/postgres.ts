import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

export interface RunningPostgres {
  /** Of an administrator, so that each suite can make a database of its own. */
  readonly url: string
  stop(): Promise<void>
}

/** Starts a PostgreSQL for tests in a temporary folder, on a free port of this machine, or says what is missing. It does without fsync. */
export async function startPostgres(): Promise<RunningPostgres | { readonly missing: string }> {
  const programs = findPrograms()
  if (programs === null) {
    return {
      missing:
        'PostgreSQL is not installed here: run `node scripts/ensure-postgres.ts`, or install postgresql.',
    }
  }
  const user = unprivilegedUser()
  if (user === null)
    return { missing: 'PostgreSQL does not run as root, and there is neither a user postgres nor nobody.' }
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-postgres-'))
  try {
    return await start(programs, folder, user)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    return { missing: error instanceof Error ? error.message : String(error) }
  }
}

/** The folder with initdb and postgres: Debian keeps them out of PATH. The newest wins. */
export function findPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...pathFolders()]
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  )
}

const pathFolders = () => (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')

interface User {
  readonly uid?: number
  readonly gid?: number
}

/** Nothing to change when this is no root; else somebody whose files are not ours. */
function unprivilegedUser(): User | null {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return null
}

async function start(programs: string, folder: string, user: User): Promise<RunningPostgres> {
  const data = join(folder, 'data')
  const password = randomBytes(18).toString('base64url')
  const passwordFile = join(folder, 'password')
  await mkdir(data, { mode: 0o700 })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [folder, data, passwordFile]) await chown(path, user.uid, user.gid)
  }
  const options: SpawnOptions = {
    ...user,
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C', HOME: folder },
  }
  const made = spawnSync(
    join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'unstuck',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...options, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)

  for (let tries = 1; ; tries++) {
    const port = await freePort()
    const child = run(programs, folder, port, options)
    const url = `postgres://unstuck:${password}@127.0.0.1:${port}/postgres`
    const problem = await untilReady(url, child, join(folder, 'log'))
    if (problem === null) return running(url, child, folder)
    await end(child)
    // Somebody may have taken the port meanwhile.
    if (tries === 3) throw new Error(`PostgreSQL did not start: ${problem}`)
  }
}

const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=200', 'shared_buffers=64MB']

function run(programs: string, folder: string, port: number, options: SpawnOptions): ChildProcess {
  const log = openSync(join(folder, 'log'), 'a', 0o600)
  const flags = ['-D', join(folder, 'data'), '-h', '127.0.0.1', '-p', String(port), '-k', folder]
  const child = spawn(
    join(programs, 'postgres'),
    [...flags, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...options,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  return child
}

async function untilReady(url: string, child: ChildProcess, log: string): Promise<string | null> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) return readFileSync(log, 'utf8').slice(-1000)
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    try {
      await client.connect()
      await client.query('select 1')
      return null
    } catch {
      await sleep(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return 'it did not answer within 30 seconds'
}

function running(url: string, child: ChildProcess, folder: string): RunningPostgres {
  // For a run that is stopped midway: its data is worth nothing, so nothing is waited for.
  const abandon = () => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', abandon)
  return {
    url,
    stop: async () => {
      process.off('exit', abandon)
      await end(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** SIGINT is PostgreSQL's "fast" end: it does not wait for its clients. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exited
  clearTimeout(timer)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
