import 'server-only'
import { createHmac, hash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { EventTable } from './schema.ts'

export type EventRow = Selectable<EventTable>

/** What a row's hash covers: everything but the personal data, which stands in by its digest so that it can be masked. */
export type HashedPart = Omit<EventRow, 'personal' | 'personal_salt' | 'hash'>

/** SHA-256 over the row as a JSON array of fixed order, led by the name of this form. Hexadecimal. */
export function hashOf(row: HashedPart): string {
  const parts = [
    'unstuck event 1',
    row.seq,
    row.at,
    row.kind,
    row.actor_kind,
    row.actor_id,
    row.actor_name,
    row.account_id,
    row.order_number,
    row.operation,
    row.attempt_key,
    row.outcome_kind,
    row.ticket_id,
    row.ticket_system,
    row.body,
    row.personal_digest,
    row.prev_hash,
  ]
  return hash('sha256', JSON.stringify(parts))
}

/** Salted, because a phone number is found from its bare digest in no time. The salt goes when the text goes. */
export function personalDigest(salt: string, personal: string): string {
  return createHmac('sha256', salt).update(personal).digest('hex')
}

/** Text as both databases give it back: PostgreSQL takes no NUL, and half a surrogate pair does not survive UTF-8. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
