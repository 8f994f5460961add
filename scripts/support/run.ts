import { startChild } from './child.ts'

export interface Ran {
  readonly code: number
  readonly output: string
  readonly timedOut: boolean
}

export interface RunOptions {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly withinMs: number
  /** True to pass what it prints on to this program's output. */
  readonly show?: boolean
}

/** Runs a program to its end, without a terminal. Ends it, and what it started, when it takes too long. */
export async function run(options: RunOptions): Promise<Ran> {
  let output = ''
  const child = startChild({
    ...options,
    onOutput: (text) => {
      output += text
      if (options.show) process.stdout.write(text)
    },
  })
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    void child.stop(5_000)
  }, options.withinMs)
  const code = await child.exited
  clearTimeout(timer)
  return { code, output, timedOut }
}
