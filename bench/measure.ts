import { cpus } from 'node:os'
import { join } from 'node:path'
import { startLoopbackCa, type LoopbackCa } from './ca.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { emptyAppFolder } from './empty-app.ts'
import type { Figures, LoadFigure } from './figures.ts'
import { measureVerify } from './history.ts'
import { measureMemory } from './memory.ts'
import type { Options } from './options.ts'
import { measurePages, type PageWeight } from './page-weight.ts'
import { load } from './process-figures.ts'
import {
  copyBuild,
  createDatabase,
  seedDatabase,
  serverVariables,
  startEmptyApp,
  startFloor,
  startProduct,
  type Variables,
} from './programs.ts'
import { runRounds } from './rounds.ts'
import type { Seeded } from './seeded.ts'
import { signIn } from './sign-in.ts'
import { measureStartUp } from './start-up.ts'
import type { Target } from './load.ts'
import { actionTarget, apiTarget, emptyActionTarget, floorTarget } from './targets.ts'

/** So many that each makes no more attempts a minute than a person could: the throttle counts an actor's last minute. */
const actors = 64

/** Runs the wanted parts, one after the other. */
export async function measure(wanted: Options, temp: string): Promise<Figures> {
  const loadBefore = load()
  const ca = await startLoopbackCa()
  const folder = copyBuild(temp)
  const env = serverVariables(join(temp, 'product'))
  say('Adding people, tokens and an account')
  const seeded = await seedDatabase(env, ca.baseUrl, actors)
  const bench: Bench = { wanted, temp, folder, env, seeded, ca, postgresMissing: null }

  const has = (part: Parameters<Options['parts']['has']>[0]) => wanted.parts.has(part)
  const startUp = has('start') ? await measureStartUp(folder, env, 7) : null
  const memory = has('memory') ? await measureMemory(folder, env, seeded) : null
  const pages = has('pages') ? await weighPages(bench) : null
  const figures = has('load') ? await measureLoad(bench) : null
  const verifySeconds = has('history') ? await measureHistory(bench) : null
  ca.close()
  return {
    at: new Date().toISOString(),
    machine: { cores: cpus().length, node: process.version, loadBefore, loadAfter: load() },
    startUp,
    memory,
    pages,
    load: figures,
    verifySeconds,
    postgresMissing: bench.postgresMissing,
  }
}

interface Bench {
  readonly wanted: Options
  readonly temp: string
  readonly folder: string
  readonly env: Variables
  readonly seeded: Seeded
  readonly ca: LoopbackCa
  postgresMissing: string | null
}

const say = (text: string) => console.log(`${text}…`)

async function weighPages({ folder, env, seeded }: Bench): Promise<PageWeight[]> {
  say('Weighing pages')
  const [server, empty] = [await startProduct(folder, env), await startEmptyApp()]
  const [cookie = ''] = await signInAll(server.url, { ...seeded, people: seeded.people.slice(0, 1) })
  const pages = await measurePages({ url: server.url, cookie }, { url: empty.url, cookie: null })
  await Promise.all([server.child.stop(), empty.child.stop()])
  return pages
}

async function measureLoad(bench: Bench): Promise<LoadFigure[]> {
  const { wanted, temp, ca } = bench
  say('Starting the programs to compare')
  const floorData = join(temp, 'floor')
  const floorSeed = await seedDatabase(serverVariables(floorData), ca.baseUrl, 1)
  const floor = await startFloor(join(floorData, 'unstuck.db'), ca.baseUrl)
  const empty = await startEmptyApp()
  const targets = [
    floorTarget(floor.url, floor.child.pid, floorSeed.accountId),
    emptyActionTarget({ url: empty.url, pid: empty.child.pid, folder: emptyAppFolder }),
    ...(await productTargets(bench, bench.env, bench.seeded, '')),
    ...(wanted.postgres ? await postgresTargets(bench) : []),
  ]
  return runRounds(targets, wanted)
}

async function postgresTargets(bench: Bench): Promise<Target[]> {
  const server = await startPostgres()
  if ('missing' in server) {
    bench.postgresMissing = server.missing
    return []
  }
  const env = serverVariables(join(bench.temp, 'postgres'), await createDatabase(server.url))
  const seeded = await seedDatabase(env, bench.ca.baseUrl, actors)
  return productTargets(bench, env, seeded, ' on PostgreSQL')
}

async function productTargets(
  { folder }: Bench,
  env: Variables,
  seeded: Seeded,
  on: string,
): Promise<Target[]> {
  const { url, child } = await startProduct(folder, env)
  const { accountId, tokens } = seeded
  const callers = { accountId, tokens, cookies: await signInAll(url, seeded) }
  const place = { url, pid: child.pid, folder }
  return [actionTarget(`action${on}`, place, callers), apiTarget(`API${on}`, place, callers)]
}

async function signInAll(url: string, { people }: Seeded): Promise<string[]> {
  const cookies: string[] = []
  for (const person of people) cookies.push(await signIn(url, person))
  return cookies
}

async function measureHistory({ temp, ca }: Bench): Promise<number> {
  say('Verifying a history')
  const env = serverVariables(join(temp, 'history'))
  const { accountId } = await seedDatabase(env, ca.baseUrl, 1)
  return measureVerify(env, accountId)
}
