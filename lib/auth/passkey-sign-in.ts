import 'server-only'
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { deleteChallenge } from '#lib/store/challenges.ts'
import { store } from '#lib/store/open.ts'
import { findPerson } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { findPasskey, markPasskeyUsed, passkeysOf, type PasskeyRow } from '#lib/store/second-factors.ts'
import { giveBack, takeTry, tooManyTries } from './back-off.ts'
import { openChallenge, readChallenge } from './challenge.ts'
import { noPassword } from './password.ts'
import { openSession, type Opened, type SignInPlace } from './open-session.ts'
import { logSecurity } from './security-log.ts'

export type PasskeyAnswer = AuthenticationResponseJSON

/** Whom authenticators bind a passkey to: the host that people type. */
export const relyingParty = () => {
  const { origin, hostname } = new URL(env().PUBLIC_URL)
  return { origin, id: hostname }
}

/** What the browser is asked to sign. With a person, by one of theirs; without, by any passkey that it holds for this desk. */
export async function passkeyQuestion(
  personId: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { db, write } = await store()
  const own = personId === null ? [] : await passkeysOf(db, personId)
  const now = clock.now()
  const challenge = await write((tx) =>
    openChallenge(tx, { purpose: 'passkey-sign-in', personId, data: {}, now }),
  )
  return generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: Buffer.from(challenge, 'base64url'),
    userVerification: 'required',
    allowCredentials: own.map(({ id, transports }) => ({ id, transports: transportsOf(transports) })),
  })
}

/** Signs a person in by a passkey alone: it is both factors, because the authenticator has checked a PIN or a finger. */
export async function signInWithPasskey(
  given: { answer: PasskeyAnswer } & SignInPlace,
): Promise<Opened | { readonly ok: false; readonly message: string }> {
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    // Passkeys that nobody has count together, so that inventing one each time is no way around the wait.
    const owner = (await findPasskey(tx, given.answer.id))?.person_id ?? null
    const who = `passkey ${owner ?? 'of nobody'}`
    const taken = await takeTry(tx, who, given.address, at)
    if (taken.is === 'blocked') {
      logSecurity('a sign-in has to wait', { factor: 'passkey' })
      return { ok: false, message: tooManyTries(taken.waitMs).message }
    }
    const personId = await takePasskey(tx, { answer: given.answer, personId: null, now: at })
    const person = personId === null ? null : await findPerson(tx, personId)
    // Without a password the sign-in was reset: first the link, then the passkey.
    const isIn = person !== null && person.disabled_at === null && person.password_hash !== noPassword
    const opened = isIn ? await openSession(tx, person, { ...given, factor: 'passkey', at }) : null
    if (opened === null) {
      logSecurity('a sign-in failed', { factor: 'passkey', person: owner })
      return { ok: false, message: 'This passkey was not accepted. Sign in with your password instead.' }
    }
    await giveBack(tx, who, given.address, at)
    return opened
  })
}

/** The person whose passkey signed an open challenge, or null. The challenge counts once. */
export async function takePasskey(
  tx: Transaction<Database>,
  { answer, personId, now }: { answer: PasskeyAnswer; personId: string | null; now: number },
): Promise<string | null> {
  const passkey = await findPasskey(tx, answer.id)
  const asked = challengeIn(answer)
  if (passkey === null || asked === null) return null
  if (personId !== null && passkey.person_id !== personId) return null
  const challenge = await readChallenge(tx, { id: asked, purpose: 'passkey-sign-in', now })
  if (challenge === null || challenge.person_id !== personId) return null
  if (!(await deleteChallenge(tx, challenge.id_hash))) return null
  const counter = await verify(passkey, answer, asked)
  if (counter === null) return null
  await markPasskeyUsed(tx, passkey.id, { counter, at: now })
  return passkey.person_id
}

async function verify(passkey: PasskeyRow, answer: PasskeyAnswer, challenge: string): Promise<number | null> {
  const { origin, id } = relyingParty()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
        counter: passkey.counter,
        transports: transportsOf(passkey.transports),
      },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch (error) {
    logSecurity('a passkey was not accepted', { why: error instanceof Error ? error.name : 'unknown' })
    return null
  }
}

function challengeIn({ response }: PasskeyAnswer): string | null {
  try {
    const text = Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')
    const { challenge } = JSON.parse(text) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}

const transportsOf = (json: string) => JSON.parse(json) as string[]
