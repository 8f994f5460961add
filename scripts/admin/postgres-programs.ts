import { spawnSync } from 'node:child_process'
import { Client } from 'pg'
import { Refused } from './refused.ts'

/** Runs one of PostgreSQL's own programs. The connection goes into its environment: arguments are seen by every user of the machine. */
export function runPostgresProgram(program: string, databaseUrl: string, args: readonly string[]): void {
  const variables = { ...process.env, ...connectionOf(databaseUrl) }
  const done = spawnSync(program, args, { env: variables, encoding: 'utf8' })
  if (done.error !== undefined) {
    throw new Refused(
      `${program} is not installed here. Install PostgreSQL’s client programs, or use the backup of your database service.`,
    )
  }
  if (done.status !== 0) throw new Refused(`${program} failed: ${done.stderr.trim()}`)
}

/** A database's URL as the variables that PostgreSQL's programs read. */
export function connectionOf(databaseUrl: string): Readonly<Record<string, string>> {
  const url = new URL(databaseUrl)
  const mode = url.searchParams.get('sslmode') ?? ''
  const connection = {
    PGHOST: decodeURIComponent(url.searchParams.get('host') ?? url.hostname.replace(/^\[(.*)\]$/, '$1')),
    PGPORT: url.port || '5432',
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    // The driver's own word for encryption that checks no certificate.
    PGSSLMODE: mode === 'no-verify' ? 'require' : mode,
    PGSSLROOTCERT: url.searchParams.get('sslrootcert') ?? '',
  }
  return Object.fromEntries(Object.entries(connection).filter(([, value]) => value !== ''))
}

/** The name of the database that a URL leads to: no secret, so it may be an argument. */
export const databaseName = (databaseUrl: string) =>
  decodeURIComponent(new URL(databaseUrl).pathname.slice(1))

/** The tables in a database, whoever made them. */
export async function tablesIn(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const found = await client.query<{ table_name: string }>(
      `select table_name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    )
    return found.rows.map((row) => row.table_name)
  } finally {
    await client.end()
  }
}
