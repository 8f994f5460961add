import { userInfo } from 'node:os'
import type { Role } from '#lib/desk/receipt.ts'
import { parseRole } from '#lib/auth/roles.ts'
import { roles } from '#lib/desk/receipt.ts'
import type { EventActor } from '#lib/store/events.ts'
import { Refused } from './refused.ts'

/** Who the history names for what is done at the command line: whoever can run it owns the database anyway. */
export function operator(): EventActor & { readonly kind: 'program' } {
  return { kind: 'program', id: 'admin', name: `Operator ${userName()}` }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}

export function roleFrom(name: string): Role {
  const role = parseRole(name)
  if (role === null) throw new Refused(`role: Choose one of ${roles.join(', ')}.`)
  return role
}
