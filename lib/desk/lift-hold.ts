import 'server-only'
import { mayDo } from '#lib/auth/security-log.ts'
import { findAccount, liftHold as liftAccountHold } from '#lib/store/accounts.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Desk } from './desk.ts'
import type { Actor, FieldError } from './receipt.ts'
import { isStillAllowed } from './still-allowed.ts'

export type Lifted =
  | { readonly ok: true; readonly id: string; readonly label: string }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Lets an account send again after an administrator has checked the four causes of -16. Errors are fields: `account`, `note`. */
export async function liftHold(
  desk: Desk,
  wanted: {
    actor: Actor | (Omit<Actor, 'kind'> & { readonly kind: 'program' })
    account: string
    note: string
  },
): Promise<Lifted> {
  const failed = (field: string, message: string): Lifted => ({ ok: false, errors: [{ field, message }] })
  const { actor } = wanted
  const note = wanted.note.trim()
  if (!mayDo(actor, 'administrator', 'lift a hold'))
    return failed('account', 'Only an administrator may lift a hold.')
  if (note === '') return failed('note', 'Say what you checked and what was wrong.')
  if (note.length > 1000) return failed('note', 'Shorten the note to 1,000 characters.')
  const lifted = await desk.store.write(async (tx): Promise<Lifted> => {
    if (actor.kind !== 'program' && !(await isStillAllowed(tx, actor)))
      return failed('account', 'Your access was ended.')
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    if (!(await liftAccountHold(tx, account.id)))
      return failed('account', `${account.label} is not on hold any more.`)
    await appendEvent(tx, {
      at: desk.now(),
      kind: 'hold.lifted',
      actor,
      accountId: account.id,
      body: { heldAt: account.held_at, attempt: account.hold_attempt },
      personal: { note },
    })
    return { ok: true, id: account.id, label: account.label }
  })
  if (lifted.ok) desk.ca.allow(lifted.id)
  return lifted
}
