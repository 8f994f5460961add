import 'server-only'
import { clock } from '#lib/clock.ts'
import { peopleOfAccount, saveRestriction } from '#lib/store/account-people.ts'
import { findAccount } from '#lib/store/accounts.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { listPeople } from '#lib/store/people.ts'
import { asAdministrator } from './as-administrator.ts'
import { failed, type Changed } from './changed.ts'

/**
 * Limits an account to some people, beside administrators, or, with null, opens it to everybody. Its orders and history are then hidden
 * from the others. Errors are fields: `account`, `people`.
 */
export async function restrictAccount(
  wanted: { account: string; people: readonly string[] | null },
  by: EventActor,
): Promise<Changed> {
  return asAdministrator(by, async (tx) => {
    const at = clock.now()
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    const known = new Set((await listPeople(tx)).map(({ id }) => id))
    const people = wanted.people === null ? null : [...new Set(wanted.people)].sort()
    if (people?.some((id) => !known.has(id))) return failed('people', 'Choose people from the list.')
    const before = account.restricted_at === null ? null : await peopleOfAccount(tx, account.id)
    if (JSON.stringify(before) === JSON.stringify(people)) return failed('people', 'Nothing would change.')
    await saveRestriction(tx, account.id, people === null ? null : { at, people })
    const body = { before, after: people }
    await appendEvent(tx, { at, kind: 'account.restricted', actor: by, accountId: account.id, body })
    return { ok: true }
  })
}
