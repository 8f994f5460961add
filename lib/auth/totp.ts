import 'server-only'
import { Secret, TOTP } from 'otpauth'
import type { Transaction } from 'kysely'
import type { EventActor } from '#lib/store/events.ts'
import { appendEvent } from '#lib/store/events.ts'
import { clock } from '#lib/clock.ts'
import { store } from '#lib/store/open.ts'
import type { Database } from '#lib/store/schema.ts'
import { deleteTotp, findTotp, saveTotp } from '#lib/store/second-factors.ts'
import { giveBack, takeTry, tooManyTries } from './back-off.ts'
import { endOtherSteps } from './challenge.ts'
import { failed, type Changed } from './changed.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { logSecurity } from './security-log.ts'
import { seal, unseal } from './vault.ts'

const periodSeconds = 30
/** A secret whose first code does not come within this time counts no more. */
const begunFor = 10 * 60_000

interface Owner {
  readonly id: string
  readonly email: string
}

/**
 * Gives a person a new secret for an authenticator app (RFC 6238, SHA-1, six digits, 30 seconds: what every app reads). It counts from
 * the first right code on; until then an app that was set up before stays in force.
 */
export async function beginTotp(person: Owner): Promise<Changed<{ secret: string; uri: string }>> {
  const { write } = await store()
  const secret = new Secret({ size: 20 })
  return write(async (tx) => {
    const known = await findTotp(tx, person.id)
    if (known !== null && known.confirmed_at !== null)
      return failed('form', 'An authenticator app is set up already. Remove it first.')
    await saveTotp(tx, {
      person_id: person.id,
      secret_sealed: seal(secret.base32, boundTo(person.id)),
      created_at: clock.now(),
      confirmed_at: null,
      last_step: null,
    })
    return { ok: true, secret: secret.base32, uri: totpOf(secret.base32, person.email).toString() }
  })
}

/**
 * Takes the first code of the app, which then counts as a second factor, and answers with the recovery codes, shown once. `step` is the
 * sign-in in which it is set up, or null; all other half-finished ones end. Errors: `code`, `form`.
 */
export async function confirmTotp(
  person: Owner,
  given: { code: string; step: string | null; address: string },
  by: EventActor,
): Promise<Changed<{ recoveryCodes: readonly string[] }>> {
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const known = await findTotp(tx, person.id)
    if (known !== null && known.confirmed_at !== null) return failed('form', 'It is confirmed already.')
    if (known === null || known.created_at < at - begunFor)
      return failed('form', 'This took too long. Begin again.')
    const taken = await takeTry(tx, codesOf(person.id), given.address, at)
    if (taken.is === 'blocked') return failed('code', tooManyTries(taken.waitMs).message)
    const last_step = stepOf(known.secret_sealed, person.id, given.code, at)
    if (last_step === null) {
      logSecurity('a proof of who somebody is failed', { person: person.id })
      return failed('code', wrongCode)
    }
    await giveBack(tx, codesOf(person.id), given.address, at)
    if (!(await endOtherSteps(tx, { personId: person.id, step: given.step, now: at })))
      return failed('form', 'This sign-in is over. Begin again with your password.')
    await saveTotp(tx, { ...known, confirmed_at: at, last_step })
    await appendEvent(tx, { at, kind: 'person.totp-set', actor: by, body: { person: person.id } })
    return { ok: true, recoveryCodes: await renewRecoveryCodes(tx, person.id) }
  })
}

export const wrongCode =
  'The code is wrong or was used already. Enter the six digits that the app shows now; the clock of the telephone has to be right.'

/** Codes have a counter of their own beside that of passwords. No e-mail address looks like it. */
export const codesOf = (personId: string) => `second factor ${personId}`

/** Takes a code of a confirmed app. Each counts once, also for whoever reads it over a shoulder. */
export async function takeTotp(
  tx: Transaction<Database>,
  given: { personId: string; code: string; now: number },
): Promise<boolean> {
  const known = await findTotp(tx, given.personId)
  if (known === null || known.confirmed_at === null) return false
  const step = stepOf(known.secret_sealed, given.personId, given.code, given.now)
  if (step === null || step <= (known.last_step ?? -1)) return false
  await saveTotp(tx, { ...known, last_step: step })
  return true
}

/** Takes the app away. Answers false when there was none. */
export async function removeTotp(
  tx: Transaction<Database>,
  personId: string,
  by: EventActor,
): Promise<boolean> {
  if (!(await deleteTotp(tx, personId))) return false
  await appendEvent(tx, {
    at: clock.now(),
    kind: 'person.totp-removed',
    actor: by,
    body: { person: personId },
  })
  return true
}

/** The step of time that a code belongs to, one before or after now included; null when it belongs to none. */
function stepOf(sealed: string, personId: string, typed: string, now: number): number | null {
  const token = typed.slice(0, 20).replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const totp = totpOf(unseal(sealed, boundTo(personId)), '')
  const delta = totp.validate({ token, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / periodSeconds) + delta
}

const totpOf = (secret: string, label: string) =>
  new TOTP({
    issuer: 'Unstuck',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  })

/** What the vault binds the secret to, so that it opens in no other person's row. */
export const boundTo = (personId: string) => `totp ${personId}`
