import 'server-only'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#lib/store/schema.ts'

const minute = 60_000

/**
 * How often somebody has asked the CA for something within the last minute, by the kind of the event written before each asking. Everybody’s
 * events of that minute are walked by time: an actor’s own may be a million, and those of a minute are few.
 */
export async function asksWithinMinute(
  tx: Transaction<Database>,
  actor: { readonly kind: string; readonly id: string },
  kind: 'state.asked' | 'dcv-list.asked',
  now: number,
): Promise<number> {
  const { count } = await tx
    .selectFrom('event')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('at', '>', now - minute)
    // Joined to nothing, so that SQLite, which keeps no statistics, does not take the actor's index and walk all their years.
    .where(sql<string>`actor_id || ''`, '=', actor.id)
    .where('actor_kind', '=', actor.kind)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return Number(count)
}
