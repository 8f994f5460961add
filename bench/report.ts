import { aimsOf } from './aims.ts'
import { printActivity } from './activity/report.ts'
import type { Figures } from './figures.ts'
import { printTable } from './table.ts'

/** Prints the figures, then each aim with its ratio and whether it is met. */
export function printReport(figures: Figures): void {
  const { machine } = figures
  console.log(
    `\n${machine.cores} cores, Node ${machine.node}, load before and after: ${machine.loadBefore}, ${machine.loadAfter}`,
  )
  if (figures.load !== null) {
    printTable(
      ['target', 'callers', 'requests/s', 'p50 ms', 'p99 ms', 'server CPU ms'],
      figures.load.map((one) => [
        one.target,
        String(one.callers),
        one.perSecond.toFixed(0),
        one.p50.toFixed(2),
        one.p99.toFixed(1),
        one.cpu.toFixed(3),
      ]),
    )
    if (figures.postgresMissing !== null)
      console.log(`PostgreSQL was not measured: ${figures.postgresMissing}`)
  }
  if (figures.pages !== null) {
    printTable(
      ['page', 'JavaScript kB (gzip)', 'JavaScript kB', 'other kB', 'requests'],
      figures.pages.map((page) => [
        page.name,
        page.script.toFixed(1),
        page.scriptPlain.toFixed(0),
        page.other.toFixed(1),
        String(page.requests),
      ]),
    )
  }
  if (figures.activity !== null) printActivity(figures.activity)
  if (figures.verifySeconds !== null)
    console.log(`\nhistory verify, 100,000 events on SQLite: ${figures.verifySeconds.toFixed(2)} s`)
  printTable(
    ['aim', 'measured', 'at most', 'ratio', ''],
    aimsOf(figures).map(({ what, measured, most, unit }) => [
      what,
      `${measured.toFixed(2)} ${unit}`,
      `${most.toFixed(2)} ${unit}`,
      (measured / most).toFixed(2),
      measured <= most ? 'OK' : 'over',
    ]),
  )
}
