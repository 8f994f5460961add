import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import { appendEvent } from '#lib/store/events.ts'
import { findOpenLink, markLinkUsed, replaceLink } from '#lib/store/one-time-links.ts'
import { store } from '#lib/store/open.ts'
import { findPerson, replacePasswordHash } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { endSessionsOf } from '#lib/store/sessions.ts'
import { failed, type Changed } from './changed.ts'
import { checkPassword } from './check-password.ts'
import { hashPassword } from './password.ts'
import { logSecurity } from './security-log.ts'

export type LinkPurpose = 'invitation' | 'password-reset'

/** Milliseconds that a link may be used: long enough for a weekend, and for a reset, which somebody waits for, a day. */
const life: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 86_400_000,
  'password-reset': 86_400_000,
}

export interface OneTimeLink {
  /** The whole address. It is shown once; its digest is kept. */
  readonly address: string
  readonly expiresAt: number
}

/** Makes the link by which a person sets their own password, once. Earlier links of the person open nothing any more. */
export async function makeLink(
  tx: Transaction<Database>,
  wanted: { personId: string; purpose: LinkPurpose; now: number },
): Promise<OneTimeLink> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = wanted.now + life[wanted.purpose]
  await replaceLink(tx, {
    token_hash: digest(token),
    person_id: wanted.personId,
    purpose: wanted.purpose,
    created_at: wanted.now,
    expires_at: expiresAt,
    used_at: null,
  })
  // After the #, so that no server on the way writes it into its log, and no page that is linked to learns of it.
  return { address: `${env().PUBLIC_URL}/welcome#${token}`, expiresAt }
}

/** Whom a link is for, or null when it was used, ran out or never was. Nothing is changed by looking. */
export async function readLink(
  token: string,
): Promise<{ readonly name: string; readonly email: string; readonly purpose: LinkPurpose } | null> {
  const { db } = await store()
  const link = await findOpenLink(db, digest(token), clock.now())
  const person = link === null ? null : await findPerson(db, link.person_id)
  if (link === null || person === null || person.disabled_at !== null) {
    logSecurity('a one-time link was refused', { person: person?.id ?? null })
    return null
  }
  return { name: person.name, email: person.email, purpose: link.purpose as LinkPurpose }
}

/** Said of a link that opens nothing, whatever the cause. */
export const linkGone =
  'This link was used, has run out, or was replaced by a newer one. Ask an administrator for another.'

/** Sets the password of the person whom the link is for, and uses the link up. All earlier sessions end. Errors: `link`, `password`. */
export async function useLink(given: {
  token: string
  password: string
}): Promise<Changed<{ email: string }>> {
  const token_hash = digest(given.token)
  const found = await readLink(given.token)
  if (found === null) return failed('link', linkGone)
  const checked = checkPassword(given.password, found)
  if (!checked.ok) return failed('password', checked.message)
  const hash = await hashPassword(given.password)
  const { write } = await store()
  return write(async (tx) => {
    const at = clock.now()
    const link = await findOpenLink(tx, token_hash, at)
    const person = link === null ? null : await findPerson(tx, link.person_id)
    if (person === null || person.disabled_at !== null || !(await markLinkUsed(tx, token_hash, at)))
      return failed('link', linkGone)
    await replacePasswordHash(tx, person.id, hash)
    const sessionsEnded = await endSessionsOf(tx, person.id, at)
    await appendEvent(tx, {
      at,
      kind: 'person.password-set',
      actor: { kind: 'person', id: person.id, name: person.name },
      body: { person: person.id, by: 'link', sessionsEnded },
    })
    return { ok: true, email: person.email }
  })
}

const digest = (token: string) =>
  createHash('sha256')
    .update(`link ${token.slice(0, 100)}`)
    .digest('hex')
