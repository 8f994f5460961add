import { chownSync, constants, copyFileSync, existsSync, linkSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
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
    if (isUnreadable(error)) return false
    const why = error instanceof Error ? error.message : String(error)
    throw new Refused(`${file} cannot be opened for writing (${why}). Nothing was changed.`)
  } finally {
    database?.close()
  }
}

/** Damaged, or no database at all: codes 11 and 26. */
function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === 11 || code === 26
}

/** Gives a file another name in the same volume. Both ways fail when the name is taken. The second is for volumes without hard links. */
export function nameAlso(file: string, name: string): void {
  try {
    linkSync(file, name)
  } catch {
    copyFileSync(file, name, constants.COPYFILE_EXCL)
  }
}

/** The server's user has to be able to open what root put into its folder. */
export function giveToOwnerOfFolder(path: string): void {
  const { uid, gid } = statSync(dirname(path))
  if (process.getuid?.() === 0) chownSync(path, uid, gid)
}

/** For the name of what is kept aside: UTC, to the second. */
export const stamp = (at: number) => new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
