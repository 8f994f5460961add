import { openStore } from '../open.ts'
import { appendEvent } from '../events.ts'

/** Appends to the history until it is killed, and says each event's number once it is written. */
const [databaseUrl = '-', dataDir = ''] = process.argv.slice(2)
const store = await openStore({ databaseUrl: databaseUrl === '-' ? null : databaseUrl, dataDir })
for (;;) {
  const { seq } = await store.write((tx) =>
    appendEvent(tx, {
      at: Date.now(),
      kind: 'test.appended',
      actor: { kind: 'program', id: 'worker', name: `Worker ${process.pid}` },
      body: {},
    }),
  )
  process.stdout.write(`${seq}\n`)
}
