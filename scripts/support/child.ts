import { spawn, type ChildProcess } from 'node:child_process'

export interface ChildOptions {
  /** For messages: "the simulator". */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  /** The whole environment of the child. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Called with everything the child prints. */
  readonly onOutput?: (text: string) => void
}

/** A long-running program that this one started and has to stop. */
export interface Child {
  readonly pid: number
  /** The last lines it printed, for the message when it fails. */
  output(): string
  /** Null while it runs. */
  exitCode(): number | null
  readonly exited: Promise<number>
  /** Asks it to end, and ends it when it has not after `graceMs`. Answers once it is gone. */
  stop(graceMs?: number): Promise<void>
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>
}

const running = new Set<Child>()

/** Starts a program in a process group of its own, so that a Ctrl+C meant for us does not reach it before we have asked it to stop. */
export function startChild(options: ChildOptions): Child {
  const spawned = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    env: { ...options.env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let kept = ''
  const take = (data: Buffer) => {
    const text = data.toString()
    kept = (kept + text).slice(-8_000)
    options.onOutput?.(text)
  }
  spawned.stdout.on('data', take)
  spawned.stderr.on('data', take)

  let code: number | null = null
  const exited = new Promise<number>((resolve) => {
    const end = (value: number) => {
      code ??= value
      running.delete(child)
      resolve(code)
    }
    spawned.once('error', (error) => {
      kept += error.message
      end(127)
    })
    spawned.once('exit', (value) => end(value ?? 1))
  })
  const child: Child = {
    pid: spawned.pid ?? -1,
    output: () => kept,
    exitCode: () => code,
    exited,
    stop: (graceMs = 10_000) => end(spawned, exited, 'SIGTERM', graceMs),
    kill: () => end(spawned, exited, 'SIGKILL', 0),
  }
  running.add(child)
  return child
}

async function end(
  spawned: ChildProcess,
  exited: Promise<number>,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  signalGroup(spawned, signal)
  const timer = setTimeout(() => signalGroup(spawned, 'SIGKILL'), graceMs)
  await exited
  clearTimeout(timer)
}

function signalGroup(spawned: ChildProcess, signal: NodeJS.Signals): void {
  if (spawned.pid === undefined || spawned.exitCode !== null || spawned.signalCode !== null) return
  try {
    process.kill(-spawned.pid, signal)
  } catch {
    // It ended in between.
  }
}

/** Stops everything that `startChild` started, latest first. */
export async function stopAll(graceMs?: number): Promise<void> {
  for (const child of [...running].reverse()) await child.stop(graceMs)
}

let stopping = false

/** True from the first Ctrl+C on: what ends now was meant to. */
export function isStopping(): boolean {
  return stopping
}

/** Ends with everything stopped when somebody presses Ctrl+C or the system asks. A second Ctrl+C does not wait. */
export function stopAllOnSignal(beforeExit: () => void = () => {}): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      const grace = stopping ? 0 : undefined
      stopping = true
      void stopAll(grace).finally(() => {
        beforeExit()
        process.exit(signal === 'SIGINT' ? 130 : 143)
      })
    })
  }
  // Whatever ends this program, nothing it started is left behind.
  process.on('exit', () => {
    for (const child of running) {
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It ended in between.
      }
    }
  })
}
