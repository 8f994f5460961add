import { parseArgs } from 'node:util'
import { runSteps } from './checks/run-steps.ts'
import { allSteps, quickSteps } from './checks/steps.ts'
import { ensureChromium } from './ensure-chromium.ts'
import { ensurePostgres } from './ensure-postgres.ts'
import { stopAll, stopAllOnSignal } from './support/child.ts'
import { cleanEnvironment } from './support/clean-environment.ts'

/**
 * `npm test`: everything, as CI runs it. `npm run verify`: without the build and the browser. Needs no terminal and no configuration; installs what is
 * missing where that is possible and says plainly what is missing where it is not.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
stopAllOnSignal()

const isComplete = values.quick || hasEverything()
const steps = values.quick ? quickSteps : allSteps
const passed = isComplete && (await runSteps(steps, cleanEnvironment()))
await stopAll()
process.exit(passed ? 0 : 1)

/** What only the whole run needs. `verify` uses PostgreSQL where it is and reports those tests as skipped where it is not. */
function hasEverything(): boolean {
  const missing = [ensurePostgres(), missingChromium()].filter((text) => text !== null)
  if (missing.length === 0) return true
  console.log(missing.join('\n'))
  console.log(`\n0 passed, ${missing.length} failed`)
  return false
}

function missingChromium(): string | null {
  try {
    ensureChromium()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
