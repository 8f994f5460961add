import 'server-only'
import type { Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import { countChallengeTry, deleteChallenge } from '#lib/store/challenges.ts'
import { appendEvent } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, type PersonRow } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { giveBack, takeTry, tooManyTries } from './back-off.ts'
import { readChallenge } from './challenge.ts'
import { openSession, type Opened, type SignInFactor, type SignInPlace } from './open-session.ts'
import { takePasskey, type PasskeyAnswer } from './passkey-sign-in.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import { logSecurity } from './security-log.ts'
import { codesOf, takeTotp, wrongCode } from './totp.ts'

/** What is shown beside the password. */
export type SecondProof =
  | { readonly kind: 'app'; readonly code: string }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'passkey'; readonly answer: PasskeyAnswer }

export type Finished =
  | Opened
  /** `isOver`: the challenge is gone, and the password comes first again. */
  | {
      readonly ok: false
      readonly message: string
      readonly isOver: boolean
      readonly retryAfterSeconds?: number
    }

const mostTries = 5
/** Wrong codes of one person in an hour, from all places they never came from together. */
const mostFromAnywhere = 100
const over = {
  ok: false,
  isOver: true,
  message: 'This sign-in took too long or was tried too often. Begin again with your password.',
} as const

const factors: Readonly<Record<SecondProof['kind'], SignInFactor>> = {
  app: 'password and app',
  recovery: 'password and recovery code',
  passkey: 'password and passkey',
}

/**
 * Opens the session when the second factor is right. Five tries for each challenge, and a back-off of its own for each person and place, so
 * that somebody who knows a password cannot guess codes by beginning again. A challenge counts once.
 */
export async function finishSignIn(
  given: { challenge: string; proof: SecondProof } & SignInPlace,
): Promise<Finished> {
  const { write } = await store()
  const { proof, address } = given
  return write(async (tx): Promise<Finished> => {
    const at = clock.now()
    const challenge = await readChallenge(tx, { id: given.challenge, purpose: 'second-factor', now: at })
    if (challenge === null || challenge.tries >= mostTries) return over
    const person = await findPerson(tx, challenge.person_id ?? '')
    if (person === null || person.disabled_at !== null) return over
    const most = proof.kind === 'app' ? mostFromAnywhere : Infinity
    const taken = await takeTry(tx, codesOf(person.id), address, at, most)
    if (taken.is === 'blocked') {
      logSecurity('a sign-in has to wait', { factor: factors[proof.kind], person: person.id })
      return { ok: false, isOver: false, ...tooManyTries(taken.waitMs) }
    }
    await countChallengeTry(tx, challenge.id_hash)
    if (!(await isRight(tx, person, proof, at))) {
      logSecurity('a sign-in failed', { factor: factors[proof.kind], person: person.id })
      if (taken.tellsHistory) await tellFailures(tx, person, address, at)
      return { ok: false, isOver: challenge.tries + 1 >= mostTries, message: wrongProof[proof.kind] }
    }
    await giveBack(tx, codesOf(person.id), address, at)
    if (!(await deleteChallenge(tx, challenge.id_hash))) return over
    return (await openSession(tx, person, { ...given, factor: factors[proof.kind], at })) ?? over
  })
}

const wrongProof: Readonly<Record<SecondProof['kind'], string>> = {
  app: wrongCode,
  recovery: 'The recovery code is wrong or was used already. Each counts once.',
  passkey: 'The passkey was not accepted. Try again, or use another way.',
}

function isRight(
  tx: Transaction<Database>,
  { id: personId }: PersonRow,
  proof: SecondProof,
  now: number,
): Promise<boolean> {
  if (proof.kind === 'app') return takeTotp(tx, { personId, code: proof.code, now })
  if (proof.kind === 'recovery') return takeRecoveryCode(tx, { personId, code: proof.code, now })
  return takePasskey(tx, { answer: proof.answer, personId, now }).then((taken) => taken !== null)
}

async function tellFailures(
  tx: Transaction<Database>,
  person: PersonRow,
  address: string,
  at: number,
): Promise<void> {
  await appendEvent(tx, {
    at,
    kind: 'person.second-factor-failed',
    actor: { kind: 'program', id: 'sign-in', name: 'Unstuck' },
    body: { person: person.id },
    personal: { address },
  })
}
