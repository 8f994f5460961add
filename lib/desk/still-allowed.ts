import 'server-only'
import type { Transaction } from 'kysely'
import { atLeast, parseRole } from '#lib/auth/roles.ts'
import { clock } from '#lib/clock.ts'
import { findPerson } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { isTokenValid } from '#lib/store/tokens.ts'
import type { Actor } from './receipt.ts'

/** Whether the person or token behind an actor has not been ended, or given a lower role, since the request began. */
export async function isStillAllowed(tx: Transaction<Database>, actor: Actor): Promise<boolean> {
  if (actor.kind === 'token') return isTokenValid(tx, actor.id, clock.now())
  const person = await findPerson(tx, actor.id)
  const role = parseRole(person?.role ?? '')
  return person !== null && person.disabled_at === null && role !== null && atLeast(role, actor.role)
}
