import 'server-only'
import { operationAbout } from '#lib/ca/catalogue.ts'
import { listAccounts } from '#lib/store/accounts.ts'
import { listTokens, type TokenRow } from '#lib/store/tokens.ts'
import type { Desk } from './desk.ts'
import { mayReadSettings, type ForAdministrators } from './read-settings.ts'
import type { Actor, Scopes } from './receipt.ts'

export interface TokenLine {
  readonly id: string
  readonly name: string
  readonly role: string
  /** Titles of the operations it is limited to; null means all that its role may. */
  readonly operations: readonly string[] | null
  /** Labels of the accounts it is limited to; null means all that are not restricted. */
  readonly accounts: readonly string[] | null
  readonly issuedAt: number
  readonly expiresAt: number | null
  readonly usedAt: number | null
  readonly revokedAt: number | null
  readonly state: 'valid' | 'expired' | 'revoked'
}

export interface TokensView {
  /** Those that are valid first, then by name. */
  readonly tokens: readonly TokenLine[]
  readonly accounts: readonly { readonly id: string; readonly label: string }[]
}

/** The API tokens without their secrets, and the accounts a new one may be limited to. */
export async function readTokensSettings(
  { store: { db }, now }: Pick<Desk, 'store' | 'now'>,
  reader: Actor,
): Promise<ForAdministrators<TokensView>> {
  if (!mayReadSettings(reader)) return 'forbidden'
  const [rows, accounts] = await Promise.all([listTokens(db), listAccounts(db)])
  const labels = new Map(accounts.map(({ id, label }) => [id, label]))
  const tokens = rows.map((row) => lineOf(row, labels, now()))
  return {
    tokens: [
      ...tokens.filter(({ state }) => state === 'valid'),
      ...tokens.filter(({ state }) => state !== 'valid'),
    ],
    accounts: accounts.map(({ id, label }) => ({ id, label })),
  }
}

function lineOf(row: TokenRow, labels: ReadonlyMap<string, string>, now: number): TokenLine {
  const scopes = row.scopes === null ? null : (JSON.parse(row.scopes) as Scopes)
  const isExpired = row.expires_at !== null && row.expires_at <= now
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    operations: scopes?.operations?.map((id) => operationAbout(id)?.title ?? id) ?? null,
    accounts: scopes?.accounts?.map((id) => labels.get(id) ?? id) ?? null,
    issuedAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
    state: row.revoked_at !== null ? 'revoked' : isExpired ? 'expired' : 'valid',
  }
}
