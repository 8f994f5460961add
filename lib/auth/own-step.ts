import 'server-only'
import { clock } from '#lib/clock.ts'
import { store } from '#lib/store/open.ts'
import type { PersonRow } from '#lib/store/people.ts'
import { readChallenge } from './challenge.ts'
import { hasSecondFactor, secondFactorsOf, type SecondFactors } from './second-factor.ts'
import { personSettingUp } from './set-up-sign-in.ts'

/** What the person of an open sign-in can show beside the password; null when the step took too long. */
export async function factorsOfStep(
  challenge: string | null,
): Promise<(SecondFactors & { readonly personId: string }) | null> {
  if (challenge === null) return null
  const { db } = await store()
  const found = await readChallenge(db, { id: challenge, purpose: 'second-factor', now: clock.now() })
  if (found?.person_id == null) return null
  return { ...(await secondFactorsOf(db, found.person_id)), personId: found.person_id }
}

/** Who has to set up a second factor in this sign-in, and whether they have done so; null when the step took too long. */
export async function setUpOfStep(
  challenge: string | null,
): Promise<{ readonly person: PersonRow; readonly isSetUp: boolean } | null> {
  const person = challenge === null ? null : await personSettingUp(challenge)
  if (person === null) return null
  const { db } = await store()
  return { person, isSetUp: hasSecondFactor(await secondFactorsOf(db, person.id)) }
}
