import 'server-only'
import type { Transaction } from 'kysely'
import type { Role } from '#lib/desk/receipt.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { replaceRole, type PersonRow } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { endSessionsOf } from '#lib/store/sessions.ts'
import { isSecondFactorRequired } from './second-factor.ts'

/**
 * Gives a person another role, from their next request on. Where the new role demands a second factor and the one before did not, their
 * sessions end: they were opened without it.
 */
export async function giveRole(
  tx: Transaction<Database>,
  person: PersonRow,
  { role, by, at }: { role: Role; by: EventActor; at: number },
): Promise<void> {
  const isShort =
    (await isSecondFactorRequired(tx, { ...person, role })) && !(await isSecondFactorRequired(tx, person))
  await replaceRole(tx, person.id, role)
  const sessionsEnded = isShort ? await endSessionsOf(tx, person.id, at) : 0
  const body = { person: person.id, before: person.role, after: role, sessionsEnded }
  await appendEvent(tx, { at, kind: 'person.role-set', actor: by, body })
}
