import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { StoreSettings } from '#lib/store/open.ts'

interface Ended {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** Runs the operator's program over a test's database, as a shell would. For tests only. */
export function adminProgram(
  settings: StoreSettings,
  line: string | readonly string[],
  variables: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ended> {
  return startAdmin(settings, line, variables, input).ended
}

/** As `adminProgram`, and it can be killed meanwhile. */
export function startAdmin(
  { dataDir, databaseUrl }: StoreSettings,
  line: string | readonly string[],
  variables: Readonly<Record<string, string>> = {},
  input = '',
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const words = typeof line === 'string' ? line.split(' ') : line
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/admin.ts', ...words], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
      ...variables,
    },
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const ended = Promise.all([text(child.stdout), text(child.stderr), closed])
  return { child, ended: ended.then(([out, err, code]) => ({ out, err, code })) }
}

/** A PostgreSQL database of its own, with nothing in it. */
export async function emptyDatabase(): Promise<string> {
  const postgres = inject('postgres')
  if (!('url' in postgres)) throw new Error(postgres.missing)
  const name = `unstuck_${randomUUID().replaceAll('-', '')}`
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(postgres.url)
  url.pathname = `/${name}`
  return url.href
}
