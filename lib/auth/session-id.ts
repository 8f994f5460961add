import 'server-only'
import { createHash } from 'node:crypto'

/**
 * What the database and the rest of the program call a session: the SHA-256 of the id in the cookie. Whoever learns it cannot use it.
 * A reference is its own reference.
 */
export function referenceOf(sessionId: string): string {
  return /^[0-9a-f]{64}$/.test(sessionId) ? sessionId : createHash('sha256').update(sessionId).digest('hex')
}
