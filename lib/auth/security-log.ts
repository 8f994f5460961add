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

interface Issue {
  readonly path: readonly PropertyKey[]
}

/**
 * Somebody sent what no form or documented request has: at which door, and in which fields. Only the schema's own names are told, because
 * what lies deeper may be called whatever the sender likes.
 */
export function logForged({ kind, id }: Omit<Who, 'role'>, what: string, issues: readonly Issue[]): void {
  const names = new Set(issues.map(({ path }) => String(path[0] ?? 'the whole')))
  const fields = [...names].sort().join(' ')
  logSecurity('input that no form sends was refused', { what, fields, actor: kind, id })
}

/** A limit on how often something may be asked was reached, by whoever is known, or by strangers. */
export function logTooOften(what: string, who: Omit<Who, 'role'> | null): void {
  logSecurity('a limit was reached', { what, actor: who?.kind ?? null, id: who?.id ?? null })
}
