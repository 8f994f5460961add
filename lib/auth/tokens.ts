import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { clock } from '#lib/clock.ts'
import type { Actor, Role, Scopes } from '#lib/desk/receipt.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { store } from '#lib/store/open.ts'
import {
  findTokenByHash,
  findTokenByName,
  insertToken,
  markTokenRevoked,
  markTokenUsed,
} from '#lib/store/tokens.ts'
import { asAdministrator } from './as-administrator.ts'
import { checkName, failed, type Changed } from './changed.ts'
import { parseRole } from './roles.ts'
import { logSecurity } from './security-log.ts'

const prefix = 'unstuck_'

/** Makes a token for a machine. It is answered here once; the store keeps its SHA-256, which is enough for 256 random bits. */
export async function issueToken(
  wanted: { name: string; role: Role; scopes?: Scopes; expiresAt?: number | null },
  by: EventActor,
): Promise<Changed<{ id: string; token: string }>> {
  const problem = checkName(wanted.name)
  if (problem !== null) return failed('name', problem)
  const token = prefix + randomBytes(32).toString('base64url')
  const id = randomUUID()
  return asAdministrator(by, async (tx) => {
    const at = clock.now()
    if ((await findTokenByName(tx, wanted.name)) !== null)
      return failed('name', 'There is, or was, a token with this name.')
    const { name, role, scopes = null, expiresAt = null } = wanted
    if (expiresAt !== null && expiresAt <= at) return failed('expiresAt', 'Choose a day that lies ahead.')
    await insertToken(tx, {
      id,
      name,
      role,
      token_hash: digest(token),
      created_at: at,
      used_at: null,
      revoked_at: null,
      scopes: scopes === null ? null : JSON.stringify(scopes),
      expires_at: expiresAt,
    })
    await appendEvent(tx, {
      at,
      kind: 'token.issued',
      actor: by,
      body: { token: id, name, role, scopes, expiresAt },
    })
    return { ok: true, id, token }
  })
}

/** Who an `Authorization` header speaks for, or null. When a token was last used is written down at most once a minute. */
export async function actorOfToken(header: string | null): Promise<Actor | null> {
  const token = /^Bearer +(unstuck_[\w-]{43})$/i.exec(header?.trim() ?? '')?.[1]
  const { db } = await store()
  const row = token === undefined ? null : await findTokenByHash(db, digest(token))
  const role = row === null ? null : parseRole(row.role)
  const now = clock.now()
  const isOver = row?.revoked_at != null || (row?.expires_at != null && row.expires_at <= now)
  if (row === null || role === null || isOver) {
    if (header !== null) logSecurity('an API token was refused', { token: row?.id ?? null })
    return null
  }
  if (now - (row.used_at ?? 0) >= 60_000) await markTokenUsed(db, row.id, now)
  const scopes = row.scopes === null ? undefined : (JSON.parse(row.scopes) as Scopes)
  return { kind: 'token', id: row.id, name: row.name, role, ...(scopes && { scopes }) }
}

/** Ends a token at once, on every server. Its name stays taken, because the history speaks of it. */
export async function revokeToken(name: string, by: EventActor): Promise<Changed> {
  return asAdministrator(by, async (tx) => {
    const at = clock.now()
    const row = await findTokenByName(tx, name)
    if (row === null) return failed('name', 'There is no such token.')
    if (row.revoked_at !== null) return failed('name', 'This token is revoked already.')
    await markTokenRevoked(tx, row.id, at)
    await appendEvent(tx, { at, kind: 'token.revoked', actor: by, body: { token: row.id, name } })
    return { ok: true }
  })
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
