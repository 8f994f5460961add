import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../scripts/support/build.ts'
import { stopAll, stopAllOnSignal } from '../scripts/support/child.ts'
import { cleanEnvironment } from '../scripts/support/clean-environment.ts'
import { isBuildCurrent } from '../scripts/support/source-hash.ts'
import { buildEmptyApp } from './empty-app.ts'
import { load } from './process-figures.ts'
import { measure } from './measure.ts'
import { needsBuild, options } from './options.ts'
import { printReport } from './report.ts'

/** `npm run bench`: what the program costs, side by side with its floor, in one run. README.md says what each number is. */
async function main(): Promise<void> {
  const wanted = options(process.argv.slice(2))
  const temp = mkdtempSync(join(tmpdir(), 'unstuck-bench-'))
  stopAllOnSignal(() => rmSync(temp, { recursive: true, force: true }))
  try {
    if (needsBuild(wanted)) await buildAll()
    const busy = load()
    if (busy > 1)
      console.log(`This machine is busy (load ${busy}): times will be too long, CPU figures less so.`)
    const figures = await measure(wanted, temp)
    printReport(figures)
    if (wanted.json !== null) writeFileSync(wanted.json, `${JSON.stringify(figures, null, 2)}\n`)
  } finally {
    await stopAll()
    rmSync(temp, { recursive: true, force: true })
  }
}

async function buildAll(): Promise<void> {
  if (!isBuildCurrent()) {
    console.log('Building…')
    const built = await build(cleanEnvironment())
    if (built.code !== 0) throw new Error(`The build failed.\n${built.output}`)
  }
  await buildEmptyApp()
}

try {
  await main()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
