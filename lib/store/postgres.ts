import 'server-only'
import { PostgresDialect, sql, type Transaction } from 'kysely'
import { Pool, types, type PoolConfig } from 'pg'
import { log } from '#lib/log.ts'
import type { Database } from './schema.ts'

const int8 = 20

/** The pool the program works with. Every statement ends within half a minute, on the server and, should that be gone, here. */
export function postgresDialect(url: string): PostgresDialect {
  return new PostgresDialect({
    pool: createPool(url, { max: 10, statement_timeout: 30_000, query_timeout: 35_000 }),
  })
}

/** One connection without time limits: another instance may be migrating a large table, and one waits for it. */
export function postgresMigrationDialect(url: string): PostgresDialect {
  return new PostgresDialect({ pool: createPool(url, { max: 1 }) })
}

function createPool(url: string, settings: PoolConfig): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'unstuck',
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser },
    ...settings,
  })
  // Without listeners a server that goes away ends this process: `error` on the pool tells of idle connections, on a client of busy ones.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ err: error }, 'a database connection was lost'))
  })
  return pool
}

/** Counts and times are whole numbers below 2⁵³; `pg` would hand them over as text. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === int8 ? Number : types.getTypeParser(oid, format as 'text')
}

/** Any number will do, as long as nobody else in this database uses it: "unstuck" in ASCII, first six letters. */
const writerLock = 0x75_6e_73_74_75_63

/** Makes this transaction the only writer of all instances, in one round trip. Waiting is bounded. */
export async function becomeWriter(tx: Transaction<Database>): Promise<void> {
  await sql`with bounds as (
      select set_config('lock_timeout', '5000', true) as waiting, set_config('statement_timeout', '15000', true) as running
    ) select pg_advisory_xact_lock(${sql.lit(writerLock)}) from bounds`.execute(tx)
}

/** Lock not available, serialisation failure, deadlock: the database undid everything and says "try again". */
export function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['55P03', '40001', '40P01'].includes(String(error.code))
}
