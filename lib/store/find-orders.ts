import 'server-only'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { AttemptTable, Database } from './schema.ts'

/** An attempt without its input and its reply: enough for a line in a list, and small however long the reply was. */
export interface BriefAttempt {
  readonly key: string
  readonly operation: string
  readonly order_number: string
  readonly account_id: string
  readonly account_label: string
  readonly ticket_id: string | null
  readonly actor_kind: string
  readonly actor_id: string
  readonly actor_name: string
  readonly intended_at: number
  readonly outcome_kind: string | null
}

/** An order whose state was read, though perhaps nobody ever tried anything on it. */
export interface ReadOrder {
  readonly order_number: string
  readonly account_id: string
  readonly account_label: string
  readonly read_at: number | null
}

const columns = [
  'key',
  'operation',
  'order_number',
  'account_id',
  'ticket_id',
  'actor_kind',
  'actor_id',
  'actor_name',
  'intended_at',
  'outcome_kind',
] as const satisfies readonly (keyof AttemptTable & keyof BriefAttempt)[]

const brief = sql.join(columns.map((column) => sql.ref(`attempt.${column}`)))

/** At most so many accounts are walked for orders that were only read: SQLite takes no more than 500 selects in one. */
const mostWalks = 100

/** The accounts whose orders are asked for; null for all. In the query, so that a limit counts only what the reader may see. */
type OfAccounts = readonly string[] | null

/** A condition for a query, or nothing when all are asked for. SQLite would take an empty list, PostgreSQL takes none. */
function among(column: string, accountIds: OfAccounts): RawBuilder<unknown> {
  if (accountIds === null) return sql``
  return accountIds.length === 0 ? sql`and 1 = 0` : sql`and ${sql.ref(column)} in (${sql.join(accountIds)})`
}

/** The first byte sequence behind everything that starts with `prefix`: keys compare by byte, and nothing in UTF-8 is higher. */
const endOf = (prefix: string) => `${prefix}\u{10FFFF}`

/**
 * The newest attempt of each account on each of the first `limit` order numbers that start with `prefix`. Steps from one number to the
 * next along the index, so that a number with many attempts costs no more than one with few.
 */
export async function attemptsByOrderPrefix(
  db: Kysely<Database>,
  prefix: string,
  limit: number,
  accountIds: OfAccounts,
): Promise<readonly BriefAttempt[]> {
  const end = endOf(prefix)
  const { rows } = await sql<BriefAttempt>`
    with recursive found (order_number, step) as (
      select min(order_number), 1 from attempt
      where order_number >= ${prefix} and order_number < ${end} ${among('account_id', accountIds)}
      union all
      select (
        select min(later.order_number) from attempt as later
        where later.order_number > found.order_number and later.order_number < ${end}
          ${among('later.account_id', accountIds)}
      ), step + 1
      from found where found.order_number is not null and step < ${limit}
    )
    select ${brief}, account.label as account_label
    from found
    cross join account
    join attempt on attempt.key = (
      select newest.key from attempt as newest
      where newest.order_number = found.order_number and newest.account_id = account.id
      order by newest.intended_at desc limit 1
    )
    where found.order_number is not null ${among('account.id', accountIds)}`.execute(db)
  return rows
}

/** Of each account, the first `limit` orders that were read at the CA and whose number starts with `prefix`. */
export async function readOrdersByPrefix(
  db: Kysely<Database>,
  accounts: readonly { readonly id: string; readonly label: string }[],
  prefix: string,
  limit: number,
): Promise<readonly ReadOrder[]> {
  if (accounts.length === 0) return []
  const end = endOf(prefix)
  // One walk along the primary key for each account, which the key begins with.
  const walks = accounts.slice(0, mostWalks).map(
    ({ id, label }) => sql`
      select * from (
        select order_number, account_id, cast(${label} as text) as account_label, read_at from order_state
        where account_id = ${id} and order_number >= ${prefix} and order_number < ${end} and read_at is not null
        order by order_number limit ${limit}
      ) as walk`,
  )
  return (await sql<ReadOrder>`${sql.join(walks, sql` union all `)}`.execute(db)).rows
}

/** A person's newest attempts, newest first. */
export async function briefAttemptsOf(
  db: Kysely<Database>,
  actor: { readonly kind: string; readonly id: string },
  limit: number,
  accountIds: OfAccounts,
): Promise<readonly BriefAttempt[]> {
  const { rows } = await sql<BriefAttempt>`
    select ${brief}, account.label as account_label
    from attempt join account on account.id = attempt.account_id
    where attempt.actor_id = ${actor.id} and attempt.actor_kind = ${actor.kind}
      ${among('attempt.account_id', accountIds)}
    order by attempt.intended_at desc limit ${limit}`.execute(db)
  return rows
}

/** Everybody's newest attempts, newest first. */
export async function briefAttempts(
  db: Kysely<Database>,
  limit: number,
  accountIds: OfAccounts,
): Promise<readonly BriefAttempt[]> {
  const { rows } = await sql<BriefAttempt>`
    select ${brief}, account.label as account_label
    from attempt join account on account.id = attempt.account_id ${among('attempt.account_id', accountIds)}
    order by attempt.intended_at desc limit ${limit}`.execute(db)
  return rows
}
