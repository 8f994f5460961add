import 'server-only'
import { sql, type Kysely } from 'kysely'

/**
 * Several filters at once: each index of a filter that matches much also holds what the others ask, so that a walk along it needs no rows.
 * Intents, which are half of all rows and never listed, are left out where nobody else asks; that pays for the width.
 */
export async function combineActivity(db: Kysely<unknown>): Promise<void> {
  for (const statement of indexes) await sql.raw(statement).execute(db)
}

const replaced = (name: string, columns: string, where: string) => [
  `drop index ${name}`,
  `create index ${name} on event (${columns})${where}`,
]

/** Not for actors: what somebody asked lately is asked without regard to the screen. */
const listed = (column: string) => ` where ${column} is not null and kind <> 'attempt.intended'`

const indexes = [
  ...replaced('event_by_actor', 'actor_id, seq, at, kind, account_id, operation, outcome_kind', ''),
  ...replaced(
    'event_by_account',
    'account_id, seq, at, actor_id, operation, outcome_kind',
    listed('account_id'),
  ),
  ...replaced(
    'event_by_operation',
    'operation, seq, at, actor_id, account_id, outcome_kind',
    listed('operation'),
  ),
  ...replaced(
    'event_by_outcome',
    'outcome_kind, seq, at, actor_id, account_id, operation',
    listed('outcome_kind'),
  ),
  ...replaced('event_by_ticket', 'ticket_id, seq', listed('ticket_id')),
]
