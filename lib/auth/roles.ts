import { roles, type Role } from '#lib/desk/receipt.ts'

/** Whether a role may do what `needed` may. Each role may do all that those before it may. */
export function atLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed) && roles.includes(role)
}

/** The role with this name, or null: what a database or a command line says is not trusted to be one. */
export function parseRole(name: string): Role | null {
  return roles.find((role) => role === name) ?? null
}
