import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { join } from 'node:path'
import { Kysely, type Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { migrate } from './migrations.ts'
import { becomeWriter, isRetryable, postgresDialect, postgresMigrationDialect } from './postgres.ts'
import type { Database } from './schema.ts'
import { isBusy, NodeSqliteDialect } from './sqlite.ts'

export interface Store {
  readonly db: Kysely<Database>
  readonly dialect: 'sqlite' | 'postgres'
  /**
   * Runs `work` in a transaction that no other writer of any instance can be inside of. When the database says "busy" the work is undone
   * and run again, so it must do nothing but ask the database. Within it use `tx`: on SQLite `db` would wait for this very transaction.
   */
  write<T>(work: (tx: Transaction<Database>) => Promise<T>): Promise<T>
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface StoreSettings {
  /** Null means SQLite in `dataDir`. */
  readonly databaseUrl: string | null
  readonly dataDir: string
}

/** The file of the embedded database. */
export const sqliteFile = (dataDir: string): string => join(dataDir, 'unstuck.db')

declare global {
  var unstuckStore: Promise<Store> | undefined
}

/** The process-wide store, opened at first use. On globalThis, because Next bundles this module more than once and dev reloads it. */
export function store(): Promise<Store> {
  globalThis.unstuckStore ??= openStore({ databaseUrl: env().DATABASE_URL, dataDir: env().DATA_DIR }).catch(
    (error: unknown) => {
      globalThis.unstuckStore = undefined
      throw error
    },
  )
  return globalThis.unstuckStore
}

/** Opens the database and brings its tables up to date; several programs may do so at the same moment. */
export async function openStore({ databaseUrl, dataDir }: StoreSettings): Promise<Store> {
  try {
    return await (databaseUrl === null ? openSqlite(dataDir) : openPostgres(databaseUrl))
  } catch (error) {
    // "connect ECONNREFUSED" and "file is not a database" do not say what is meant, and this is often all that somebody sees.
    const which = databaseUrl === null ? sqliteFile(dataDir) : 'of DATABASE_URL'
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`the database ${which} cannot be opened: ${why}`, { cause: error })
  }
}

async function openSqlite(dataDir: string): Promise<Store> {
  const db = new Kysely<Database>({ dialect: new NodeSqliteDialect(sqliteFile(dataDir)) })
  const begin = writer(db, { prepare: async () => {}, isRetryable: isBusy })
  await closeOnError(db, () => begin((tx) => migrate(tx, 'sqlite')))
  return storeOf(db, 'sqlite', begin)
}

async function openPostgres(url: string): Promise<Store> {
  const migrator = new Kysely<Database>({ dialect: postgresMigrationDialect(url) })
  await closeOnError(migrator, () => migrator.transaction().execute((tx) => migrate(tx, 'postgres')))
  await migrator.destroy()
  const db = new Kysely<Database>({ dialect: postgresDialect(url) })
  return storeOf(db, 'postgres', writer(db, { prepare: becomeWriter, isRetryable }))
}

async function closeOnError(db: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await db.destroy()
    throw error
  }
}

function storeOf(db: Kysely<Database>, dialect: Store['dialect'], write: Store['write']): Store {
  return {
    db,
    dialect,
    write,
    ping: async () => {
      await db.selectFrom('instance').select('id').limit(1).execute()
    },
    close: () => db.destroy(),
  }
}

const tries = 3

interface Writing {
  readonly prepare: (tx: Transaction<Database>) => Promise<void>
  readonly isRetryable: (error: unknown) => boolean
}

function writer(db: Kysely<Database>, { prepare, isRetryable }: Writing): Store['write'] {
  const current = new AsyncLocalStorage<{ open: boolean }>()
  return async (work) => {
    if (current.getStore()?.open)
      throw new Error('store.write was called inside store.write: it would wait for itself')
    for (let attempt = 1; ; attempt++) {
      const mine = { open: true }
      try {
        return await current.run(mine, () =>
          db.transaction().execute(async (tx) => {
            await prepare(tx)
            return work(tx)
          }),
        )
      } catch (error) {
        if (attempt === tries || !isRetryable(error)) throw error
      } finally {
        mine.open = false
      }
      await clock.sleep(20 * attempt + Math.random() * 30)
    }
  }
}
