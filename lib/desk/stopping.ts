import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { Server, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '#lib/log.ts'

interface Stopping {
  isStopping: boolean
  /** What has been let through to the CA and is not written down yet: a name, and how often it is under way. */
  readonly underWay: Map<string, number>
  server: Server | undefined
}

declare global {
  var unstuckStopping: Stopping | undefined
}

/** On globalThis, because Next bundles this module more than once. */
const state: Stopping = (globalThis.unstuckStopping ??= {
  isStopping: false,
  underWay: new Map(),
  server: undefined,
})

/** True from the first signal on: what is new is not sent, what is under way goes on. */
export function isStopping(): boolean {
  return state.isStopping
}

/** Takes new work again. For tests only. */
export function startAgain(): void {
  state.isStopping = false
  state.underWay.clear()
}

/** Makes the process wait, when it stops, for work that a request began and that goes on when its browser has gone. */
export function workBegan(name: string): void {
  state.underWay.set(name, (state.underWay.get(name) ?? 0) + 1)
}

export function workEnded(name: string): void {
  const left = (state.underWay.get(name) ?? 1) - 1
  if (left > 0) state.underWay.set(name, left)
  else state.underWay.delete(name)
}

export interface StopOptions {
  /** Milliseconds in which readiness is off and connections are still taken, so that a proxy in front notices. */
  readonly drainMs: number
  /** Milliseconds after that in which what is under way may end. */
  readonly limitMs: number
  /** Gives back what the process holds; runs when nothing is under way any more. */
  readonly close: () => Promise<void>
}

/**
 * Stops in good order: readiness off, then no more connections, then the end of everything under way, then `close`. Answers the exit code:
 * 0, or 1 when something was still under way at the limit; what it was becomes *unknown* at the next start or by another server.
 */
export async function stopInGoodOrder({ drainMs, limitMs, close }: StopOptions): Promise<number> {
  state.isStopping = true
  log.info({ drainMs, limitMs, underWay: state.underWay.size }, 'stopping: nothing new is sent')
  await sleep(drainMs)
  const deadline = Date.now() + limitMs
  const isServed = await within(deadline, closeServer())
  const isDone = await within(deadline, untilNothingIsUnderWay(deadline))
  const left = [...state.underWay.keys()]
  // Not by the deadline: what is under way has ended, and closing takes a moment of its own.
  const isClosed = await within(Date.now() + 5000, close())
  if (isServed && isDone && isClosed) log.info('stopped: everything under way has ended')
  else log.error({ left, isServed, isClosed }, 'stopped at the time limit, with work under way')
  return isServed && isDone && isClosed ? 0 : 1
}

/** Ends the process in good order at SIGTERM or SIGINT. A repeated signal changes nothing: terminals and npm send some twice. */
export function stopOnSignal(options: StopOptions): void {
  noteServer()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (state.isStopping) return
      stopInGoodOrder(options).then(
        (code) => process.exit(code),
        (error: unknown) => {
          log.fatal({ err: error }, 'stopping failed')
          process.exit(1)
        },
      )
    })
  }
}

/** The framework keeps its server to itself; Node names it with every request. */
function noteServer(): void {
  subscribe('http.server.request.start', (message) => {
    const { server, response } = message as { server: Server; response: ServerResponse }
    state.server = server
    // Whoever keeps the connection open should make the next one elsewhere.
    if (state.isStopping) response.setHeader('connection', 'close')
  })
}

/** Resolves when every answer is out. Connections without a request are closed at once. */
function closeServer(): Promise<void> {
  return new Promise((resolve) => {
    if (state.server === undefined) resolve()
    else state.server.close(() => resolve())
  })
}

/** Milliseconds without work: what was read is written down a moment after the read itself has ended. */
const quietFor = 250

async function untilNothingIsUnderWay(deadline: number): Promise<void> {
  let quietSince = Date.now()
  while (Date.now() - quietSince < quietFor) {
    await sleep(25)
    if (state.underWay.size > 0) quietSince = Date.now()
    if (Date.now() > deadline + quietFor) return
  }
}

/** Whether it ended in time. */
async function within(deadline: number, work: Promise<void>): Promise<boolean> {
  const timeUp = new AbortController()
  const inTime = await Promise.race([
    work.then(() => true),
    sleep(Math.max(0, deadline - Date.now()), false, { signal: timeUp.signal }).catch(() => false),
  ])
  timeUp.abort()
  return inTime
}
