import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Actor } from '#lib/desk/receipt.ts'
import { appendEvent } from '#lib/store/events.ts'
import type { PersonRow } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { forgetSessions, insertSession } from '#lib/store/sessions.ts'
import { giveBack } from './back-off.ts'
import { parseRole } from './roles.ts'
import { referenceOf } from './session-id.ts'

/** Where a sign-in comes from. Both are personal data. */
export interface SignInPlace {
  readonly address: string
  /** The browser, as it names itself. */
  readonly device?: string
}

/** How somebody showed who they are. */
export type SignInFactor =
  | 'password'
  | 'password and app'
  | 'password and passkey'
  | 'password and recovery code'
  | 'passkey'
  | 'single sign-on'

export interface Opened {
  readonly ok: true
  readonly sessionId: string
  readonly person: Actor & { readonly email: string }
}

interface Signed {
  readonly factor: SignInFactor
  readonly at: number
  readonly provedAt?: number | null
}

const keptFor = 30 * 86_400_000

/**
 * Opens a session with a new id and writes it down. `provedAt` is when the person showed who they are, where that is not now; null when
 * nobody says. Null when the person's role is none that is known.
 */
export async function openSession(
  tx: Transaction<Database>,
  person: PersonRow,
  { address, device, factor, at, provedAt = at }: SignInPlace & Signed,
): Promise<Opened | null> {
  const role = parseRole(person.role)
  if (role === null) return null
  const sessionId = randomBytes(32).toString('base64url')
  const id_hash = referenceOf(sessionId)
  await giveBack(tx, person.email, address, at)
  await forgetSessions(tx, at - keptFor)
  await insertSession(tx, {
    id_hash,
    person_id: person.id,
    created_at: at,
    seen_at: at,
    ended_at: null,
    device: device?.slice(0, 300) ?? null,
    proved_at: provedAt,
  })
  await appendEvent(tx, {
    at,
    kind: 'person.signed-in',
    actor: { kind: 'person', id: person.id, name: person.name },
    body: { session: id_hash.slice(0, 16), factor },
    personal: { address },
  })
  const { id, name, email } = person
  return { ok: true, sessionId, person: { kind: 'person', id, name, role, email } }
}
