import type { Role } from '#lib/desk/receipt.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  viewer: 'Viewer',
  agent: 'Agent',
  manager: 'Manager',
  administrator: 'Administrator',
}

/** A role as it was stored: one that is not known here is said as it stands. */
export const roleInWords = (role: string): string =>
  Object.entries(roleWords).find(([name]) => name === role)?.[1] ?? role
