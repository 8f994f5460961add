import 'server-only'
import { sql, type CreateTableBuilder, type Kysely, type RawBuilder } from 'kysely'
import type { Dialect } from '../migrations.ts'

type Kind = RawBuilder<unknown> | 'text'
export interface Kinds {
  readonly key: Kind
  readonly text: Kind
  readonly whole: RawBuilder<unknown>
}

/** Column name to kind; a name that ends in `?` may be null. */
export interface Table {
  readonly name: string
  readonly primary: readonly string[]
  readonly columns: Readonly<Record<string, Kind>>
  readonly unique?: readonly string[]
  readonly refers?: Readonly<Record<string, string>>
}

export function kindsOf(dialect: Dialect): Kinds {
  return dialect === 'postgres'
    ? { key: sql`text collate "C"`, text: 'text', whole: sql`bigint` }
    : { key: 'text', text: 'text', whole: sql`integer` }
}

export async function createTable(db: Kysely<unknown>, table: Table): Promise<void> {
  let builder: CreateTableBuilder<string> = db.schema.createTable(table.name)
  for (const [name, kind] of Object.entries(table.columns)) {
    const column = name.replace('?', '')
    builder = builder.addColumn(column, kind, (made) => {
      const nullable = name.endsWith('?') ? made : made.notNull()
      const unique = table.unique?.includes(column) ? nullable.unique() : nullable
      const target = table.refers?.[column]
      return target === undefined ? unique : unique.references(target)
    })
  }
  await builder.addPrimaryKeyConstraint(`${table.name}_primary`, table.primary as never).execute()
}
