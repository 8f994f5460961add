import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Role } from '#lib/desk/receipt.ts'
import { findPersonByEmail, insertPerson } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { checkName, failed, type Changed } from './changed.ts'

/** What was typed for a new person, as it is kept. Errors: `email`, `name`. */
export function readNewPerson(typed: {
  email: string
  name: string
}): Changed<{ email: string; name: string }> {
  const email = typed.email.trim().toLowerCase()
  if (email.length > 254 || !/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email))
    return failed('email', 'Enter an e-mail address.')
  const name = typed.name.trim()
  const problem = checkName(name)
  return problem === null ? { ok: true, email, name } : failed('name', problem)
}

/** Keeps a new person and answers their id; null when somebody has the e-mail address. */
export async function insertNewPerson(
  tx: Transaction<Database>,
  { at, passwordHash, ...person }: NewPerson,
): Promise<string | null> {
  if ((await findPersonByEmail(tx, person.email)) !== null) return null
  const id = randomUUID()
  const nothingYet = { disabled_at: null, second_factor_required_at: null }
  await insertPerson(tx, { id, ...person, password_hash: passwordHash, created_at: at, ...nothingYet })
  return id
}

interface NewPerson {
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
  readonly at: number
}

export const emailTaken = () => failed('email', 'There is a person with this e-mail address.')
