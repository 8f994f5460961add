// Started by readers.ts with --conditions=react-server and the environment of one store: answers one question after the other.
import { sql } from 'kysely'
import { readActivityFilter } from '#lib/desk/activity-filter.ts'
import { desk } from '#lib/desk/desk.ts'
import { exportActivity } from '#lib/desk/export-activity.ts'
import { readActivity } from '#lib/desk/read-activity.ts'
import type { Actor } from '#lib/desk/receipt.ts'
import { appendEvent, headOfHistory } from '#lib/store/events.ts'
import { accounts, actors } from '../../scripts/seed-history/cast.ts'
import { residentMb } from '../process-figures.ts'
import type { Asked, Asks } from './asks.ts'
import type { Page } from './cases.ts'

const reader: Actor = { kind: 'person', id: 'bench', name: 'bench', role: 'viewer' }
const { store } = await desk()
const length = (await headOfHistory(store.db))?.seq ?? 0

async function pagesOf({ query, page, runs }: Asks['pages']['ask']): Promise<Asks['pages']['answer']> {
  const asked = readActivityFilter({ ...query, ...(await placeOf(query, page)) })
  const view = await readActivity(reader, asked)
  const ms = await times(runs, () => readActivity(reader, asked))
  return { ms, rows: view.lines.length, isShort: view.searched !== null }
}

async function placeOf(query: Readonly<Record<string, string>>, page: Page): Promise<Record<string, string>> {
  const middle = String(Math.floor(length / 2))
  if (page === 'deep') return { before: middle }
  if (page === 'backwards') return { after: middle }
  if (page === 'first') return {}
  const oldest = await readActivity(reader, readActivityFilter({ ...query, after: '0' }))
  return { before: String((oldest.lines[0]?.seq ?? 0) + 1) }
}

async function floor({ runs }: Asks['floor']['ask']): Promise<Asks['floor']['answer']> {
  const some = () => Array.from({ length: 50 }, () => 1 + Math.floor(Math.random() * length))
  return {
    ms: await times(runs, () =>
      store.db.selectFrom('event').selectAll().where('seq', 'in', some()).execute(),
    ),
  }
}

/** Twice: the first fills the caches and the heap to their size, the second shows that they stay there. */
async function exportAll(): Promise<Asks['export']['answer']> {
  const first = await exportOnce()
  return { ...first, againMb: (await exportOnce()).growthMb }
}

async function exportOnce(): Promise<{ rows: number; seconds: number; growthMb: number }> {
  globalThis.gc?.()
  const before = residentMb(process.pid)
  let highest = before
  let rows = -1
  const began = performance.now()
  for await (const chunk of await exportActivity(await desk(), reader, {})) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++
    highest = Math.max(highest, residentMb(process.pid))
  }
  return { rows, seconds: (performance.now() - began) / 1000, growthMb: highest - before }
}

async function append({ runs }: Asks['append']['ask']): Promise<Asks['append']['answer']> {
  let turn = 0
  const ms = await times(runs, () => {
    turn += 1
    const [actor, account] = [actors[turn % 39], accounts[turn % accounts.length]]
    return store.write((tx) =>
      appendEvent(tx, {
        at: Date.now(),
        kind: turn % 2 === 0 ? 'attempt.settled' : 'attempt.intended',
        actor: actor ?? { kind: 'person', id: 'bench', name: 'bench' },
        accountId: account?.id,
        order: String(50_000_000 + Math.floor(turn / 2)),
        operation: 'schedule-callback',
        attempt: crypto.randomUUID(),
        outcomeKind: turn % 2 === 0 ? 'done' : null,
        ticket: { id: `SUP-${Math.floor(turn / 2)}`, system: 'zendesk' },
        body: { code: 0, status: 1, field: null, certainty: 'answered', httpStatus: 200, durationMs: 400 },
        personal: { title: 'Callback booked', explanation: '', message: null, raw: 'errorCode=0&status=1' },
      }),
    )
  })
  return { ms }
}

async function strip(): Promise<object> {
  for (const filter of ['actor', 'account', 'operation', 'outcome', 'ticket', 'time'])
    await sql.raw(`drop index event_by_${filter}`).execute(store.db)
  return {}
}

async function times(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const ms: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work()
    ms.push(performance.now() - began)
  }
  return ms
}

function answer(asked: Asked): Promise<object> {
  switch (asked.what) {
    case 'pages':
      return pagesOf(asked)
    case 'floor':
      return floor(asked)
    case 'export':
      return exportAll()
    case 'append':
      return append(asked)
    case 'strip':
      return strip()
  }
}

process.on('message', (asked: Asked) => {
  void answer(asked).then(
    (heard) => process.send?.({ heard }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ heard: { length } })
