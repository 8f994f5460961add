import 'server-only'
import type { Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { findPerson } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { deletePasskey, replaceRecoveryCodes } from '#lib/store/second-factors.ts'
import { failed, type Changed } from './changed.ts'
import { proveForChange, type Asked } from './own-proof.ts'
import { beginPasskey } from './passkeys.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { hasSecondFactor, isSecondFactorRequired, secondFactorsOf } from './second-factor.ts'
import { beginTotp, removeTotp } from './totp.ts'

/**
 * How people look after their own second factors. Each change asks for the password or a code first (`proof`), because with one of these
 * somebody else's session becomes theirs for good. Errors: `proof`, `form`.
 */
type Self = EventActor & { readonly id: string }
type Tx = Transaction<Database>

/** A new secret for an app; `confirmTotp` puts it in force. */
export async function beginOwnApp(asked: Asked, by: Self): Promise<ReturnType<typeof beginTotp>> {
  const proved = await proveForChange(asked, by.id)
  return proved.ok ? beginTotp(proved.person) : proved
}

export async function removeOwnApp(asked: Asked, by: Self): Promise<Changed> {
  const proved = await proveForChange(asked, by.id)
  if (!proved.ok) return proved
  return takeAway(by, 'app', async (tx) =>
    (await removeTotp(tx, by.id, by)) ? null : 'There is no authenticator app to remove.',
  )
}

/** The question to the browser; `addPasskey` takes its answer. */
export async function beginOwnPasskey(
  asked: Asked,
  by: Self,
): Promise<Changed<Awaited<ReturnType<typeof beginPasskey>>>> {
  const proved = await proveForChange(asked, by.id)
  return proved.ok ? { ok: true, ...(await beginPasskey(proved.person)) } : proved
}

export async function removeOwnPasskey(passkey: string, asked: Asked, by: Self): Promise<Changed> {
  const proved = await proveForChange(asked, by.id)
  if (!proved.ok) return proved
  return takeAway(by, passkey, async (tx) => {
    const name = await deletePasskey(tx, by.id, passkey)
    if (name === null) return 'There is no such passkey any more.'
    const body = { person: by.id, passkey: passkey.slice(0, 16) }
    await appendEvent(tx, {
      at: clock.now(),
      kind: 'person.passkey-removed',
      actor: by,
      body,
      personal: { name },
    })
    return null
  })
}

/** Ten new recovery codes, shown once; the earlier ones count no more. */
export async function renewOwnRecoveryCodes(
  asked: Asked,
  by: Self,
): Promise<Changed<{ recoveryCodes: readonly string[] }>> {
  const proved = await proveForChange(asked, by.id)
  if (!proved.ok) return proved
  const { write } = await store()
  return write(async (tx) => {
    if (!hasSecondFactor(await secondFactorsOf(tx, by.id)))
      return failed('form', 'Recovery codes help beside an app or a passkey only. Set one up first.')
    const recoveryCodes = await renewRecoveryCodes(tx, by.id)
    const body = { person: by.id }
    await appendEvent(tx, { at: clock.now(), kind: 'person.recovery-codes-renewed', actor: by, body })
    return { ok: true, recoveryCodes }
  })
}

/** Takes a factor away, unless it is the last one and one is needed. With the last one the recovery codes go, which help only beside it. */
async function takeAway(
  by: Self,
  what: string,
  remove: (tx: Tx) => Promise<string | null>,
): Promise<Changed> {
  const { write } = await store()
  return write(async (tx) => {
    const person = await findPerson(tx, by.id)
    if (person === null || person.disabled_at !== null) return failed('form', 'Your access was ended.')
    const { totp, passkeys } = await secondFactorsOf(tx, by.id)
    const isLeft = (totp && what !== 'app') || passkeys.some(({ id }) => id !== what)
    if (!isLeft && (await isSecondFactorRequired(tx, person)))
      return failed('form', 'You need a second factor here, and this is your last. Set up another one first.')
    const problem = await remove(tx)
    if (problem !== null) return failed('form', problem)
    if (!isLeft) await replaceRecoveryCodes(tx, by.id, [])
    return { ok: true }
  })
}
