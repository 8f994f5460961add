import 'server-only'
import type { Kysely } from 'kysely'
import type { Dialect } from '../migrations.ts'
import { createTable, kindsOf, type Kinds, type Table } from './tables.ts'

/** What was read of orders and domains, whose turn it is to read, where the CA may report to, and settings that are no secret. */
export async function createLivePicture(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const table of tables(kindsOf(dialect))) await createTable(db, table)
}

const tables = ({ key, text, whole }: Kinds): readonly Table[] => [
  {
    name: 'order_state',
    primary: ['account_id', 'order_number'],
    refers: { account_id: 'account.id' },
    columns: {
      account_id: key,
      order_number: key,
      'tried_at?': whole,
      'tried_by?': text,
      'reading_until?': whole,
      'read_at?': whole,
      'read_by?': text,
      'state?': text,
      'failure?': text,
    },
  },
  {
    name: 'read_turn',
    primary: ['account_id'],
    refers: { account_id: 'account.id' },
    columns: { account_id: key, holder: key, until: whole },
  },
  {
    name: 'dcv_list',
    primary: ['account_id', 'domain'],
    refers: { account_id: 'account.id' },
    columns: {
      account_id: key,
      domain: key,
      tried_at: whole,
      'read_at?': whole,
      'addresses?': text,
      'raw?': text,
      'failure?': text,
    },
  },
  {
    name: 'push_address',
    primary: ['account_id'],
    unique: ['token_hash'],
    refers: { account_id: 'account.id' },
    columns: { account_id: key, token_hash: key, created_at: whole },
  },
  {
    name: 'setting',
    primary: ['name'],
    columns: { name: key, value: text, changed_at: whole },
  },
]
