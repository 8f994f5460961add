import 'server-only'
import { log } from './log.ts'

const mostInWindow = 60
const windowMs = 60_000

declare global {
  var unstuckBoundedLines: Map<string, number> | undefined
}

/**
 * How many lines of each kind were asked for in its open window. The kinds are sentences in the code, so they are few. On globalThis,
 * because Next bundles this module more than once.
 */
const asked = (globalThis.unstuckBoundedLines ??= new Map<string, number>())

/**
 * Whether one more line of a kind may be written. Strangers may cause such lines, and must not fill the disk: there are sixty of a kind in
 * a minute on each server, and then one that says how many were left out.
 */
export function hasRoomInLog(kind: string): boolean {
  const before = asked.get(kind) ?? 0
  asked.set(kind, before + 1)
  if (before === 0) setTimeout(endWindow, windowMs, kind).unref()
  return before < mostInWindow
}

function endWindow(kind: string): void {
  const leftOut = (asked.get(kind) ?? 0) - mostInWindow
  asked.delete(kind)
  if (leftOut > 0) log.warn({ kind, leftOut }, 'more of a kind were left out of the log')
}
