import 'server-only'
import { hostname } from 'node:os'
import { notePeerAddresses } from '#lib/auth/client-address.ts'
import { firstRunAddress } from '#lib/auth/first-run.ts'
import { checkVault } from '#lib/auth/sealed-values.ts'
import { env, envOrExit } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { metrics } from '#lib/metrics/metrics.ts'
import { mintRequestIds } from '#lib/request-id.ts'
import { limitConnections } from '#lib/server-limits.ts'
import {
  forgetInstances,
  heartbeat,
  heartbeatEvery,
  instancesOn,
  registerInstance,
  removeInstance,
} from '#lib/store/instances.ts'
import { announceStrictTransport } from '#lib/strict-transport.ts'
import { desk, type Desk } from './desk.ts'
import { keepRetention } from './retention.ts'
import { isStopping, stopOnSignal } from './stopping.ts'
import { sweepApprovals } from './sweep-approvals.ts'
import { sweepAttempts } from './sweep-attempts.ts'

const sweepEvery = 30_000
/** Looks whether a day has gone by; whichever server looks first then masks. */
const retentionEvery = 600_000

/**
 * Makes this server ready: environment, store and migrations, its own row among the instances, the start-up sweep. Exits 1 when it cannot.
 * `isStoppedHere` says that signals are for this program to answer, not for the framework.
 */
export async function start(options: { readonly isStoppedHere: boolean }): Promise<void> {
  envOrExit()
  metrics()
  mintRequestIds()
  notePeerAddresses()
  announceStrictTransport()
  limitConnections()
  try {
    const running = await desk()
    if (options.isStoppedHere) stopOnSignal(stopOptions(running))
    const unreadable = await checkVault(running.store.db)
    if (unreadable.length > 0)
      log.error({ unreadable }, 'some passwords were sealed with a key that is not here')
    await forgetDeadNeighbours(running)
    await register(running)
    await sweepAttempts(running)
    repeat(heartbeatEvery, () => beat(running))
    repeat(sweepEvery, () => sweep(running))
    const { RETENTION_DAYS } = env()
    if (RETENTION_DAYS !== null) repeat(retentionEvery, () => retain(running, RETENTION_DAYS))
    log.info({ instance: running.instanceId, store: running.store.dialect }, 'ready')
    await printFirstRun()
  } catch (error) {
    log.fatal({ err: error }, 'the server could not start')
    process.stderr.write(`Unstuck cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

/** Past the log, which may be sent elsewhere: whoever reads the address may become the administrator. */
async function printFirstRun(): Promise<void> {
  // The demo adds its people at once, and has none for a moment only.
  const { DEMO, LOCAL_SIGN_IN } = env()
  const address = DEMO || !LOCAL_SIGN_IN ? null : await firstRunAddress()
  if (address !== null)
    process.stderr.write(`Nobody can sign in yet. To add the first administrator, open\n  ${address}\n`)
}

const day = 86_400_000
/** Milliseconds beyond the CA's total limit: for waiting in line, and for writing the last outcome down. */
const stopGrace = 10_000

function stopOptions({ store, ca, instanceId }: Desk) {
  const { SHUTDOWN_DRAIN_SECONDS, CA_TIMEOUT_MS } = env()
  return {
    drainMs: SHUTDOWN_DRAIN_SECONDS * 1000,
    limitMs: CA_TIMEOUT_MS + stopGrace,
    close: async () => {
      await ca.close()
      await removeInstance(store.db, instanceId)
      await store.close()
    },
  }
}

const register = ({ store, instanceId: id, now }: Desk) =>
  registerInstance(store.db, { id, host: hostname(), pid: process.pid, started_at: now(), seen_at: now() })

/** A row that another instance cleared away, because this one was silent for too long, is written anew. */
async function beat(running: Desk): Promise<void> {
  const { store, instanceId, now } = running
  if (!(await heartbeat(store.db, instanceId, now()))) await register(running)
}

/** A server that was killed on this very machine need not be waited for: its process is gone, so what it left open is unknown now. */
async function forgetDeadNeighbours({ store, now }: Desk): Promise<void> {
  await forgetInstances(store.db, now() - day)
  for (const { id, pid } of await instancesOn(store.db, hostname())) {
    if (pid === process.pid || !isRunning(pid)) await removeInstance(store.db, id)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const sweep = async (running: Desk): Promise<void> => {
  await sweepAttempts(running)
  await sweepApprovals(running)
}

const retain = async (running: Desk, days: number): Promise<void> => {
  if (!isStopping()) await keepRetention(running, days)
}

function repeat(every: number, work: () => Promise<void>): void {
  const timer = setInterval(() => {
    work().catch((error: unknown) => log.error({ err: error }, 'a regular task failed; it runs again'))
  }, every)
  timer.unref()
}
