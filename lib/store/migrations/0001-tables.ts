import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../migrations.ts'
import { guardEvents } from './event-guards.ts'
import { createTable, kindsOf, type Kinds, type Table } from './tables.ts'

/** The first tables. Keys compare by byte on both databases, so that their order and prefix searches agree. */
export async function createTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const kinds = kindsOf(dialect)
  for (const table of tables(kinds)) await createTable(db, table)
  for (const statement of indexes) await sql.raw(statement).execute(db)
  await guardEvents(db, dialect)
}

function tables({ key, text, whole }: Kinds): readonly Table[] {
  return [
    {
      name: 'person',
      primary: ['id'],
      unique: ['email'],
      columns: {
        id: key,
        email: key,
        name: text,
        role: text,
        password_hash: text,
        created_at: whole,
        'disabled_at?': whole,
      },
    },
    {
      name: 'session',
      primary: ['id_hash'],
      refers: { person_id: 'person.id' },
      columns: { id_hash: key, person_id: key, created_at: whole, seen_at: whole, 'ended_at?': whole },
    },
    {
      name: 'token',
      primary: ['id'],
      unique: ['name', 'token_hash'],
      columns: {
        id: key,
        name: key,
        role: text,
        token_hash: key,
        created_at: whole,
        'used_at?': whole,
        'revoked_at?': whole,
      },
    },
    {
      name: 'back_off',
      primary: ['key'],
      columns: { key, failures: whole, blocked_until: whole, updated_at: whole },
    },
    {
      name: 'account',
      primary: ['id'],
      unique: ['label'],
      columns: {
        id: key,
        label: key,
        login_name: text,
        password_sealed: text,
        base_url: text,
        created_at: whole,
        'held_at?': whole,
        'hold_reason?': text,
        'hold_attempt?': key,
      },
    },
    {
      name: 'dcv_template',
      primary: ['account_id', 'template_id'],
      refers: { account_id: 'account.id' },
      columns: { account_id: key, template_id: whole, name: text },
    },
    {
      name: 'attempt',
      primary: ['key'],
      refers: { account_id: 'account.id' },
      columns: {
        key,
        operation: key,
        account_id: key,
        order_number: key,
        'ticket_id?': key,
        'ticket_system?': key,
        actor_kind: key,
        actor_id: key,
        actor_name: text,
        content_hash: key,
        input: text,
        'reason?': text,
        instance_id: key,
        intended_at: whole,
        deadline_at: whole,
        'settled_at?': whole,
        'outcome_kind?': key,
        'outcome?': text,
        'raw?': text,
        'resolved_at?': whole,
        'resolution?': text,
      },
    },
    {
      name: 'event',
      primary: ['seq'],
      columns: {
        seq: whole,
        at: whole,
        kind: key,
        actor_kind: key,
        actor_id: key,
        actor_name: text,
        'account_id?': key,
        'order_number?': key,
        'operation?': key,
        'attempt_key?': key,
        'outcome_kind?': key,
        'ticket_id?': key,
        'ticket_system?': key,
        body: text,
        'personal?': text,
        'personal_salt?': text,
        'personal_digest?': text,
        prev_hash: text,
        hash: text,
      },
    },
    {
      name: 'instance',
      primary: ['id'],
      columns: { id: key, host: text, pid: whole, started_at: whole, seen_at: whole },
    },
  ]
}

/** The booked calls name again what their index is limited to: without it SQLite, which has no statistics, prefers attempt_by_repeat. */
const indexes = [
  'create index attempt_by_order on attempt (order_number, intended_at)',
  'create index attempt_by_repeat on attempt (operation, order_number, account_id, intended_at)',
  'create index attempt_by_actor on attempt (actor_id, intended_at)',
  'create index attempt_by_time on attempt (intended_at)',
  `create index attempt_unresolved on attempt (intended_at) where outcome_kind = 'unknown' and resolved_at is null`,
  'create index attempt_open on attempt (deadline_at) where settled_at is null',
  `create index attempt_booked on attempt (operation, outcome_kind, intended_at)
    where operation = 'schedule-callback' and outcome_kind = 'done'`,
  'create index event_by_order on event (order_number, seq) where order_number is not null',
  'create index event_by_attempt on event (attempt_key, seq) where attempt_key is not null',
  'create index event_personal on event (at) where personal is not null',
  'create index session_by_person on session (person_id)',
  'create index back_off_by_time on back_off (updated_at)',
]
