import 'server-only'
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { clock } from '#lib/clock.ts'
import { deleteChallenge } from '#lib/store/challenges.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { countRecoveryCodes, findPasskey, insertPasskey, passkeysOf } from '#lib/store/second-factors.ts'
import { failed, checkName, type Changed } from './changed.ts'
import { endOtherSteps, openChallenge, readChallenge } from './challenge.ts'
import { relyingParty } from './passkey-sign-in.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { logSecurity } from './security-log.ts'

interface Owner {
  readonly id: string
  readonly email: string
  readonly name: string
}

const most = 10

/** What the browser is asked to make a passkey from. It is stored on the authenticator and asks for a PIN or a finger each time. */
export async function beginPasskey(
  person: Owner,
): Promise<{ readonly options: PublicKeyCredentialCreationOptionsJSON; readonly challenge: string }> {
  const { db, write } = await store()
  const own = await passkeysOf(db, person.id)
  const now = clock.now()
  const challenge = await write((tx) =>
    openChallenge(tx, { purpose: 'passkey-registration', personId: person.id, data: {}, now }),
  )
  const options = await generateRegistrationOptions({
    rpName: 'Unstuck',
    rpID: relyingParty().id,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    challenge: Buffer.from(challenge, 'base64url'),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: own.map(({ id }) => ({ id })),
  })
  return { options, challenge }
}

/**
 * Keeps a new passkey. The first second factor of a person also brings recovery codes, shown once. `step` is the sign-in in which it is set
 * up, or null; all other half-finished ones end. Errors: `name`, `form`.
 */
export async function addPasskey(
  person: Owner,
  given: { name: string; challenge: string; response: RegistrationResponseJSON; step: string | null },
  by: EventActor,
): Promise<Changed<{ recoveryCodes: readonly string[] }>> {
  const problem = checkName(given.name, 60)
  if (problem !== null) return failed('name', problem)
  const made = await verify(given.response, given.challenge)
  if (made === null) return failed('form', 'The passkey was not accepted. Begin again.')
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const challenge = await readChallenge(tx, {
      id: given.challenge,
      purpose: 'passkey-registration',
      now: at,
    })
    if (challenge === null || challenge.person_id !== person.id)
      return failed('form', 'This took too long. Begin again.')
    await deleteChallenge(tx, challenge.id_hash)
    if (!(await endOtherSteps(tx, { personId: person.id, step: given.step, now: at })))
      return failed('form', 'This sign-in is over. Begin again with your password.')
    if ((await findPasskey(tx, made.id)) !== null) return failed('form', 'This passkey is known already.')
    if ((await passkeysOf(tx, person.id)).length >= most)
      return failed('form', `Keep ${most} passkeys at the most.`)
    await insertPasskey(tx, {
      ...made,
      person_id: person.id,
      name: given.name,
      created_at: at,
      used_at: null,
    })
    await appendEvent(tx, {
      at,
      kind: 'person.passkey-added',
      actor: by,
      body: { person: person.id, passkey: made.id.slice(0, 16) },
      personal: { name: given.name },
    })
    const left = await countRecoveryCodes(tx, person.id)
    return { ok: true, recoveryCodes: left === 0 ? await renewRecoveryCodes(tx, person.id) : [] }
  })
}

async function verify(response: RegistrationResponseJSON, challenge: string) {
  const { origin, id } = relyingParty()
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    })
    if (!verified) return null
    const { credential } = registrationInfo
    return {
      id: credential.id,
      public_key: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: JSON.stringify(credential.transports ?? []),
    }
  } catch (error) {
    logSecurity('a new passkey was not accepted', { why: error instanceof Error ? error.name : 'unknown' })
    return null
  }
}
