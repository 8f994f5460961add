import 'server-only'
import { sql, type Transaction } from 'kysely'
import { appendEvent, maskPersonal, type EventActor } from './events.ts'
import type { Store } from './open.ts'
import type { Database } from './schema.ts'

export interface Masked {
  readonly events: number
  readonly attempts: number
  /** Changes that waited for a second person, and are decided or past their time. */
  readonly approvals: number
  /** Readings of orders and lists of addresses that were dropped: they can be read again. */
  readonly readings: number
}

const batch = 500

/**
 * Masks the personal parts of everything from before a time (milliseconds), in short transactions, so that servers go on working. The chain
 * still proves. Each transaction tells what it did in an event of its own, also when the run is broken off after it.
 */
export async function maskBefore(store: Store, before: number, by: EventActor, at: number): Promise<Masked> {
  const sum = { events: 0, attempts: 0, approvals: 0, readings: 0 }
  for (;;) {
    const { isLast, masked } = await store.write(async (tx) => {
      const step = await maskStep(tx, before, at)
      if (Object.values(step.masked).some((count) => count > 0))
        await appendEvent(tx, { at, kind: 'history.masked', actor: by, body: { before, ...step.masked } })
      return step
    })
    for (const name of ['events', 'attempts', 'approvals', 'readings'] as const) sum[name] += masked[name]
    if (isLast) return sum
  }
}

/** Events first: an attempt without its personal parts beside an event that has them would look tampered with. */
async function maskStep(tx: Transaction<Database>, before: number, at: number) {
  const masked = { events: 0, attempts: 0, approvals: 0, readings: 0 }
  masked.events = await maskPersonal(tx, before, batch)
  if (masked.events === batch) return { masked, isLast: false }
  masked.attempts = await maskAttempts(tx, before, at)
  if (masked.attempts === batch) return { masked, isLast: false }
  masked.approvals = await maskApprovals(tx, before)
  masked.readings = await dropReadings(tx, before)
  return { masked, isLast: true }
}

const gone = {
  explanation:
    'Masked: what was entered and what the CA answered was removed after the time that is set for it.',
  nextStep: 'Look at the ticket for what was sent.',
  message: null,
}

/** What is under way is left alone: its server still works with it. */
async function maskAttempts(tx: Transaction<Database>, before: number, at: number): Promise<number> {
  const rows = await tx
    .selectFrom('attempt')
    .select(['key', 'outcome', 'resolution'])
    .where('masked_at', 'is', null)
    .where('settled_at', 'is not', null)
    .where('intended_at', '<', before)
    .orderBy('intended_at')
    .limit(batch)
    .execute()
  for (const { key, outcome, resolution } of rows) {
    await tx
      .updateTable('attempt')
      .set({
        input: '{}',
        reason: null,
        raw: null,
        outcome: withOut(outcome, gone),
        resolution: withOut(resolution, { note: 'Masked.' }),
        masked_at: at,
      })
      .where('key', '=', key)
      .execute()
  }
  return rows.length
}

const withOut = (json: string | null, instead: object): string | null =>
  json === null ? null : JSON.stringify({ ...(JSON.parse(json) as object), ...instead })

async function maskApprovals(tx: Transaction<Database>, before: number): Promise<number> {
  const text = 'Masked.'
  const done = await tx
    .updateTable('approval')
    .set((at) => ({
      input: '{}',
      reason: text,
      note: at.case().when('note', 'is', null).then(null).else(text).end(),
    }))
    .where('requested_at', '<', before)
    .where('expires_at', '<', before)
    .where('reason', '<>', text)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

async function dropReadings(tx: Transaction<Database>, before: number): Promise<number> {
  let sum = 0
  // What is asked for again and again in vain keeps its row, and what was read long ago goes all the same.
  const statements = [
    sql`delete from order_state where coalesce(tried_at, 0) < ${before}`,
    sql`update order_state set state = null, read_at = null, read_by = null where read_at < ${before}`,
    sql`delete from dcv_list where tried_at < ${before}`,
    sql`update dcv_list set addresses = null, raw = null, read_at = null where read_at < ${before}`,
  ]
  for (const statement of statements) sum += Number((await statement.execute(tx)).numAffectedRows ?? 0)
  return sum
}
