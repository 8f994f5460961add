import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopAll, stopAllOnSignal } from '../scripts/support/child.ts'
import { freePort } from '../scripts/support/free-port.ts'
import { standalone, standaloneServer } from '../scripts/support/paths.ts'
import { startServer, startSimulator } from '../scripts/support/programs.ts'
import { addSampleAccounts, addSamplePeople, isLoopback } from '../scripts/support/seed.ts'
import { isBuildCurrent } from '../scripts/support/source-hash.ts'
import { harnessVariable, type Harness } from './fixtures/harness.ts'
import { serverVariables } from './fixtures/server-variables.ts'

/**
 * Starts what the journeys need: the built program from a copy in another folder, because that is how it is installed, and the stand-in CA. Answers
 * with the function that stops and removes it all.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (!existsSync(standaloneServer)) throw new Error('There is no build to test. Run: npm run build')
  if (!isBuildCurrent()) console.warn('The build is older than the sources. Run: npm run build')

  const temp = mkdtempSync(join(tmpdir(), 'unstuck-e2e-'))
  const tearDown = async () => {
    await stopAll()
    rmSync(temp, { recursive: true, force: true })
  }
  stopAllOnSignal(() => rmSync(temp, { recursive: true, force: true }))
  try {
    const folder = join(temp, 'unstuck')
    cpSync(standalone, folder, { recursive: true })
    const dataDir = join(temp, 'data')
    const sampleDataDir = join(temp, 'sample-data')
    for (const data of [dataDir, sampleDataDir]) mkdirSync(data, { mode: 0o700 })

    const simulator = await startSimulator(serverVariables(sampleDataDir))
    const port = await freePort()
    const url = `http://localhost:${port}`
    if (![simulator.url, url].every(isLoopback)) throw new Error('The journeys run on this machine alone.')
    const env = { ...serverVariables(dataDir), PORT: String(port), PUBLIC_URL: url }
    await addSamplePeople(serverVariables(sampleDataDir))
    await addSampleAccounts(serverVariables(sampleDataDir), `${simulator.url}/products/`)
    cpSync(sampleDataDir, dataDir, { recursive: true })
    await startServer({ folder, port, env })

    const harness: Harness = { temp, folder, dataDir, sampleDataDir, url, simulatorUrl: simulator.url }
    const file = join(temp, 'harness.json')
    writeFileSync(file, JSON.stringify(harness))
    process.env[harnessVariable] = file
    return tearDown
  } catch (error) {
    await tearDown()
    throw error
  }
}
