import { hostname } from 'node:os'
import { desk } from '#lib/desk/desk.ts'
import { performOperation } from '#lib/desk/perform-operation.ts'
import { registerInstance, removeInstance } from '#lib/store/instances.ts'
import { findPersonByEmail } from '#lib/store/people.ts'
import { samplePerson } from '../support/sample-people.ts'
import { demoHistory } from './history.ts'

/**
 * Performs the demo's history for its sample people through the one door that the forms and the API use too. A program of its own, because
 * it needs the server's modules: `node --conditions=react-server scripts/demo/perform-history.ts`, with the server's environment.
 */
const running = await desk()
const { store, instanceId: id } = running
const now = Date.now()
// On the list of servers, so that the real one does not take our open attempts for those of a server that died.
await registerInstance(store.db, { id, host: hostname(), pid: process.pid, started_at: now, seen_at: now })

for (const { by, ticket, reason, ...deed } of demoHistory(now)) {
  const person = await findPersonByEmail(store.db, samplePerson(by).email)
  if (person === null) throw new Error(`The sample ${by} is missing.`)
  const performed = await performOperation(running, {
    ...deed,
    actor: { kind: 'person', id: person.id, name: person.name, role: by },
    key: crypto.randomUUID(),
    ticket: { id: ticket, system: 'zendesk' },
    reason: reason ?? null,
    override: false,
  })
  if (performed.is === 'not-sent') throw new Error(`${deed.operation}: ${performed.notSent.explanation}`)
  console.log(`${deed.order} ${deed.operation}: ${performed.receipt.kind}`)
}

await removeInstance(store.db, id)
await running.ca.close()
await store.close()
