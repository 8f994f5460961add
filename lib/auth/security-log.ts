import 'server-only'
import type { Actor, Role } from '#lib/desk/receipt.ts'
import { log } from '#lib/log.ts'
import { atLeast } from './roles.ts'

const mostInWindow = 60
const windowMs = 60_000

declare global {
  var unstuckSecurityLines: Map<string, number> | undefined
}

/**
 * How many lines of each kind were asked for in its open window. The kinds are sentences in the code, so they are few. On globalThis,
 * because Next bundles this module more than once.
 */
const asked = (globalThis.unstuckSecurityLines ??= new Map<string, number>())

/**
 * Writes what may be an attack into the log: something about signing in that failed, or a request that was refused. Anybody may cause such
 * lines, so there are sixty of a kind in a minute on each server, and then one that says how many were left out. Fields name people and
 * tokens by id, and nothing that was typed.
 */
export function logSecurity(kind: string, fields: Readonly<Record<string, string | number | null>>): void {
  const before = asked.get(kind)
  asked.set(kind, (before ?? 0) + 1)
  if (before === undefined) setTimeout(endWindow, windowMs, kind).unref()
  if ((before ?? 0) < mostInWindow) log.warn(fields, kind)
}

function endWindow(kind: string): void {
  const leftOut = (asked.get(kind) ?? 0) - mostInWindow
  asked.delete(kind)
  if (leftOut > 0) log.warn({ kind, leftOut }, 'more of a kind were left out of the log')
}

type Who = Pick<Actor, 'id' | 'role'> & { readonly kind: string }

/** Whether a role is enough to do something, asked where it is done: a refusal is a line of the log. What a screen leaves out asks `atLeast`. */
export function mayDo(who: Who, needed: Role, what: string): boolean {
  if (atLeast(who.role, needed)) return true
  logRefused(who, what)
  return false
}

/** Somebody who is signed in asked for what they may not do or see. */
export function logRefused({ kind, id, role }: Who, what: string): void {
  logSecurity('a request was refused to whoever asked', { what, actor: kind, id, role })
}
