import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isBusy } from '#lib/store/sqlite.ts'
import { Refused } from './refused.ts'

/**
 * Makes a SQLite database one file, with nothing left beside it. That takes the database for oneself for a moment, so it is refused while
 * a server, or another command, has it open. Answers false when there is a file that SQLite cannot read.
 */
export function foldSqlite(file: string): boolean {
  if (!existsSync(file)) return true
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: 500 })
    database.exec('pragma journal_mode = delete')
    return true
  } catch (error) {
    if (isBusy(error))
      throw new Refused(
        'A server, or another command, has this database open. Stop it first; nothing was changed.',
      )
    return false
  } finally {
    database?.close()
  }
}

/** For the name of what is kept aside: UTC, to the second. */
export const stamp = (at: number) => new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
