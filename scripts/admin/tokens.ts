import { lifeOf } from '#lib/auth/token-life.ts'
import { issueToken, revokeToken } from '#lib/auth/tokens.ts'
import { isOperationId } from '#lib/ca/catalogue.ts'
import { findAccount } from '#lib/store/accounts.ts'
import { store } from '#lib/store/open.ts'
import { listTokens } from '#lib/store/tokens.ts'
import type { Command } from './commands.ts'
import { operator, roleFrom } from './operator.ts'
import { orRefuse, Refused } from './refused.ts'
import { printTable, time } from './table.ts'

export const tokenCommands: Readonly<Record<string, Command>> = {
  'token add': {
    about:
      'Issues a token for a machine and prints it, once. Operations and accounts, divided by commas, limit it; it expires after so many days, or with a day such as 2027-03-31.',
    needs: ['name', 'role'],
    takes: ['operations', 'accounts', 'expires'],
    run: async ({ name = '', role = '', operations, accounts, expires }) => {
      const scopes = { operations: operationsFrom(operations), accounts: await accountsFrom(accounts) }
      const isLimited = scopes.operations !== null || scopes.accounts !== null
      const wanted = { name, role: roleFrom(role), expiresAt: expiryFrom(expires) }
      const { token } = orRefuse(await issueToken(isLimited ? { ...wanted, scopes } : wanted, operator()))
      console.error('Keep this token now: it is not shown again.')
      console.log(token)
    },
  },
  'token revoke': {
    about: 'Ends a token at once.',
    needs: ['name'],
    run: async ({ name = '' }) => {
      orRefuse(await revokeToken(name, operator()))
      console.log(`The token ${name} is revoked.`)
    },
  },
  'token list': {
    about: 'Lists the tokens, without their secrets.',
    needs: [],
    run: async () => {
      const rows = await listTokens((await store()).db)
      printTable(
        ['name', 'role', 'since', 'last used', 'expires', 'revoked'],
        rows.map((row) => [
          row.name,
          row.role,
          time(row.created_at),
          time(row.used_at),
          time(row.expires_at),
          time(row.revoked_at),
        ]),
      )
    },
  },
}

function operationsFrom(given: string | undefined): string[] | null {
  if (given === undefined) return null
  const ids = listed(given)
  const unknown = ids.find((id) => !isOperationId(id))
  if (ids.length === 0 || unknown !== undefined)
    throw new Refused(`operations: There is no operation "${unknown ?? ''}".`)
  return ids
}

/** By id or label; the token keeps ids, so that another label changes nothing. */
async function accountsFrom(given: string | undefined): Promise<string[] | null> {
  if (given === undefined) return null
  const { db } = await store()
  const names = listed(given)
  if (names.length === 0) throw new Refused('accounts: Name at least one.')
  const ids: string[] = []
  for (const name of names) {
    const account = await findAccount(db, name)
    if (account === null) throw new Refused(`accounts: There is no account "${name}".`)
    ids.push(account.id)
  }
  return ids
}

function expiryFrom(given: string | undefined): number | null {
  if (given === undefined) return null
  const at = lifeOf(given.trim(), Date.now())
  if (at === null)
    throw new Refused(
      'expires: Give days, such as 90, or a day ahead, such as 2027-03-31; ten years at most.',
    )
  return at
}

const listed = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
