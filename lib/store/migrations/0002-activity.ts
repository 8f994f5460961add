import 'server-only'
import { sql, type Kysely } from 'kysely'

/** One index for each filter of the activity screen, each ending in `seq`, so that every page is a short walk along one of them. */
export async function indexActivity(db: Kysely<unknown>): Promise<void> {
  for (const statement of indexes) await sql.raw(statement).execute(db)
}

const indexes = [
  'create index event_by_actor on event (actor_id, seq)',
  'create index event_by_account on event (account_id, seq) where account_id is not null',
  'create index event_by_operation on event (operation, seq) where operation is not null',
  'create index event_by_outcome on event (outcome_kind, seq) where outcome_kind is not null',
  'create index event_by_ticket on event (ticket_id, seq) where ticket_id is not null',
  'create index event_by_time on event (at, seq)',
]
