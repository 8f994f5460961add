import 'server-only'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Database, DcvTemplateTable } from './schema.ts'

export type TemplateRow = Selectable<DcvTemplateTable>
type Reader = Kysely<Database> | Transaction<Database>

export async function templatesOf(db: Reader, accountId: string): Promise<TemplateRow[]> {
  return db
    .selectFrom('dcv_template')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('template_id')
    .execute()
}

/** Names a template of an account, or names it anew. */
export async function saveTemplate(tx: Transaction<Database>, row: TemplateRow): Promise<void> {
  await tx
    .insertInto('dcv_template')
    .values(row)
    .onConflict((on) => on.columns(['account_id', 'template_id']).doUpdateSet({ name: row.name }))
    .execute()
}
