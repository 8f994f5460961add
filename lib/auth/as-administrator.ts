import 'server-only'
import type { Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import type { EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, type PersonRow } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { failed, type Changed } from './changed.ts'

type Tx = Transaction<Database>

/**
 * Writes what only administrators may change, if `by` is an enabled one at that moment: whoever was disabled or given another role since
 * the request began writes nothing any more. The program, which is also how the operator's command line signs, may. Errors: `form`.
 */
export async function asAdministrator<T extends object>(
  by: EventActor,
  work: (tx: Tx) => Promise<Changed<T>>,
): Promise<Changed<T>> {
  const { write } = await store()
  return write(async (tx) =>
    (await isAdministrator(tx, by))
      ? work(tx)
      : failed('form', 'Your access was changed in the meantime. Nothing was changed here.'),
  )
}

/** The same for a change of one person. `own`: whether `by` may be that person. */
export async function changePerson<T extends object>(
  personId: string,
  by: EventActor,
  { own }: { own: boolean },
  work: (tx: Tx, person: PersonRow, at: number) => Promise<Changed<T>>,
): Promise<Changed<T>> {
  if (!own && by.id === personId)
    return failed('form', 'Nobody changes their own access. Ask another administrator.')
  return asAdministrator(by, async (tx) => {
    const person = await findPerson(tx, personId)
    return person === null ? failed('form', 'There is no such person.') : work(tx, person, clock.now())
  })
}

async function isAdministrator(tx: Tx, by: EventActor): Promise<boolean> {
  if (by.kind !== 'person') return by.kind === 'program'
  const person = await findPerson(tx, by.id)
  return person !== null && person.disabled_at === null && person.role === 'administrator'
}
