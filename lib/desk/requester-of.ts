import 'server-only'
import type { Transaction } from 'kysely'
import { parseRole } from '#lib/auth/roles.ts'
import { operationAbout } from '#lib/ca/catalogue.ts'
import { findAccount } from '#lib/store/accounts.ts'
import type { ApprovalRow } from '#lib/store/approvals.ts'
import { findPerson } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { findTokenById } from '#lib/store/tokens.ts'
import { mayPerform } from './perform-operation.ts'
import type { Actor, Scopes } from './receipt.ts'
import { isStillAllowed } from './still-allowed.ts'
import { mayUse } from './usable-accounts.ts'

/** Whoever asked for a contact change, as they are today. Null when they could not do it themselves any more. */
export async function requesterOf(tx: Transaction<Database>, row: ApprovalRow): Promise<Actor | null> {
  const actor = row.requester_kind === 'token' ? await tokenOf(tx, row) : await personOf(tx, row)
  const about = operationAbout(row.operation)
  if (actor === null || about === null || mayPerform(actor, about) !== null) return null
  const account = await findAccount(tx, row.account_id)
  if (account === null || !(await mayUse(tx, actor, account))) return null
  return (await isStillAllowed(tx, actor)) ? actor : null
}

async function tokenOf(tx: Transaction<Database>, row: ApprovalRow): Promise<Actor | null> {
  const token = await findTokenById(tx, row.requester_id)
  const role = parseRole(token?.role ?? '')
  if (token === null || role === null) return null
  const scopes = token.scopes === null ? {} : { scopes: JSON.parse(token.scopes) as Scopes }
  return { kind: 'token', id: token.id, name: token.name, role, ...scopes }
}

async function personOf(tx: Transaction<Database>, row: ApprovalRow): Promise<Actor | null> {
  const person = await findPerson(tx, row.requester_id)
  const role = parseRole(person?.role ?? '')
  return person === null || role === null ? null : { kind: 'person', id: person.id, name: person.name, role }
}
