import { roleWords } from '#components/shell/role-words.ts'
import { roles, type Role } from '#lib/desk/receipt.ts'

const may: Readonly<Record<Role, string>> = {
  viewer: 'Reads orders, the history and the codes.',
  agent: 'Also sends: every resend and callback operation.',
  manager: 'Also changes contacts, approves, and resolves the unknown attempts of others.',
  administrator: 'Also these settings.',
}

/** The roles as radio buttons, each with what it adds. */
export const roleOptions = roles.map((role) => ({ value: role, label: roleWords[role], hint: may[role] }))
