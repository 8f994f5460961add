import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../migrations.ts'
import { createTable, kindsOf } from './tables.ts'

/**
 * Several filters at once: the index of each filter also holds what the others ask, so that a walk along it needs no rows, and a small table
 * tells which values have ever met. Intents, half of all rows and never listed, are left out where nobody else asks; that pays for most of the width.
 */
export async function combineActivity(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const { key, whole } = kindsOf(dialect)
  await createTable(db, {
    name: 'event_combination',
    primary: ['actor_id', 'account_id', 'operation', 'outcome_kind'],
    columns: { actor_id: key, account_id: key, operation: key, outcome_kind: key, first_seq: whole },
  })
  for (const statement of [...indexes, ...combinations(dialect)]) await sql.raw(statement).execute(db)
}

const replaced = (name: string, columns: string, where = '') => [
  `drop index ${name}`,
  `create index ${name} on event (${columns})${where}`,
]

const isListed = `kind <> 'attempt.intended'`
const listed = (column: string) => ` where ${column} is not null and ${isListed}`

/** Not so for actors and orders: what somebody did lately, and an order's timeline, are asked for without regard to the screen. */
const indexes = [
  ...replaced('event_by_actor', 'actor_id, seq, at, kind, account_id, operation, outcome_kind'),
  ...replaced(
    'event_by_order',
    'order_number, seq, at, kind, actor_id, account_id, operation, outcome_kind',
    ' where order_number is not null',
  ),
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
  ...replaced(
    'event_by_ticket',
    'ticket_id, seq, at, actor_id, account_id, operation, outcome_kind',
    listed('ticket_id'),
  ),
]

const met = (row: string) =>
  `${row}actor_id, coalesce(${row}account_id, ''), coalesce(${row}operation, ''), coalesce(${row}outcome_kind, '')`

/** By trigger, so that no writer can forget it. A combination is written once; later events only look it up. */
function combinations(dialect: Dialect): readonly string[] {
  const remember = `insert into event_combination values (${met('new.')}, new.seq) on conflict do nothing`
  const filled = `insert into event_combination select ${met('')}, min(seq) from event where ${isListed} group by 1, 2, 3, 4`
  if (dialect === 'sqlite') {
    return [
      filled,
      `create trigger event_combined after insert on event when new.${isListed} begin ${remember}; end`,
    ]
  }
  return [
    filled,
    `create function event_combine() returns trigger language plpgsql as $$
      begin ${remember}; return null; end $$`,
    `create trigger event_combined after insert on event for each row when (new.${isListed})
      execute function event_combine()`,
  ]
}
