import 'server-only'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'

/**
 * Kysely's own SQLite dialect with a connection through `node:sqlite`. There is one connection; Kysely hands it out under a mutex (the
 * adapter says "no multiple connections"), so a read never falls into somebody else's open transaction but waits for its end.
 */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #path: string

  constructor(path: string) {
    super({ database: () => Promise.reject(new Error('The driver below connects by itself.')) })
    this.#path = path
  }

  override createDriver(): Driver {
    return new WriterDriver(this.#path)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

/** SQLite undoes schema changes like any others; knowing it, the migrator runs all in one transaction. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class WriterDriver extends SqliteDriver {
  readonly #path: string
  #connection: NodeSqliteConnection | undefined

  constructor(path: string) {
    super({ database: () => Promise.reject(new Error('This driver connects by itself.')) })
    this.#path = path
  }

  override async init(): Promise<void> {
    this.#connection = new NodeSqliteConnection(await connect(this.#path))
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection === undefined) throw new Error('The database is closed.')
    return this.#connection
  }

  /** A plain `begin` takes the write lock at the first write, where waiting for it is no longer possible and the work fails. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  /** After a full disk or an I/O error SQLite has rolled back by itself; a second rollback would hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connection?.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  override async destroy(): Promise<void> {
    this.#connection?.close()
    this.#connection = undefined
  }
}

const keptStatements = 300

interface Prepared {
  readonly statement: StatementSync
  /** Asked once: describing the columns of a wide row costs as much as reading it. */
  readonly hasRows: boolean
}

/** Prepared statements are kept: preparing one costs more than running it. */
class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync
  readonly #kept = new Map<string, Prepared>()

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  get isTransaction(): boolean {
    return this.#database.isTransaction
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return patiently(() => this.#run<R>(sql, parameters as SQLInputValue[]))
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#database.prepare(sql).iterate(...(parameters as SQLInputValue[])))
      yield { rows: [plain<R>(row)] }
  }

  close(): void {
    this.#kept.clear()
    this.#database.close()
  }

  #run<R>(sql: string, parameters: readonly SQLInputValue[]): QueryResult<R> {
    const { statement, hasRows } = this.#prepare(sql)
    if (hasRows) return { rows: statement.all(...parameters).map((row) => plain<R>(row)) }
    const { changes, lastInsertRowid } = statement.run(...parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  #prepare(sql: string): Prepared {
    const kept = this.#kept.get(sql)
    if (kept !== undefined) return kept
    const statement = this.#database.prepare(sql)
    const prepared = { statement, hasRows: statement.columns().length > 0 }
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= keptStatements && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(sql, prepared)
    return prepared
  }
}

/** The rows of `node:sqlite` have no prototype; React refuses such objects as properties, and `pg` gives plain ones. A copy costs more than the reading. */
function plain<R>(row: object): R {
  return Object.setPrototypeOf(row, Object.prototype) as R
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
  const database = new DatabaseSync(path, { timeout: 0, enableForeignKeyConstraints: true })
  try {
    for (const pragma of pragmas) await patiently(() => database.exec(`pragma ${pragma}`))
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const longestWait = 5000

/**
 * Waits while another connection holds the lock, in place of SQLite's own busy timeout: that one sleeps on the event loop, where nobody
 * is served meanwhile, and where a lock held by this very process is never given back.
 */
async function patiently<T>(work: () => T): Promise<T> {
  const deadline = Date.now() + longestWait
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error
    }
    await sleep(1 + Math.random() * 15)
  }
}

/** True when another connection holds the lock: nothing was done, and trying again is safe. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === 5 || code === 6
}
