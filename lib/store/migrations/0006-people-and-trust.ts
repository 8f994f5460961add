import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../migrations.ts'
import { createTable, kindsOf, type Kinds, type Table } from './tables.ts'

/** Second factors, one-time links, single sign-on, restricted accounts, scoped tokens, and changes that wait for a second person. */
export async function createPeopleAndTrust(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const kinds = kindsOf(dialect)
  for (const table of tables(kinds)) await createTable(db, table)
  for (const [table, column, kind] of columns(kinds))
    await db.schema.alterTable(table).addColumn(column, kind).execute()
  for (const statement of indexes) await sql.raw(statement).execute(db)
}

const columns = ({ text, whole }: Kinds) =>
  [
    ['person', 'second_factor_required_at', whole],
    ['session', 'device', text],
    ['token', 'scopes', text],
    ['token', 'expires_at', whole],
    ['account', 'restricted_at', whole],
  ] as const

const tables = ({ key, text, whole }: Kinds): readonly Table[] => [
  {
    name: 'one_time_link',
    primary: ['token_hash'],
    refers: { person_id: 'person.id' },
    columns: {
      token_hash: key,
      person_id: key,
      purpose: text,
      created_at: whole,
      expires_at: whole,
      'used_at?': whole,
    },
  },
  {
    name: 'totp',
    primary: ['person_id'],
    refers: { person_id: 'person.id' },
    columns: {
      person_id: key,
      secret_sealed: text,
      created_at: whole,
      'confirmed_at?': whole,
      'last_step?': whole,
    },
  },
  {
    name: 'recovery_code',
    primary: ['person_id', 'code_hash'],
    refers: { person_id: 'person.id' },
    columns: { person_id: key, code_hash: key, 'used_at?': whole },
  },
  {
    name: 'passkey',
    primary: ['id'],
    refers: { person_id: 'person.id' },
    columns: {
      id: key,
      person_id: key,
      name: text,
      public_key: text,
      counter: whole,
      transports: text,
      created_at: whole,
      'used_at?': whole,
    },
  },
  {
    name: 'challenge',
    primary: ['id_hash'],
    columns: { id_hash: key, purpose: text, 'person_id?': key, data: text, expires_at: whole, tries: whole },
  },
  {
    name: 'sign_on_identity',
    primary: ['issuer', 'subject'],
    refers: { person_id: 'person.id' },
    columns: { issuer: key, subject: key, person_id: key, created_at: whole, 'used_at?': whole },
  },
  {
    name: 'account_person',
    primary: ['account_id', 'person_id'],
    refers: { account_id: 'account.id', person_id: 'person.id' },
    columns: { account_id: key, person_id: key },
  },
  {
    name: 'approval',
    primary: ['id'],
    refers: { account_id: 'account.id' },
    columns: {
      id: key,
      operation: key,
      account_id: key,
      order_number: key,
      'ticket_id?': key,
      'ticket_system?': key,
      content_hash: key,
      input: text,
      reason: text,
      'override_at?': whole,
      requester_kind: key,
      requester_id: key,
      requester_name: text,
      requested_at: whole,
      expires_at: whole,
      'decided_at?': whole,
      'decision?': key,
      'decider_id?': key,
      'decider_name?': text,
      'note?': text,
      'attempt_key?': key,
    },
  },
]

const indexes = [
  'create index passkey_by_person on passkey (person_id)',
  'create index challenge_by_time on challenge (expires_at)',
  'create index one_time_link_by_person on one_time_link (person_id)',
  'create index sign_on_identity_by_person on sign_on_identity (person_id)',
  'create index approval_open on approval (requested_at) where decided_at is null',
  `create index approval_unfinished on approval (decided_at) where decision = 'approved' and attempt_key is null`,
  'create index approval_by_requester on approval (requester_id, requested_at)',
  'create index approval_by_order on approval (order_number, requested_at)',
]
