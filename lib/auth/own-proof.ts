import 'server-only'
import { clock } from '#lib/clock.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, type PersonRow } from '#lib/store/people.ts'
import { giveBack, takeTry } from './back-off.ts'
import { failed } from './changed.ts'
import { noPassword, verifyPassword } from './password.ts'
import { takeTotp } from './totp.ts'

export interface OwnProof {
  readonly personId: string
  /** What was typed: the password, or a code of the authenticator app where `codes` says that it counts. */
  readonly typed: string
  /** Where it comes from, for the back-off. */
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
  if (taken.is === 'blocked') return failed(field, tooMany(taken.waitMs))
  const person = await findPerson(db, personId)
  if (person === null || person.disabled_at !== null) return failed('form', 'Your access was ended.')
  if (person.password_hash === noPassword)
    return failed(
      'form',
      'You sign in with single sign-on: there is no password here, and nothing to change.',
    )
  if (!(await isRight(person, typed, codes)))
    return failed(field, codes ? 'The password or the code is wrong.' : 'This is not your password.')
  await write((tx) => giveBack(tx, who, address, clock.now()))
  return { ok: true, person }
}

/** No password is as short as a code, so what looks like a code is one. */
async function isRight(person: PersonRow, typed: string, codes: boolean): Promise<boolean> {
  if (!codes || !/^\s*\d{3}\s?\d{3}\s*$/.test(typed)) return verifyPassword(typed, person.password_hash)
  const { write } = await store()
  return write((tx) => takeTotp(tx, { personId: person.id, code: typed, now: clock.now() }))
}

function tooMany(waitMs: number): string {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return `Too many tries. Wait ${wait}, then try again.`
}
