import 'server-only'
import { sql, type Kysely } from 'kysely'

/**
 * Calls whose unknown attempt a person resolved are listed beside those that the CA booked. Only an unknown attempt is ever resolved. The
 * condition stands as the query writes it: SQLite knows it again by its words alone.
 */
export async function widenBookedCalls(db: Kysely<unknown>): Promise<void> {
  await sql`drop index attempt_booked`.execute(db)
  await sql`create index attempt_booked on attempt (operation, intended_at)
    where operation = 'schedule-callback' and (outcome_kind = 'done' or resolved_at is not null)`.execute(db)
}
