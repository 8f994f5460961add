import 'server-only'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, type PersonRow } from '#lib/store/people.ts'
import { giveBack, takeTry, tooManyTries } from './back-off.ts'
import { failed } from './changed.ts'
import { noPassword, verifyPassword } from './password.ts'
import { secondFactorsOf } from './second-factor.ts'
import { logSecurity } from './security-log.ts'
import { takeTotp } from './totp.ts'

export interface OwnProof {
  readonly personId: string
  /** What was typed: the password, or a code of the authenticator app where `codes` says that it counts. */
  readonly typed: string
  /** Where it comes from, for the back-off. */
  readonly address: string
}

/** What is asked before a change of one's own sign-in: a proof, and where it comes from. */
export interface Asked {
  readonly proof: string
  readonly address: string
}

export type Proved = { readonly ok: true; readonly person: PersonRow } | ReturnType<typeof failed>

/**
 * Asks somebody who is signed in to show once more who they are, before they change how they sign in: a session that was left open, or taken,
 * must not be enough. It has a back-off of its own. Errors are of the field `field`, or `form`.
 */
export async function proveOneself(
  { personId, typed, address }: OwnProof,
  { field, codes }: { field: string; codes: boolean },
): Promise<Proved> {
  const { db, write } = await store()
  const who = `own ${personId}`
  const taken = await write((tx) => takeTry(tx, who, address, clock.now()))
  if (taken.is === 'blocked') return failed(field, tooManyTries(taken.waitMs).message)
  const person = await findPerson(db, personId)
  if (person === null || person.disabled_at !== null) return failed('form', 'Your access was ended.')
  if (!signsInHere(person))
    return failed(
      'form',
      'You sign in with single sign-on: there is no password here, and nothing to change.',
    )
  if (!(await isRight(person, typed, codes))) {
    logSecurity('a proof of who somebody is failed', { person: person.id })
    return failed(field, codes ? 'The password or the code is wrong.' : 'This is not your password.')
  }
  await write((tx) => giveBack(tx, who, address, clock.now()))
  return { ok: true, person }
}

/** Whether a person has a password that counts here; otherwise they come by single sign-on. */
export const signsInHere = (person: PersonRow): boolean =>
  env().LOCAL_SIGN_IN && person.password_hash !== noPassword

/** No password is as short as a code, so what looks like a code is one. */
async function isRight(person: PersonRow, typed: string, codes: boolean): Promise<boolean> {
  if (!codes || !/^\s*\d{3}\s?\d{3}\s*$/.test(typed)) return verifyPassword(typed, person.password_hash)
  const { write } = await store()
  return write((tx) => takeTotp(tx, { personId: person.id, code: typed, now: clock.now() }))
}

/** The same, for the password or a code of the app where there is one. Errors: `proof`, `form`. */
export async function proveForChange({ proof, address }: Asked, personId: string): Promise<Proved> {
  const { db } = await store()
  const { totp: codes } = await secondFactorsOf(db, personId)
  if (proof === '')
    return failed('proof', codes ? 'Enter your password, or a code of your app.' : 'Enter your password.')
  return proveOneself({ personId, typed: proof, address }, { field: 'proof', codes })
}
