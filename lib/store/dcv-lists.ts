import 'server-only'
import { sql, type Kysely, type Selectable, type Transaction } from 'kysely'
import type { Database, DcvListTable } from './schema.ts'

export type DcvListRow = Selectable<DcvListTable>
type Reader = Kysely<Database> | Transaction<Database>

export async function findDcvList(db: Reader, accountId: string, domain: string): Promise<DcvListRow | null> {
  const row = await db
    .selectFrom('dcv_list')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('domain', '=', domain)
    .executeTakeFirst()
  return row ?? null
}

export async function findDcvLists(
  db: Reader,
  accountId: string,
  domains: readonly string[],
): Promise<DcvListRow[]> {
  if (domains.length === 0) return []
  return db
    .selectFrom('dcv_list')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('domain', 'in', domains)
    .execute()
}

/** The account's lists of the domains below one, the newest first. Domains hold no sign that `like` takes for another but `_`. */
export async function findListsBelow(db: Reader, accountId: string, domain: string): Promise<DcvListRow[]> {
  const ending = `%.${domain.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}`
  return db
    .selectFrom('dcv_list')
    .selectAll()
    .where('account_id', '=', accountId)
    .where(sql<boolean>`domain like ${ending} escape '\\'`)
    .orderBy('tried_at', 'desc')
    .limit(50)
    .execute()
}

export async function saveDcvList(tx: Transaction<Database>, row: DcvListRow): Promise<void> {
  const { account_id: _account, domain: _domain, ...rest } = row
  await tx
    .insertInto('dcv_list')
    .values(row)
    .onConflict((on) => on.columns(['account_id', 'domain']).doUpdateSet(rest))
    .execute()
}

/** One read of a list that is under way: `at` is when it was claimed, in epoch milliseconds. */
export interface ListClaim {
  readonly accountId: string
  readonly domain: string
  readonly at: number
}

/** Writes the end of a read. Does nothing when another read has claimed the row since: that one is the newer. */
export async function endListRead(
  tx: Transaction<Database>,
  { accountId, domain, at }: ListClaim,
  end: Partial<Omit<DcvListRow, 'account_id' | 'domain'>>,
): Promise<void> {
  await tx
    .updateTable('dcv_list')
    .set(end)
    .where('account_id', '=', accountId)
    .where('domain', '=', domain)
    .where('tried_at', '=', at)
    .execute()
}

/** Takes a claim back that began the row. Does nothing when another read has claimed it since. */
export async function dropDcvList(
  tx: Transaction<Database>,
  { accountId, domain, at }: ListClaim,
): Promise<void> {
  await tx
    .deleteFrom('dcv_list')
    .where('account_id', '=', accountId)
    .where('domain', '=', domain)
    .where('tried_at', '=', at)
    .execute()
}

/** The events that tell of a list read for an order, the newest first. */
export async function listEventsOfOrder(
  db: Reader,
  accountId: string,
  order: string,
  limit: number,
): Promise<{ body: string }[]> {
  return db
    .selectFrom('event')
    .select('body')
    .where('order_number', '=', order)
    .where('account_id', '=', accountId)
    .where('kind', 'in', ['dcv-list.read', 'dcv-list.not-read'])
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
}
