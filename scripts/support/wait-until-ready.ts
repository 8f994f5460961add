import { setTimeout as sleep } from 'node:timers/promises'
import type { Child } from './child.ts'

/** Waits until an address answers 200. Throws with the program's own last words when it ends or takes too long. */
export async function waitUntilReady(
  name: string,
  url: string,
  child: Child,
  withinMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + withinMs
  while (Date.now() < deadline) {
    if (child.exitCode() !== null) throw new Error(`${name} ended while starting.\n${child.output()}`)
    if (await answers(url)) return
    await sleep(100)
  }
  throw new Error(`${name} did not answer at ${url} within ${withinMs / 1000} s.\n${child.output()}`)
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000), redirect: 'manual' })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}
