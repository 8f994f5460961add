import 'server-only'
import { mayDo } from '#lib/auth/security-log.ts'
import { findAccount, placeHold } from '#lib/store/accounts.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { Desk } from './desk.ts'
import type { Actor, FieldError } from './receipt.ts'
import { isStillAllowed } from './still-allowed.ts'

/** How the reason of a hold begins that an administrator placed; every other one is for a refused login. */
export const pausedBy = 'Paused by '

export type Paused =
  | { readonly ok: true; readonly id: string; readonly label: string }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * Stops an account's sending and reading because an administrator wants it: a hold that no reply caused, until `liftHold`. What is under
 * way is finished. The reason is shown to everybody who is stopped by it. Errors are fields: `account`, `reason`.
 */
export async function pauseAccount(
  desk: Pick<Desk, 'store' | 'now'>,
  wanted: { readonly actor: Actor; readonly account: string; readonly reason: string },
): Promise<Paused> {
  const failed = (field: string, message: string): Paused => ({ ok: false, errors: [{ field, message }] })
  const { actor } = wanted
  if (!mayDo(actor, 'administrator', 'pause an account'))
    return failed('account', 'Only an administrator may pause an account.')
  const reason = wanted.reason.replaceAll(/\s+/g, ' ').trim()
  if (reason === '') return failed('reason', 'Say why nothing may be sent.')
  if (reason.length > 300) return failed('reason', 'Shorten the reason to 300 characters.')
  if (/\p{Cc}|\p{Cs}/u.test(reason)) return failed('reason', 'Use letters, digits and signs.')
  return desk.store.write(async (tx): Promise<Paused> => {
    if (!(await isStillAllowed(tx, actor))) return failed('account', 'Your access was ended.')
    const account = await findAccount(tx, wanted.account)
    if (account === null) return failed('account', 'There is no such account.')
    const at = desk.now()
    const sentence = `${pausedBy}${actor.name}: ${reason}${/[.!?…]$/.test(reason) ? '' : '.'}`
    if (!(await placeHold(tx, account.id, { at, reason: sentence, attempt: null })))
      return failed('account', `${account.label} is on hold already.`)
    const about = { at, actor, accountId: account.id }
    await appendEvent(tx, { ...about, kind: 'hold.placed', body: { paused: true }, personal: { reason } })
    return { ok: true, id: account.id, label: account.label }
  })
}
