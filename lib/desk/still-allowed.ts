import 'server-only'
import type { Transaction } from 'kysely'
import { clock } from '#lib/clock.ts'
import { isPersonEnabled } from '#lib/store/people.ts'
import type { Database } from '#lib/store/schema.ts'
import { isTokenValid } from '#lib/store/tokens.ts'
import type { Actor } from './receipt.ts'

/** Whether the person or token behind an actor has not been ended since the request began. */
export function isStillAllowed(tx: Transaction<Database>, actor: Actor): Promise<boolean> {
  return actor.kind === 'person' ? isPersonEnabled(tx, actor.id) : isTokenValid(tx, actor.id, clock.now())
}
