import 'server-only'
import { clock } from '#lib/clock.ts'
import { appendEvent } from '#lib/store/events.ts'
import { log } from '#lib/log.ts'
import { countSignInFailure } from '#lib/metrics/metrics.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, findPersonByEmail, replacePasswordHash, type PersonRow } from '#lib/store/people.ts'
import { markSessionEnded } from '#lib/store/sessions.ts'
import { takeTry, tooManyTries } from './back-off.ts'
import { openChallenge } from './challenge.ts'
import { openSession, type Opened, type SignInPlace } from './open-session.ts'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'
import { hasSecondFactor, isSecondFactorRequired, secondFactorsOf } from './second-factor.ts'
import { logSecurity } from './security-log.ts'
import { referenceOf } from './session-id.ts'
import { createRoom } from './turns.ts'

export type SignInResult =
  | Opened
  /** The password was right, and a second factor comes next: to be shown, or to be set up first. */
  | { readonly ok: 'challenge'; readonly purpose: 'second-factor' | 'set-up'; readonly challenge: string }
  | { readonly ok: false; readonly message: string; readonly retryAfterSeconds?: number }

const wrong = {
  ok: false,
  message: 'The e-mail address or the password is wrong.',
} as const satisfies SignInResult

/** As many as are answered within two seconds or so. */
const room = createRoom(64)

const full = {
  ok: false,
  message: 'Very many people are signing in just now. Wait a few seconds, then try again.',
  retryAfterSeconds: 5,
} as const satisfies SignInResult

const unavailable = {
  ok: false,
  message:
    'The desk could not check this just now. Try again in a minute; if it stays so, tell whoever runs the desk.',
  retryAfterSeconds: 60,
} as const satisfies SignInResult

/**
 * Checks a person's password and opens a session with a new id, or a challenge for the second factor. Says and takes the same for people
 * who do not exist or are disabled. A database that does not answer is a result too, so that what was typed stays on the screen.
 */
export async function signIn(
  given: { email: string; password: string } & SignInPlace,
): Promise<SignInResult> {
  const leave = room.enter()
  if (leave === null) return full
  try {
    return await judge(given)
  } catch (error) {
    log.error({ err: error }, 'a sign-in could not be checked')
    return unavailable
  } finally {
    leave()
  }
}

async function judge(given: { email: string; password: string } & SignInPlace): Promise<SignInResult> {
  const email = readEmail(given.email)
  const { db, write } = await store()
  const taken = await write((tx) => takeTry(tx, email, given.address, clock.now()))
  if (taken.is === 'blocked') {
    logSecurity('a sign-in has to wait', { factor: 'password' })
    return { ok: false, ...tooManyTries(taken.waitMs) }
  }
  if (taken.delayMs > 0) await clock.sleep(taken.delayMs)
  const person = await findPersonByEmail(db, email)
  const isRight = await verifyPassword(given.password, person?.password_hash ?? null)
  const opened = person !== null && isRight ? await goOn(person, given) : null
  if (opened !== null) return opened
  countSignInFailure()
  // Neither address nor e-mail: the history has the address, and people type passwords into the wrong field.
  logSecurity('a sign-in failed', { factor: 'password', person: person?.id ?? null })
  if (taken.tellsHistory) await tellFailures(person, given.address)
  return wrong
}

/** Nobody's address is longer or has a NUL in it, which PostgreSQL takes in no text; such a one is tried as nobody's. */
function readEmail(typed: string): string {
  const email = typed.trim().toLowerCase()
  return email.length > 254 || email.includes('\0') ? '' : email
}

/** Opens the session, or the challenge that comes first where a second factor is used or demanded. */
async function goOn(
  person: PersonRow,
  given: { password: string } & SignInPlace,
): Promise<Exclude<SignInResult, { ok: false }> | null> {
  const fresh = needsRehash(person.password_hash) ? await hashPassword(given.password) : null
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const now = await findPerson(tx, person.id)
    // Disabled, or given another password, while this one was being checked.
    if (now === null || now.disabled_at !== null || now.password_hash !== person.password_hash) return null
    if (fresh !== null) await replacePasswordHash(tx, person.id, fresh)
    const isUsed = hasSecondFactor(await secondFactorsOf(tx, person.id))
    if (!isUsed && !(await isSecondFactorRequired(tx, now)))
      return openSession(tx, now, { ...given, factor: 'password', at })
    const purpose = isUsed ? 'second-factor' : 'set-up'
    const challenge = await openChallenge(tx, { purpose, personId: now.id, data: {}, now: at })
    return { ok: 'challenge', purpose, challenge }
  })
}

/** Ends a session at once, on every server. `sessionId` is what `signIn` gave or what `currentPerson` tells. */
export async function signOut(sessionId: string): Promise<void> {
  const reference = referenceOf(sessionId)
  const { write } = await store()
  await write(async (tx) => {
    const at = clock.now()
    const session = await tx
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person_id')
      .select(['person.id', 'person.name'])
      .where('id_hash', '=', reference)
      .executeTakeFirst()
    if (session === undefined || !(await markSessionEnded(tx, reference, at))) return
    await appendEvent(tx, {
      at,
      kind: 'person.signed-out',
      actor: { kind: 'person', id: session.id, name: session.name },
      body: { session: reference.slice(0, 16) },
    })
  })
}

async function tellFailures(person: PersonRow | null, address: string): Promise<void> {
  const { write } = await store()
  await write(async (tx) => {
    await appendEvent(tx, {
      at: clock.now(),
      kind: 'person.sign-ins-failed',
      actor: { kind: 'program', id: 'sign-in', name: 'Unstuck' },
      body: { person: person?.id ?? null },
      personal: { address },
    })
  })
}
