import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

type Reader = Kysely<Database> | Transaction<Database>

export interface AccountFacts {
  /** How many DCV templates have a name. */
  readonly templates: ReadonlyMap<string, number>
  /** How many people a restricted account is given to. */
  readonly people: ReadonlyMap<string, number>
  /** The accounts that have an address for the CA's reports. */
  readonly pushed: ReadonlySet<string>
}

/** What stands beside the accounts in other tables, by account. */
export async function accountFacts(db: Reader): Promise<AccountFacts> {
  const count = (table: 'dcv_template' | 'account_person') =>
    db
      .selectFrom(table)
      .select((at) => ['account_id', at.fn.countAll<number>().as('count')])
      .groupBy('account_id')
      .execute()
  const [templates, people, pushed] = await Promise.all([
    count('dcv_template'),
    count('account_person'),
    db.selectFrom('push_address').select('account_id').execute(),
  ])
  const byAccount = (rows: typeof templates) =>
    new Map(rows.map(({ account_id, count }) => [account_id, Number(count)]))
  return {
    templates: byAccount(templates),
    people: byAccount(people),
    pushed: new Set(pushed.map(({ account_id }) => account_id)),
  }
}

/** Who entered an account's password last, and when (epoch milliseconds): the history knows, the account's own row does not. */
export async function lastPasswordSet(
  db: Reader,
  accountId: string,
): Promise<{ readonly at: number; readonly actor_name: string } | null> {
  const row = await db
    .selectFrom('event')
    .select(['at', 'actor_name'])
    .where('account_id', '=', accountId)
    // Both said although the kinds imply them: the index is limited by the one, and holds the other, so most rows are not looked at.
    .where('kind', '<>', 'attempt.intended')
    .where('operation', 'is', null)
    .where('kind', 'in', ['account.password-set', 'account.added'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Takes a template's name away. Answers the name it had, or null when there was none. */
export async function deleteTemplate(
  tx: Transaction<Database>,
  accountId: string,
  templateId: number,
): Promise<string | null> {
  const row = await tx
    .deleteFrom('dcv_template')
    .where('account_id', '=', accountId)
    .where('template_id', '=', templateId)
    .returning('name')
    .executeTakeFirst()
  return row?.name ?? null
}
