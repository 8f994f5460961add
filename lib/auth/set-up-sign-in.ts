import 'server-only'
import { clock } from '#lib/clock.ts'
import { deleteChallenge } from '#lib/store/challenges.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, type PersonRow } from '#lib/store/people.ts'
import { readChallenge } from './challenge.ts'
import { openSession, type Opened, type SignInFactor, type SignInPlace } from './open-session.ts'
import { hasSecondFactor, secondFactorsOf } from './second-factor.ts'

/**
 * The person who has given the right password and may not work before they have set up a second factor; null when that took too long. They
 * may do nothing but that.
 */
export async function personSettingUp(challenge: string): Promise<PersonRow | null> {
  const { db } = await store()
  const found = await readChallenge(db, { id: challenge, purpose: 'set-up', now: clock.now() })
  const person = found?.person_id == null ? null : await findPerson(db, found.person_id)
  return person !== null && person.disabled_at === null ? person : null
}

/** Opens the session once the second factor has been set up. Null when the challenge is over or there is no second factor yet. */
export async function finishSetUp(given: { challenge: string } & SignInPlace): Promise<Opened | null> {
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const found = await readChallenge(tx, { id: given.challenge, purpose: 'set-up', now: at })
    const person = found?.person_id == null ? null : await findPerson(tx, found.person_id)
    if (found === null || person === null || person.disabled_at !== null) return null
    const factors = await secondFactorsOf(tx, person.id)
    if (!hasSecondFactor(factors) || !(await deleteChallenge(tx, found.id_hash))) return null
    const factor: SignInFactor = factors.totp ? 'password and app' : 'password and passkey'
    return openSession(tx, person, { ...given, factor, at })
  })
}
