import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { clearData, keptPorts, noteKept } from './demo/data-folder.ts'
import { greeting } from './demo/greeting.ts'
import { lostOrder } from './demo/history.ts'
import { seed, takeReports } from './demo/seed.ts'
import { build } from './support/build.ts'
import { isStopping, stopAll, stopAllOnSignal } from './support/child.ts'
import { cleanEnvironment } from './support/clean-environment.ts'
import { freePort } from './support/free-port.ts'
import { root, standalone } from './support/paths.ts'
import { startServer, startSimulator } from './support/programs.ts'
import { simulatorControl } from './support/simulator-control.ts'
import { isBuildCurrent } from './support/source-hash.ts'

/**
 * `npm run demo`: the program, a stand-in CA, sample people and orders, and a short history that was really made. Needs no network and no
 * configuration, and touches nothing but its own folder. `--keep` goes on with the data of the last run.
 */
const dataDir = join(root, '.tmp/demo')

async function demo(): Promise<void> {
  const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } })
  stopAllOnSignal(() => {
    console.log('\nStopped.')
    // Ctrl+C is how a demo ends, not a failure.
    process.exit(0)
  })
  await buildIfNeeded()

  const kept = values.keep ? keptPorts(dataDir) : null
  if (kept === null) clearData(dataDir)

  const simulator = await startSimulator(cleanEnvironment(), kept?.simulator ?? 4010)
  if (kept !== null && simulator.port !== kept.simulator) {
    throw new Error(
      `Port ${kept.simulator} is taken, and the kept accounts point there. Free it, or start without --keep.`,
    )
  }
  const port = await freePort(kept?.server ?? 3000)
  const env = {
    ...cleanEnvironment(),
    DATA_DIR: dataDir,
    DEMO: '1',
    LOG_LEVEL: 'warn',
    // Nobody wants to watch a silent CA for a minute in a demo.
    CA_TIMEOUT_MS: '10000',
  }
  let isStarted = false
  const showLater = (text: string) => isStarted && process.stderr.write(text)
  const server = await startServer({
    folder: standalone,
    port,
    env,
    onOutput: showLater,
  })
  isStarted = true
  const control = simulatorControl(simulator.url)
  const variables = { ...env, PORT: String(port), PUBLIC_URL: server.url }
  if (kept === null) {
    console.log('Adding sample people, accounts and a short history…')
    await control.setFault({ orderNumber: lostOrder, fault: 'reset-before', times: 1 })
    await seed(variables, dataDir, control)
    noteKept(dataDir, { server: port, simulator: simulator.port })
  } else await takeReports(variables, control)
  console.log(greeting({ address: server.url, simulator: simulator.url, orders: await control.orders() }))

  const ended = await Promise.race([
    server.child.exited.then(() => 'The server'),
    simulator.child.exited.then(() => 'The simulator'),
  ])
  if (!isStopping()) throw new Error(`${ended} ended by itself.`)
}

async function buildIfNeeded(): Promise<void> {
  if (isBuildCurrent()) return
  console.log('Building, which takes about half a minute…')
  const built = await build(cleanEnvironment())
  if (built.code !== 0) throw new Error(`The build failed.\n${built.output}`)
}

try {
  await demo()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  await stopAll()
  process.exit(1)
}
