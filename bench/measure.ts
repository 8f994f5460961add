import { cpus } from 'node:os'
import { join } from 'node:path'
import { measureActivity } from './activity/measure.ts'
import { startLoopbackCa, type LoopbackCa } from './ca.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { emptyAppFolder } from './empty-app.ts'
import type { Figures, LoadFigure } from './figures.ts'
import { measureVerify, verifySeconds } from './history.ts'
import { measureMemory } from './memory.ts'
import { needsBuild, type Options, type Part } from './options.ts'
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
  const bench = needsBuild(wanted) ? await prepare(wanted, temp) : null
  const served = async <T>(part: Part, work: (bench: Bench) => Promise<T>) =>
    bench !== null && wanted.parts.has(part) ? work(bench) : null
  const startUp = await served('start', ({ folder, env }) => measureStartUp(folder, env, 7))
  const memory = await served('memory', ({ folder, env, seeded }) => measureMemory(folder, env, seeded))
  const pages = await served('pages', weighPages)
  const figures = await served('load', measureLoad)
  bench?.ca.close()
  if (wanted.parts.has('history')) say('Verifying a history')
  return {
    verifySeconds: wanted.parts.has('history') ? await measureVerify(temp) : null,
    activity: wanted.parts.has('activity')
      ? await measureActivity(wanted, temp, ({ env, events }) => verifySeconds(env, events))
      : null,
    at: new Date().toISOString(),
    machine: { cores: cpus().length, node: process.version, loadBefore, loadAfter: load() },
    startUp,
    memory,
    pages,
    load: figures,
    postgresMissing: bench?.postgresMissing ?? null,
  }
}

async function prepare(wanted: Options, temp: string): Promise<Bench> {
  const ca = await startLoopbackCa()
  const folder = copyBuild(temp)
  const env = serverVariables(join(temp, 'product'))
  say('Adding people, tokens and an account')
  const seeded = await seedDatabase(env, ca.baseUrl, actors)
  return { wanted, temp, folder, env, seeded, ca, postgresMissing: null }
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
