import { existsSync, renameSync } from 'node:fs'
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import { sql, type Transaction } from 'kysely'
import { env } from '#lib/env.ts'
import { storable } from '#lib/store/event-hash.ts'
import { appendEvent, headOfHistory, verifyHistory } from '#lib/store/events.ts'
import { openStore, sqliteFile, type Store } from '#lib/store/open.ts'
import type { Database } from '#lib/store/schema.ts'
import type { Command } from './commands.ts'
import { operator } from './operator.ts'
import { tablesIn } from './postgres-programs.ts'
import { Refused } from './refused.ts'
import { foldSqlite, stamp } from './sqlite-file.ts'
import { printTable } from './table.ts'

export const moveCommands: Readonly<Record<string, Command>> = {
  'move-to-postgres': {
    about:
      'Copies the SQLite database in DATA_DIR into the empty PostgreSQL database of DATABASE_URL and proves the chain there.',
    needs: [],
    run: async () => {
      const { DATABASE_URL, DATA_DIR } = env()
      if (DATABASE_URL === null) throw new Refused('Set DATABASE_URL to the empty PostgreSQL database first.')
      const file = sqliteFile(DATA_DIR)
      if (!existsSync(file)) throw new Refused(`There is no database at ${file}.`)
      foldSqlite(file)
      // Brings the old tables up to date first, so that both sides have the same.
      await (await openStore({ databaseUrl: null, dataDir: DATA_DIR })).close()
      foldSqlite(file)
      const target = await openEmpty(DATABASE_URL)
      try {
        const { counts, events, kept } = await move(file, target)
        printTable(
          ['table', 'rows'],
          [...counts].map(([table, count]) => [table, String(count)]),
        )
        console.log(`Moved. The history is whole: ${events} events. The old database is ${kept}.`)
      } finally {
        await target.close()
      }
    },
  },
}

async function openEmpty(databaseUrl: string): Promise<Store> {
  const foreign = new Refused('The database of DATABASE_URL is not empty. Nothing was changed.')
  const tables = await tablesIn(databaseUrl)
  // A move that failed leaves the tables without rows; anything else is not for us to write into.
  if (tables.length > 0 && !tables.includes('kysely_migration')) throw foreign
  const store = await openStore({ databaseUrl, dataDir: '' })
  for (const table of await store.db.introspection.getTables()) {
    const { rows } = await sql`select 1 from ${sql.table(table.name)} limit 1`.execute(store.db)
    if (rows.length === 0) continue
    await store.close()
    throw foreign
  }
  return store
}

interface Moved {
  readonly counts: ReadonlyMap<string, number>
  readonly events: number
  /** Where the old database is now. */
  readonly kept: string
}

/**
 * All tables in one transaction, a batch at a time, and the proof within it: it costs the same memory however long the history is, and half
 * of a move is none.
 */
async function move(file: string, target: Store): Promise<Moved> {
  const source = new DatabaseSync(file, { timeout: 500 })
  try {
    // Nobody starts on the old database meanwhile, nor before it has its other name.
    source.exec('pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive')
    const moved = await target.write((tx) => copyAll(source, tx))
    const kept = `${file}.moved-${stamp(Date.now())}`
    renameSync(file, kept)
    return { ...moved, kept }
  } finally {
    source.close()
  }
}

async function copyAll(source: DatabaseSync, tx: Transaction<Database>): Promise<Omit<Moved, 'kept'>> {
  const counts = new Map<string, number>()
  for (const table of tablesOf(source)) {
    await copyTable(source, tx, table)
    counts.set(table, await countBoth(source, tx, table))
  }
  const head = await headOfHistory(tx)
  await appendEvent(tx, {
    at: Date.now(),
    kind: 'store.moved',
    actor: operator(),
    body: { from: 'sqlite', head },
  })
  const verified = await verifyHistory(tx, { head })
  if (!verified.ok)
    throw new Refused(
      `The history is broken at event ${verified.seq}: ${verified.problem}. Nothing was moved.`,
    )
  return { counts, events: verified.events }
}

/** Every table but those of this very machine's servers and of the migrations, what others refer to first. */
function tablesOf(source: DatabaseSync): string[] {
  const names = source
    .prepare(
      `select name from sqlite_master where type = 'table' and name <> 'instance' and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely%' order by name`,
    )
    .all()
    .map((row) => String(row.name))
  const ordered: string[] = []
  const visit = (name: string) => {
    if (ordered.includes(name)) return
    const targets = source.prepare(`select "table" as name from pragma_foreign_key_list(?)`).all(name)
    for (const { name: other } of targets) if (other !== name) visit(String(other))
    ordered.push(name)
  }
  for (const name of names) visit(name)
  return ordered
}

const batchSize = 500

async function copyTable(source: DatabaseSync, tx: Transaction<Database>, table: string): Promise<void> {
  const order = table === 'event' ? 'seq' : 'rowid'
  let batch: Record<string, SQLOutputValue>[] = []
  const flush = async () => {
    if (batch.length === 0) return
    const insert = tx.insertInto(table as never).values(batch as never)
    // Triggers on events fill a table of their own while the events arrive.
    await (table === 'event' ? insert : insert.onConflict((on) => on.doNothing())).execute()
    batch = []
  }
  for (const row of source.prepare(`select * from "${table}" order by ${order}`).iterate()) {
    batch.push(table === 'event' ? { ...row } : fitting(row))
    if (batch.length === batchSize) await flush()
  }
  await flush()
}

/** PostgreSQL takes no NUL in a text, and SQLite does. Events have none: their hashes cover what is stored. */
function fitting(row: Record<string, SQLOutputValue>): Record<string, SQLOutputValue> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? storable(value) : value]),
  )
}

async function countBoth(source: DatabaseSync, tx: Transaction<Database>, table: string): Promise<number> {
  const before = Number(source.prepare(`select count(*) as count from "${table}"`).get()?.count)
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(tx)
  const after = Number(rows[0]?.count)
  if (before !== after)
    throw new Refused(`${table} has ${before} rows in SQLite and ${after} in PostgreSQL. Nothing was moved.`)
  return after
}
