import { printTable } from '../table.ts'
import type { ActivityFigures, PageFigure, StoreFigure } from './measure.ts'

export function printActivity({ lengths, pages, stores, postgresMissing }: ActivityFigures): void {
  const [short, long] = lengths.map((length) => length.toLocaleString('en-GB'))
  for (const database of ['SQLite', 'PostgreSQL'] as const) {
    const own = pages.filter((page) => page.database === database)
    printTable(
      [`activity on ${database}`, 'page', 'rows', `p50 ms ${short}`, `p50 ms ${long}`, 'ratio', 'p99 ms'],
      own.map(rowOf),
    )
  }
  if (postgresMissing !== null) console.log(`PostgreSQL was not measured: ${postgresMissing}`)
  if (pages.some(({ long }) => long.isShort))
    console.log('+ says how far it searched, and goes on from there')
  printTable(
    [
      'history',
      'events',
      'export rows/s',
      'its memory MB',
      'again MB',
      'verify s',
      'append ms',
      'without indexes ms',
    ],
    stores.map(storeRow),
  )
}

function rowOf({ filter, page, short, long }: PageFigure): string[] {
  const rows = `${short.rows} ${long.rows}${long.isShort ? '+' : ''}`
  const times = [short.p50.toFixed(3), long.p50.toFixed(3), (long.p50 / short.p50).toFixed(2)]
  return [filter, page === 'floor' ? '' : page, rows, ...times, long.p99.toFixed(2)]
}

function storeRow(figure: StoreFigure): string[] {
  const { database, events, rows, seconds, growthMb, againMb, verifySeconds, append, appendBare } = figure
  return [
    database,
    String(events),
    (rows / seconds).toFixed(0),
    growthMb.toFixed(0),
    againMb.toFixed(0),
    verifySeconds.toFixed(2),
    append.toFixed(3),
    appendBare.toFixed(3),
  ]
}
