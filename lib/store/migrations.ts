import 'server-only'
import { sql, type Transaction } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { createTables } from './migrations/0001-tables.ts'
import { indexActivity } from './migrations/0002-activity.ts'
import { createLivePicture } from './migrations/0003-live-picture.ts'
import { combineActivity } from './migrations/0004-activity-combined.ts'
import { noteMasking } from './migrations/0005-masking.ts'
import { createPeopleAndTrust } from './migrations/0006-people-and-trust.ts'
import { noteProofs } from './migrations/0007-fresh-proof.ts'
import { widenBookedCalls } from './migrations/0008-booked-calls.ts'
import type { Database } from './schema.ts'

export type Dialect = 'sqlite' | 'postgres'

/** In order, forward only. A migration that has been released is never changed: the next one puts it right. */
const migrations = (dialect: Dialect): Record<string, Migration> => ({
  '0001-tables': { up: (db) => createTables(db, dialect) },
  '0002-activity': { up: indexActivity },
  '0003-live-picture': { up: (db) => createLivePicture(db, dialect) },
  '0004-activity-combined': { up: (db) => combineActivity(db, dialect) },
  '0005-masking': { up: (db) => noteMasking(db, dialect) },
  '0006-people-and-trust': { up: (db) => createPeopleAndTrust(db, dialect) },
  '0007-fresh-proof': { up: (db) => noteProofs(db, dialect) },
  '0008-booked-calls': { up: widenBookedCalls },
})

/** As for the writer, but of its own: a migration must not wait for, nor be waited for by, writers of the running release. */
const migrationLock = 0x75_6e_73_74_75_64

/**
 * Brings the tables up to date inside `tx`, all or nothing. Programs that start together take turns: on SQLite `tx` holds the write lock
 * already, on PostgreSQL an advisory lock is taken before the first look.
 */
export async function migrate(tx: Transaction<Database>, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(tx)
  const steps = rememberingFailure(migrations(dialect))
  const migrator = new Migrator({ db: tx, provider: { getMigrations: async () => steps.migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (steps.failure() !== undefined) throw steps.failure()
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    throw new Error(
      'The database was written by a newer release of Unstuck than this one. Start that release, or restore a backup.',
      {
        cause: error,
      },
    )
  }
  throw error
}

/** On PostgreSQL the migrator gives its lock back in the transaction that failed, and what that answers hides the cause. */
function rememberingFailure(all: Record<string, Migration>) {
  let failure: unknown
  const remembering = ({ up }: Migration): Migration => ({
    up: async (db) => {
      try {
        await up(db)
      } catch (error) {
        failure = error
        throw error
      }
    },
  })
  const entries = Object.entries(all).map(([name, migration]) => [name, remembering(migration)])
  return { migrations: Object.fromEntries(entries) as typeof all, failure: () => failure }
}
