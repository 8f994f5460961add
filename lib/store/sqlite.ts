import 'server-only'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type SqliteDatabase,
} from 'kysely'
import { clock } from '#lib/clock.ts'

/**
 * Kysely's own SQLite dialect over `node:sqlite`. There is one connection; Kysely hands it out under a mutex (its adapter says "no
 * multiple connections"), so a read never falls into somebody else's open transaction but waits for its end.
 */
export function sqliteDialect(path: string): Dialect {
  return {
    createDriver: () => new WriterDriver(path),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}

/** SQLite undoes schema changes like any others; knowing it, the migrator runs all in one transaction. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class WriterDriver extends SqliteDriver {
  readonly #connect: { database: DatabaseSync | null }

  constructor(path: string) {
    const connected: { database: DatabaseSync | null } = { database: null }
    super({
      database: async () => {
        connected.database = await connect(path)
        return adapt(connected.database)
      },
    })
    this.#connect = connected
  }

  /** A plain `begin` takes the write lock at the first write, where waiting for it is no longer possible and the work fails. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** After a full disk or an I/O error SQLite has rolled back by itself; a second rollback would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connect.database?.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
}

const pragmas = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'cache_size = -65536',
  'temp_store = MEMORY',
  'journal_size_limit = 67108864',
]

async function connect(path: string): Promise<DatabaseSync> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Made here so that its mode is 0600 whatever the umask; SQLite gives its -wal and -shm files the same mode.
  closeSync(openSync(path, 'a', 0o600))
  const database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true })
  // The change to WAL does not wait for others as a write does, so programs that start together try again.
  for (let tries = 1; ; tries++) {
    try {
      for (const pragma of pragmas) database.exec(`pragma ${pragma}`)
      return database
    } catch (error) {
      if (!isBusy(error) || tries === 50) {
        database.close()
        throw error
      }
      await clock.sleep(20 + Math.random() * 80)
    }
  }
}

/** True when another process holds the lock: nothing was done, and trying again is safe. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === 5 || code === 6
}

const keptStatements = 300

/** The part of better-sqlite3's interface that Kysely's driver asks for. Prepared statements are kept: preparing costs more than running. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const statement = kept.get(sql) ?? database.prepare(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest)
    return statement
  }
  return {
    close() {
      kept.clear()
      database.close()
    },
    prepare(sql) {
      const statement = prepare(sql)
      const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        // Its rows have no prototype; React refuses such objects as properties, and `pg` gives plain ones.
        all: (parameters) => statement.all(...values(parameters)).map((row) => Object.assign({}, row)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => database.prepare(sql).iterate(...values(parameters)),
      }
    },
  }
}
