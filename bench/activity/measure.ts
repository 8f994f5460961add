import type { Options } from '../options.ts'
import { median, percentile } from '../statistics.ts'
import type { Exported } from './asks.ts'
import { cases, type Case, type Page } from './cases.ts'
import { emptyStores, seedHistory, startReader, type Reader } from './readers.ts'

/** One page of one filter over a short and a long history. Milliseconds in the server's process. */
export interface PageFigure {
  readonly database: Reader['database']
  readonly filter: string
  readonly page: Page | 'floor'
  readonly short: Timed
  readonly long: Timed
}

interface Timed {
  readonly rows: number
  readonly p50: number
  readonly p99: number
  /** True when the page ended at the length of a search, not of the history. */
  readonly isShort: boolean
}

/** What else a store of one length costs. */
export interface StoreFigure extends Exported {
  readonly database: Reader['database']
  readonly events: number
  readonly verifySeconds: number
  /** Milliseconds of an append, in a transaction of its own; and without the activity's indexes. */
  readonly append: number
  readonly appendBare: number
}

export interface ActivityFigures {
  readonly lengths: readonly [number, number]
  readonly pages: readonly PageFigure[]
  readonly stores: readonly StoreFigure[]
  readonly postgresMissing: string | null
}

type Verify = (reader: Reader) => Promise<number>

/** Reads the activity over a thousand and a million events, on both databases, in turn. */
export async function measureActivity(
  wanted: Options,
  temp: string,
  verify: Verify,
): Promise<ActivityFigures> {
  const lengths = [1000, wanted.longHistory] as const
  const { stores, missing } = await emptyStores(temp, lengths, wanted.postgres)
  const readers: Reader[] = []
  for (const { database, env, events } of stores) {
    console.log(`Seeding ${events} events on ${database}…`)
    await seedHistory(env, events)
    readers.push(await startReader(database, env, events))
  }
  const pages = await measurePages(readers, wanted)
  const figures: StoreFigure[] = []
  for (const reader of readers) figures.push(await measureStore(reader, wanted, verify))
  for (const reader of readers) reader.stop()
  return { lengths, pages, stores: figures, postgresMissing: missing }
}

export async function measurePages(readers: readonly Reader[], wanted: Options): Promise<PageFigure[]> {
  const found: PageFigure[] = []
  const floor = { name: 'floor: 50 rows by number', query: {}, pages: ['floor'] as const }
  for (const one of [floor, ...cases]) {
    console.log(`Reading the activity: ${one.name}…`)
    for (const page of one.pages) {
      const timed = await timeInTurn(readers, one, page, wanted)
      const of = (database: Reader['database'], place: number) =>
        [...timed].filter(([reader]) => reader.database === database)[place]?.[1]
      for (const database of ['SQLite', 'PostgreSQL'] as const) {
        const [short, long] = [of(database, 0), of(database, 1)]
        if (short !== undefined && long !== undefined)
          found.push({ database, filter: one.name, page, short, long })
      }
    }
  }
  return found
}

/** A B C D, A B C D, …: what disturbs the machine for a while then disturbs all of them. */
async function timeInTurn(
  readers: readonly Reader[],
  { query }: Pick<Case, 'query'>,
  page: Page | 'floor',
  { rounds, pageRuns: runs }: Options,
): Promise<Map<Reader, Timed>> {
  const heard = new Map(readers.map((reader) => [reader, { ms: [] as number[], rows: 0, isShort: false }]))
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [reader, kept] of heard) {
      const answer =
        page === 'floor'
          ? { ...(await reader.ask('floor', { runs })), rows: 50, isShort: false }
          : await reader.ask('pages', { query, page, runs })
      if (round > 0) kept.ms.push(...answer.ms)
      Object.assign(kept, { rows: answer.rows, isShort: answer.isShort })
    }
  }
  return new Map(
    [...heard].map(([reader, { ms, rows, isShort }]) => {
      const sorted = ms.toSorted((a, b) => a - b)
      return [reader, { rows, isShort, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) }]
    }),
  )
}

async function measureStore(reader: Reader, wanted: Options, verify: Verify): Promise<StoreFigure> {
  console.log(`Exporting, proving and appending: ${reader.events} events on ${reader.database}…`)
  const exported = await reader.ask('export', {})
  const verifySeconds = await verify(reader)
  const runs = wanted.pageRuns * 20
  await reader.ask('append', { runs })
  const append = median((await reader.ask('append', { runs })).ms)
  await reader.ask('strip', {})
  await reader.ask('append', { runs })
  const appendBare = median((await reader.ask('append', { runs })).ms)
  const { database, events } = reader
  return { ...exported, database, events, verifySeconds, append, appendBare }
}
