import 'server-only'
import { hasRoomInLog } from '#lib/bounded-log.ts'
import type { Actor, Role } from '#lib/desk/receipt.ts'
import { log } from '#lib/log.ts'
import { atLeast } from './roles.ts'

/**
 * Writes what may be an attack into the log: something about signing in that failed, or a request that was refused. Anybody may cause such
 * lines, so they are bounded. Fields name people and tokens by id, and nothing that was typed.
 */
export function logSecurity(kind: string, fields: Readonly<Record<string, string | null>>): void {
  if (hasRoomInLog(kind)) log.warn(fields, kind)
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
