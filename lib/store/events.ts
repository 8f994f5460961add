import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import { hashOf, personalDigest, storable, type EventRow } from './event-hash.ts'
import { firstPrevHash } from './migrations/event-guards.ts'
import type { Database } from './schema.ts'

export type { EventRow } from './event-hash.ts'
export { verifyHistory, type Verified } from './verify-history.ts'

type Reader = Kysely<Database> | Transaction<Database>

/** Who did it: a person, a token, or the program itself, which is also how the operator's command line signs. */
export interface EventActor {
  readonly kind: 'person' | 'token' | 'program'
  readonly id: string
  readonly name: string
}

export interface NewEvent {
  /** Milliseconds since the epoch, UTC. */
  readonly at: number
  /** What happened, as `noun.verb-in-the-past`, such as `attempt.settled`. */
  readonly kind: string
  readonly actor: EventActor
  readonly accountId?: string | null
  readonly order?: string | null
  readonly operation?: string | null
  readonly attempt?: string | null
  readonly outcomeKind?: string | null
  readonly ticket?: { readonly id: string; readonly system: string } | null
  /** Kept for ever: no personal data and no secret in here. */
  readonly body: object
  /** Personal data: may be masked later without breaking the chain. */
  readonly personal?: object | null
}

/** One place in the history: exported, it later shows that nothing before it was changed or cut off. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

/** Adds a row to the history, bound to the one before it. Only inside `store.write`, which lets in one writer at a time. */
export async function appendEvent(tx: Transaction<Database>, event: NewEvent): Promise<Head> {
  if (!tx.isTransaction) throw new Error('appendEvent works inside store.write only')
  const last = await headOfHistory(tx)
  const personal = event.personal ? storable(JSON.stringify(event.personal)) : null
  const salt = personal === null ? null : randomBytes(16).toString('hex')
  const part = {
    seq: (last?.seq ?? 0) + 1,
    at: event.at,
    kind: storable(event.kind),
    actor_kind: storable(event.actor.kind),
    actor_id: storable(event.actor.id),
    actor_name: storable(event.actor.name),
    account_id: orNull(event.accountId),
    order_number: orNull(event.order),
    operation: orNull(event.operation),
    attempt_key: orNull(event.attempt),
    outcome_kind: orNull(event.outcomeKind),
    ticket_id: orNull(event.ticket?.id),
    ticket_system: orNull(event.ticket?.system),
    body: storable(JSON.stringify(event.body)),
    personal_digest: personal === null || salt === null ? null : personalDigest(salt, personal),
    prev_hash: last?.hash ?? firstPrevHash,
  }
  const hash = hashOf(part)
  await tx
    .insertInto('event')
    .values({ ...part, personal, personal_salt: salt, hash })
    .execute()
  return { seq: part.seq, hash }
}

const orNull = (text: string | null | undefined) =>
  text === null || text === undefined ? null : storable(text)

/** The newest row's place, or null while there is no history. */
export async function headOfHistory(db: Reader): Promise<Head | null> {
  const row = await db
    .selectFrom('event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** The events of an order, oldest first, by pages: `after` is the `seq` of the last one seen. */
export async function eventsOfOrder(
  db: Reader,
  order: string,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<EventRow[]> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('order_number', '=', order)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

/** Masks the personal data of up to `limit` events from before a time. Answers how many; the chain of hashes still holds. */
export async function maskPersonal(
  tx: Transaction<Database>,
  before: number,
  limit: number,
): Promise<number> {
  const old = tx
    .selectFrom('event')
    .select('seq')
    .where('personal', 'is not', null)
    .where('at', '<', before)
    .limit(limit)
  const result = await tx
    .updateTable('event')
    .set({ personal: null, personal_salt: null })
    .where('seq', 'in', old)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
