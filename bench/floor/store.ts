import { createHash, createHmac, randomBytes } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

export interface FloorCall {
  readonly account: string
  readonly operation: string
  readonly order: string
  readonly key: string
  readonly ticket: string
}

export interface FloorEvent {
  readonly call: FloorCall
  readonly kind: string
  readonly outcome: string | null
  readonly body: string
  readonly personal: string
  readonly salt: string
  readonly digest: string
}

export function floorEvent(
  call: FloorCall,
  kind: string,
  outcome: string | null,
  body: object,
  personal: object,
): FloorEvent {
  const text = JSON.stringify(personal)
  const salt = randomBytes(16).toString('hex')
  const digest = createHmac('sha256', salt).update(text).digest('hex')
  return { call, kind, outcome, body: JSON.stringify(body), personal: text, salt, digest }
}

/** The product's tables and pragmas, its two transactions and its chain of hashes, with statements that are prepared once. */
export function openFloorStore(file: string) {
  const db = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true })
  db.exec('pragma journal_mode = WAL')
  db.exec('pragma synchronous = FULL')
  db.exec('pragma cache_size = -65536')
  db.exec('pragma temp_store = MEMORY')
  const begin = db.prepare('begin immediate')
  const commit = db.prepare('commit')
  const head = db.prepare('select seq, hash from event order by seq desc limit 1')
  const insertAttempt =
    db.prepare(`insert into attempt (key, operation, account_id, order_number, ticket_id, ticket_system, actor_kind,
    actor_id, actor_name, content_hash, input, instance_id, intended_at, deadline_at) values (?,?,?,?,?,'',?,?,?,?,?,?,?,?)`)
  const settleAttempt = db.prepare(
    'update attempt set settled_at = ?, outcome_kind = ?, outcome = ?, raw = ? where key = ?',
  )
  const insertEvent =
    db.prepare(`insert into event (seq, at, kind, actor_kind, actor_id, actor_name, account_id, order_number, operation,
    attempt_key, outcome_kind, ticket_id, ticket_system, body, personal, personal_salt, personal_digest, prev_hash, hash)
    values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`)

  /** Hashed as the product does it, so that its `history verify` proves these rows too. */
  function append(event: FloorEvent): void {
    const last = (head.get() as { seq: number; hash: string } | undefined) ?? { seq: 0, hash: '0'.repeat(64) }
    const { call, kind, outcome, body, digest } = event
    const told = [
      last.seq + 1,
      Date.now(),
      kind,
      'person',
      'floor',
      'The floor',
      call.account,
      call.order,
      call.operation,
      call.key,
      outcome,
      call.ticket,
      '',
      body,
    ]
    const hash = createHash('sha256')
      .update(JSON.stringify(['unstuck event 1', ...told, digest, last.hash]))
      .digest('hex')
    insertEvent.run(...told, event.personal, event.salt, digest, last.hash, hash)
  }

  function inTransaction(work: () => void): void {
    begin.run()
    work()
    commit.run()
  }

  return {
    intend: (call: FloorCall, input: string, contentHash: string, event: FloorEvent) =>
      inTransaction(() => {
        const { key, operation, account, order, ticket } = call
        const actor = ['person', 'floor', 'The floor', contentHash, input, 'floor']
        const now = Date.now()
        insertAttempt.run(key, operation, account, order, ticket, ...actor, now, now + 90_000)
        append(event)
      }),
    settle: (key: string, kind: string, outcome: string, raw: string, event: FloorEvent) =>
      inTransaction(() => {
        settleAttempt.run(Date.now(), kind, outcome, raw, key)
        append(event)
      }),
    close: () => db.close(),
  }
}
