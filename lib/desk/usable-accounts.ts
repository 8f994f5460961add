import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import { atLeast } from '#lib/auth/roles.ts'
import { logRefused } from '#lib/auth/security-log.ts'
import { accountsGivenTo } from '#lib/store/account-people.ts'
import { findAccount, listAccounts, type AccountRow } from '#lib/store/accounts.ts'
import type { Database } from '#lib/store/schema.ts'
import type { Actor } from './receipt.ts'

type Reader = Kysely<Database> | Transaction<Database>

/**
 * The accounts that this person or token may see and use. A restricted account is there for the people it is given to, for administrators,
 * and for tokens that name it; a token with accounts in its scope has these alone.
 */
export async function usableAccounts(db: Reader, actor: Actor): Promise<AccountRow[]> {
  const all = await listAccounts(db)
  const given = await givenTo(db, actor, all)
  return all.filter((account) => isUsable(actor, account, given))
}

/** One of them by id or label, or null: an account that may not be used answers like one that is not there. */
export async function findUsableAccount(
  db: Reader,
  actor: Actor,
  idOrLabel: string,
): Promise<AccountRow | null> {
  // PostgreSQL takes no NUL in a text, and no account has one in its label.
  const account = idOrLabel.includes('\0') ? null : await findAccount(db, idOrLabel)
  if (account === null) return null
  if (await mayUse(db, actor, account)) return account
  logRefused(actor, 'use an account that is kept from them')
  return null
}

/** The question alone, of an account at hand. */
export async function mayUse(db: Reader, actor: Actor, account: AccountRow): Promise<boolean> {
  return isUsable(actor, account, await givenTo(db, actor, [account]))
}

/** The ids of the accounts whose orders and history this actor sees, or null when that is all: a query then needs no condition. */
export async function seenAccounts(db: Reader, actor: Actor): Promise<readonly string[] | null> {
  const all = await listAccounts(db)
  const given = await givenTo(db, actor, all)
  const seen = all.filter((account) => isUsable(actor, account, given))
  return seen.length === all.length ? null : seen.map(({ id }) => id)
}

/** The ids of accounts whose orders and history are kept from this actor; mostly none. */
export async function hiddenAccounts(db: Reader, actor: Actor): Promise<readonly string[]> {
  const all = await listAccounts(db)
  const given = await givenTo(db, actor, all)
  return all.filter((account) => !isUsable(actor, account, given)).map(({ id }) => id)
}

/** Asks the store only where an account is restricted. */
async function givenTo(
  db: Reader,
  actor: Actor,
  accounts: readonly AccountRow[],
): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person' || accounts.every(({ restricted_at }) => restricted_at === null))
    return new Set()
  return accountsGivenTo(db, actor.id)
}

function isUsable(actor: Actor, { id, restricted_at }: AccountRow, given: ReadonlySet<string>): boolean {
  if (actor.kind === 'token') {
    const named = actor.scopes?.accounts ?? null
    return named === null ? restricted_at === null : named.includes(id)
  }
  return restricted_at === null || atLeast(actor.role, 'administrator') || given.has(id)
}
