import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import type { Database, InstanceTable } from './schema.ts'

export type InstanceRow = Selectable<InstanceTable>
type Reader = Kysely<Database> | Transaction<Database>

/** How often a server writes down that it lives, and after what silence it counts as dead; milliseconds. Clocks may differ by some seconds. */
export const heartbeatEvery = 10_000
export const deadAfter = 60_000

/** Writes down that a server began, or, with a later `seen_at`, that it still lives. */
export async function registerInstance(db: Reader, row: InstanceRow): Promise<void> {
  await db
    .insertInto('instance')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet({ seen_at: row.seen_at }))
    .execute()
}

/** Answers false when the row is gone: register again. */
export async function heartbeat(db: Reader, id: string, at: number): Promise<boolean> {
  const result = await db.updateTable('instance').set({ seen_at: at }).where('id', '=', id).executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Takes a server off the list when it ends in good order. */
export async function removeInstance(db: Reader, id: string): Promise<void> {
  await db.deleteFrom('instance').where('id', '=', id).execute()
}

/** The servers of one machine, by its host name. */
export async function instancesOn(db: Reader, host: string): Promise<InstanceRow[]> {
  return db.selectFrom('instance').selectAll().where('host', '=', host).execute()
}

/** Which of these servers are dead: not on the list, or silent for too long. */
export async function deadInstances(
  db: Reader,
  ids: readonly string[],
  now: number = clock.now(),
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const living = await db
    .selectFrom('instance')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .where('seen_at', '>=', now - deadAfter)
    .execute()
  const alive = new Set(living.map((row) => row.id))
  return new Set(ids.filter((id) => !alive.has(id)))
}

export async function forgetInstances(db: Reader, before: number): Promise<void> {
  await db.deleteFrom('instance').where('seen_at', '<', before).execute()
}
