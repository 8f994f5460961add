import 'server-only'
import { createCaClient } from '#lib/ca/client.ts'
import { findAccount } from '#lib/store/accounts.ts'
import { registerInstance } from '#lib/store/instances.ts'
import { openStore } from '#lib/store/open.ts'
import { findPerson } from '#lib/store/people.ts'
import type { Desk } from '../desk.ts'
import { performOperation } from '../perform-operation.ts'
import type { Actor } from '../receipt.ts'

/**
 * A server reduced to its work, for the test that kills it: performs one operation after the other, four at a time, each on an order of its
 * own, and says on standard output which attempts it has acknowledged. Ends when it is killed or after a bounded number.
 */
const [databaseUrl, dataDir = '', accountId = '', personId = '', round = '0'] = process.argv.slice(2)

const store = await openStore({ databaseUrl: databaseUrl === '-' ? null : (databaseUrl ?? null), dataDir })
const desk: Desk = {
  store,
  ca: createCaClient({ connectTimeoutMs: 1000, totalTimeoutMs: 5000, perAccountConcurrency: 4 }),
  now: Date.now,
  instanceId: crypto.randomUUID(),
  limits: { duplicateWindow: 60_000, attemptDeadline: 60_000, attemptsPerMinute: 1_000_000 },
}
const now = Date.now()
await registerInstance(store.db, {
  id: desk.instanceId,
  host: 'test',
  pid: process.pid,
  started_at: now,
  seen_at: now,
})
const account = await findAccount(store.db, accountId)
const person = await findPerson(store.db, personId)
if (account === null || person === null) throw new Error('the account or the person is missing')
const actor: Actor = { kind: 'person', id: person.id, name: person.name, role: 'agent' }

async function work(lane: number): Promise<void> {
  for (let count = 0; count < 500; count++) {
    const key = crypto.randomUUID()
    const performed = await performOperation(desk, {
      actor,
      operation: 'resend-callback-email',
      order: `${round}-${lane}-${count}`,
      account: accountId,
      key,
      ticket: null,
      input: {},
      reason: null,
      override: false,
    })
    if (performed.is === 'receipt') process.stdout.write(`${key} ${performed.receipt.kind}\n`)
  }
}

process.stdout.write(`instance ${desk.instanceId}\n`)
await Promise.all([0, 1, 2, 3].map(work))
