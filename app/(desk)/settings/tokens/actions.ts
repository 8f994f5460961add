'use server'

import { z } from 'zod/mini'
import type { SettingsState } from '#components/settings/settings-state.ts'
import { lifeOf } from '#lib/auth/token-life.ts'
import { issueToken, revokeToken } from '#lib/auth/tokens.ts'
import { isOperationId } from '#lib/ca/catalogue.ts'
import { listAccounts } from '#lib/store/accounts.ts'
import { store } from '#lib/store/open.ts'

import { asPerson, asProvenPerson, done, oneOf, refused, text, texts } from '../as-person.ts'

const limit = oneOf(['all', 'chosen'], 'Choose one.')

const fields = z.object({
  name: text,
  role: oneOf(['viewer', 'agent', 'manager'], 'Choose a role.'),
  limitOperations: limit,
  operations: texts,
  limitAccounts: limit,
  accounts: texts,
  life: oneOf(['30', '90', '365', 'date'], 'Choose how long it works.'),
  lastDay: text,
})

/** Issues an API token and shows it once. Fields: `name`, `role`, `limitOperations`, `operations`, `limitAccounts`, `accounts`, `life`, `lastDay`. */
export async function issueTokenAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asProvenPerson(form, fields, async (actor, wanted) => {
    const life = lifeOf(wanted.life === 'date' ? wanted.lastDay.trim() : wanted.life, Date.now())
    if (life === null)
      return refused([{ field: 'lastDay', message: 'Choose a day that lies ahead, within ten years.' }])
    const operations = wanted.limitOperations === 'all' ? null : wanted.operations
    if (operations !== null && (operations.length === 0 || !operations.every(isOperationId)))
      return refused([{ field: 'operations', message: 'Choose at least one operation.' }])
    const accounts = wanted.limitAccounts === 'all' ? null : wanted.accounts
    const known = new Set((await listAccounts((await store()).db)).map(({ id }) => id))
    if (accounts !== null && (accounts.length === 0 || !accounts.every((one) => known.has(one))))
      return refused([{ field: 'accounts', message: 'Choose at least one account.' }])
    const scopes = operations === null && accounts === null ? undefined : { operations, accounts }
    const name = wanted.name.trim()
    const issued = await issueToken(
      { name, role: wanted.role, ...(scopes && { scopes }), expiresAt: life },
      actor,
    )
    if (!issued.ok) return refused(issued.errors)
    return done(`The token ${name} is issued.`, { what: 'API token', value: issued.token, until: life })
  })
}

/** Ends a token at once. Fields: `name`. */
export async function revokeTokenAction(_previous: SettingsState, form: FormData): Promise<SettingsState> {
  return asPerson(form, z.object({ name: text }), async (actor, { name }) => {
    const revoked = await revokeToken(name, actor)
    return revoked.ok
      ? done(`The token ${name} is revoked.`)
      : refused(revoked.errors.map((error) => ({ ...error, field: 'form' })))
  })
}
