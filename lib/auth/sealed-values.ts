import 'server-only'
import { sql, type Kysely, type Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import type { Store } from '#lib/store/open.ts'
import type { Database } from '#lib/store/schema.ts'
import { keyId, keyIdOf, reseal, vaultKeys } from './vault.ts'

type Reader = Kysely<Database> | Transaction<Database>

interface SealedColumn {
  readonly table: keyof Database
  readonly column: string
  /** The primary key. */
  readonly id: string
  /** What a value is bound to, made from the primary key as where it is sealed. */
  readonly boundTo: (id: string) => string
}

/** Every column that holds what the vault sealed. Whoever adds one adds it here, or a rotation leaves it behind; a test compares. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'account', column: 'password_sealed', id: 'id', boundTo: (id) => id },
  { table: 'totp', column: 'secret_sealed', id: 'person_id', boundTo: (id) => `totp ${id}` },
]

export interface VaultKey {
  readonly id: string
  /** `missing`: this server has no such key, and what it sealed cannot be read here. */
  readonly is: 'current' | 'retired' | 'missing'
  readonly values: number
}

/** Which key seals how many values in this database, the current key first. */
export async function vaultStatus(db: Reader): Promise<VaultKey[]> {
  const counts = new Map<string, number>()
  for (const column of sealedColumns) {
    for (const { sealed } of await valuesOf(db, column)) {
      const id = keyIdOf(sealed) ?? 'unreadable'
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  const mine = vaultKeys().map((key) => keyId(key))
  const all = [...new Set([...mine, ...counts.keys()])]
  return all.map((id) => ({
    id,
    is: id === mine[0] ? 'current' : mine.includes(id) ? 'retired' : 'missing',
    values: counts.get(id) ?? 0,
  }))
}

export interface Rotated {
  readonly to: string
  readonly values: number
}

/**
 * Seals everything anew with the current key, in one transaction: all of it or nothing, also while servers run. What has the current key
 * already stays as it is, and then there is no event. Throws when a value's key is missing, naming it.
 */
export async function rotateVault(store: Store, by: EventActor): Promise<Rotated> {
  const keys = vaultKeys()
  const to = keyId(keys[0] ?? Buffer.alloc(0))
  return store.write(async (tx) => {
    const from: Record<string, number> = {}
    for (const column of sealedColumns) {
      for (const { id, sealed } of await valuesOf(tx, column)) {
        const fresh = reseal(sealed, column.boundTo(id), keys)
        if (fresh === null) continue
        await replace(tx, column, id, fresh)
        const old = keyIdOf(sealed) ?? ''
        from[old] = (from[old] ?? 0) + 1
      }
    }
    const values = Object.values(from).reduce((sum, count) => sum + count, 0)
    if (values > 0)
      await appendEvent(tx, { at: clock.now(), kind: 'vault.rotated', actor: by, body: { to, from, values } })
    return { to, values }
  })
}

/**
 * Says at the start what is wrong with the keys. Throws when nothing at all that is sealed here can be opened: then the key is another
 * one. Answers what cannot be opened when it is a part, because the desk still works for the rest.
 */
export async function checkVault(db: Reader): Promise<VaultKey[]> {
  const keys = await vaultStatus(db)
  const missing = keys.filter((key) => key.is === 'missing' && key.values > 0)
  const isAnythingReadable = keys.some((key) => key.is !== 'missing' && key.values > 0)
  if (missing.length === 0 || isAnythingReadable) return missing
  const needed = missing.map((key) => key.id).join(', ')
  throw new Error(
    `the vault key is not the one that sealed the passwords in this database. They need the key ${needed}; ` +
      `this server has ${keys[0]?.id}. Put the right key back as VAULT_KEY (by default it is the file vault-key in DATA_DIR), ` +
      'or add it to VAULT_KEYS_RETIRED and run: npm run admin -- vault rotate. ' +
      'If it is lost, enter a password anew with: npm run admin -- account password --label …',
  )
}

async function valuesOf(db: Reader, { table, column, id }: SealedColumn) {
  const found = await sql<{ id: string; sealed: string }>`
    select ${sql.ref(id)} as id, ${sql.ref(column)} as sealed from ${sql.table(table)} order by ${sql.ref(id)}`.execute(
    db,
  )
  return found.rows
}

async function replace(
  tx: Transaction<Database>,
  { table, column, id }: SealedColumn,
  key: string,
  sealed: string,
): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealed} where ${sql.ref(id)} = ${key}`.execute(
    tx,
  )
}
