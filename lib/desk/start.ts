import 'server-only'
import { notePeerAddresses } from '#lib/auth/client-address.ts'
import { envOrExit } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { heartbeat, registerInstance } from '#lib/store/instances.ts'
import { desk, type Desk } from './desk.ts'
import { sweepAttempts } from './sweep-attempts.ts'

const beat = 5_000
const sweepEvery = 30_000

/** Makes this server ready: environment, store and migrations, its own row among the instances, the start-up sweep. Exits 1 when it cannot. */
export async function start(): Promise<void> {
  envOrExit()
  notePeerAddresses()
  try {
    const running = await desk()
    await registerInstance(running.store.db, running.instanceId)
    await sweepAttempts(running)
    repeat(beat, () => heartbeat(running.store.db, running.instanceId))
    repeat(sweepEvery, () => sweep(running))
    log.info({ instance: running.instanceId, store: running.store.dialect }, 'ready')
  } catch (error) {
    log.fatal({ err: error }, 'the store could not be opened')
    process.stderr.write(`Unstuck cannot start: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

const sweep = async (running: Desk): Promise<void> => {
  await sweepAttempts(running)
}

function repeat(every: number, work: () => Promise<void>): void {
  const timer = setInterval(() => {
    work().catch((error: unknown) => log.error({ err: error }, 'a regular task failed; it runs again'))
  }, every)
  timer.unref()
}
