import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { vaultStatus, type VaultKey } from '#lib/auth/sealed-values.ts'
import { env } from '#lib/env.ts'
import { appendEvent, verifyHistory, type Head } from '#lib/store/events.ts'
import { openStore, sqliteFile, type Store } from '#lib/store/open.ts'
import type { Command } from './commands.ts'
import { operator } from './operator.ts'
import { databaseName, runPostgresProgram, tablesIn } from './postgres-programs.ts'
import { Refused } from './refused.ts'
import { foldSqlite, giveToOwnerOfFolder, nameAlso, stamp } from './sqlite-file.ts'

export const restoreCommands: Readonly<Record<string, Command>> = {
  restore: {
    about:
      'Puts a copy that backup made in the database’s place, once it is proved whole. The server must be stopped.',
    needs: [],
    positional: 'FILE',
    run: async ({ file = '' }) => {
      const source = resolve(file)
      if (!existsSync(source)) throw new Refused(`${source} is not there.`)
      if (!statSync(source).isFile()) throw new Refused(`${source} is no file. Nothing was changed.`)
      const { DATABASE_URL, DATA_DIR } = env()
      const { head, missing, aside } =
        DATABASE_URL === null
          ? await restoreSqlite(source, DATA_DIR)
          : { ...(await restorePostgres(source, DATABASE_URL)), aside: null }
      console.log(`Restored. The history is whole, up to event ${head?.seq ?? 0}.`)
      if (aside !== null) console.log(`What was there before is in ${aside}.`)
      for (const { id, values } of missing)
        console.log(
          `The vault key ${id} is not here, and seals ${values} of its secrets: put it back before the start.`,
        )
      console.log(
        'Everybody has to sign in again, and links to invite or reset somebody have to be made anew. People disabled and tokens revoked since the copy was made are in force again: look through person list and token list.',
      )
    },
  },
}

interface Proved {
  /** The last event of the copy. */
  readonly head: Head | null
  /** Vault keys without which some of its secrets cannot be read. */
  readonly missing: readonly VaultKey[]
}

interface Restored extends Proved {
  /** Where the database that was there before is kept. */
  readonly aside: string | null
}

/** Proves a copy of the copy first, so that a bad file changes nothing, and keeps what it replaces. */
async function restoreSqlite(source: string, dataDir: string): Promise<Restored> {
  if (!beginsWith(source, 'SQLite format 3'))
    throw new Refused(`${source} is no SQLite database. Nothing was changed.`)
  const beside = ['-wal', '-journal'].find((part) => existsSync(`${source}${part}`))
  if (beside !== undefined)
    throw new Refused(
      `Beside ${source} there is its ${beside} file: it is no copy that backup made, and changes may be missing in it. Nothing was changed.`,
    )
  const target = sqliteFile(dataDir)
  foldSqlite(target)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(join(dataDir, '.restore-'))
  try {
    const copy = sqliteFile(folder)
    copyFileSync(source, copy)
    chmodSync(copy, 0o600)
    checkIntegrity(copy, source)
    const proved = await prove({ databaseUrl: null, dataDir: folder }, 'Nothing was changed.')
    foldSqlite(copy)
    giveToOwnerOfFolder(folder)
    giveToOwnerOfFolder(copy)
    return { ...proved, aside: replace(copy, target, dataDir) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Copies are larger than what is read into memory in one go. */
function beginsWith(file: string, signature: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(signature.length)
    readSync(handle, bytes)
    return bytes.toString() === signature
  } finally {
    closeSync(handle)
  }
}

function checkIntegrity(copy: string, source: string): void {
  const database = new DatabaseSync(copy)
  try {
    const [found] = database.prepare('pragma integrity_check').all()
    const events = database.prepare(`select name from sqlite_master where name = 'event'`).all()
    if (found?.integrity_check === 'ok' && events.length === 1) return
  } catch {
    // Said below: SQLite cannot even read it.
  } finally {
    database.close()
  }
  throw new Refused(`${source} is damaged, or no copy of this program’s database. Nothing was changed.`)
}

/** The last moment to notice that a server was started meanwhile. */
function replace(copy: string, target: string, dataDir: string): string | null {
  const isReadable = foldSqlite(target)
  if (!existsSync(target)) {
    renameSync(copy, target)
    return null
  }
  const aside = join(dataDir, `replaced-${stamp(Date.now())}`)
  mkdirSync(aside, { mode: 0o700 })
  giveToOwnerOfFolder(aside)
  // First a second name, then one renaming over the first: at no moment is there no database, in whose place a start would make an empty one.
  nameAlso(target, join(aside, basename(target)))
  for (const part of ['-wal', '-shm', '-journal']) {
    const left = `${target}${part}`
    if (!isReadable && existsSync(left)) renameSync(left, join(aside, basename(left)))
  }
  renameSync(copy, target)
  return aside
}

async function restorePostgres(source: string, databaseUrl: string): Promise<Proved> {
  if (!beginsWith(source, 'PGDMP'))
    throw new Refused(`${source} is no archive of pg_dump. Nothing was changed.`)
  if ((await tablesIn(databaseUrl)).length > 0)
    throw new Refused(
      'The database of DATABASE_URL is not empty. Create a new one, let DATABASE_URL name it, and restore into that; nothing was changed.',
    )
  const options = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction']
  runPostgresProgram('pg_restore', databaseUrl, [...options, `--dbname=${databaseName(databaseUrl)}`, source])
  return prove({ databaseUrl, dataDir: '' }, 'Drop this database and restore another copy.')
}

/** Brings the copy's tables up to date and proves its history. What let somebody in and was used up since must not come to life again. */
async function prove(
  settings: { databaseUrl: string | null; dataDir: string },
  otherwise: string,
): Promise<Proved> {
  const store = await openStore(settings)
  try {
    const verified = await verifyHistory(store.db)
    if (!verified.ok)
      throw new Refused(
        `The history in the copy is broken at event ${verified.seq}: ${verified.problem}. ${otherwise}`,
      )
    await noteRestored(store, verified.head)
    const keys = await vaultStatus(store.db)
    const missing = keys.filter(({ is, values }) => is === 'missing' && values > 0)
    return { head: verified.head, missing }
  } finally {
    await store.close()
  }
}

function noteRestored(store: Store, head: Head | null): Promise<void> {
  return store.write(async (tx) => {
    const at = Date.now()
    await tx.deleteFrom('instance').execute()
    await tx.updateTable('session').set({ ended_at: at }).where('ended_at', 'is', null).execute()
    await tx.deleteFrom('one_time_link').where('used_at', 'is', null).execute()
    await tx.deleteFrom('challenge').execute()
    await appendEvent(tx, { at, kind: 'store.restored', actor: operator(), body: { head } })
  })
}
