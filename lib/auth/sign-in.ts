import 'server-only'
import { randomBytes } from 'node:crypto'
import { clock } from '#lib/clock.ts'
import type { Actor } from '#lib/desk/receipt.ts'
import { appendEvent } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, findPersonByEmail, replacePasswordHash, type PersonRow } from '#lib/store/people.ts'
import { forgetSessions, insertSession, markSessionEnded } from '#lib/store/sessions.ts'
import { giveBack, takeTry } from './back-off.ts'
import { hashPassword, needsRehash, verifyPassword } from './password.ts'
import { parseRole } from './roles.ts'
import { referenceOf } from './session-id.ts'

export type SignInResult =
  | { readonly ok: true; readonly sessionId: string; readonly person: Actor & { readonly email: string } }
  | { readonly ok: false; readonly message: string; readonly retryAfterSeconds?: number }

const wrong = {
  ok: false,
  message: 'The e-mail address or the password is wrong.',
} as const satisfies SignInResult

/** Checks a person's password and opens a session with a new id. Says and takes the same for people who do not exist or are disabled. */
export async function signIn(given: {
  email: string
  password: string
  address: string
}): Promise<SignInResult> {
  const email = readEmail(given.email)
  const { db, write } = await store()
  const taken = await write((tx) => takeTry(tx, email, given.address, clock.now()))
  if (taken.is === 'blocked') return blocked(taken.waitMs)
  if (taken.delayMs > 0) await clock.sleep(taken.delayMs)
  const person = await findPersonByEmail(db, email)
  const isRight = await verifyPassword(given.password, person?.password_hash ?? null)
  const opened = person !== null && isRight ? await openSession(person, given) : null
  if (opened !== null) return opened
  if (taken.tellsHistory) await tellFailures(person, given.address)
  return wrong
}

/** Nobody's address is longer or has a NUL in it, which PostgreSQL takes in no text; such a one is tried as nobody's. */
function readEmail(typed: string): string {
  const email = typed.trim().toLowerCase()
  return email.length > 254 || email.includes('\0') ? '' : email
}

async function openSession(
  person: PersonRow,
  given: { password: string; address: string },
): Promise<SignInResult | null> {
  const role = parseRole(person.role)
  if (role === null) return null
  const fresh = needsRehash(person.password_hash) ? await hashPassword(given.password) : null
  const sessionId = randomBytes(32).toString('base64url')
  const { write } = await store()
  const isOpen = await write(async (tx) => {
    const at = clock.now()
    const now = await findPerson(tx, person.id)
    // Disabled, or given another password, while this one was being checked.
    if (now === null || now.disabled_at !== null || now.password_hash !== person.password_hash) return false
    if (fresh !== null) await replacePasswordHash(tx, person.id, fresh)
    await giveBack(tx, person.email, given.address, at)
    await forgetSessions(tx, at - 30 * 86_400_000)
    const id_hash = referenceOf(sessionId)
    await insertSession(tx, {
      id_hash,
      person_id: person.id,
      created_at: at,
      seen_at: at,
      ended_at: null,
      device: null,
    })
    await appendEvent(tx, {
      at,
      kind: 'person.signed-in',
      actor: { kind: 'person', id: person.id, name: person.name },
      body: { session: id_hash.slice(0, 16) },
      personal: { address: given.address },
    })
    return true
  })
  if (!isOpen) return null
  return {
    ok: true,
    sessionId,
    person: { kind: 'person', id: person.id, name: person.name, role, email: person.email },
  }
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

function blocked(waitMs: number): SignInResult {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  const wait =
    retryAfterSeconds < 90 ? `${retryAfterSeconds} seconds` : `${Math.ceil(retryAfterSeconds / 60)} minutes`
  return { ok: false, message: `Too many tries. Wait ${wait}, then try again.`, retryAfterSeconds }
}
