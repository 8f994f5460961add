import { issueToken, revokeToken } from '#lib/auth/tokens.ts'
import { store } from '#lib/store/open.ts'
import { listTokens } from '#lib/store/tokens.ts'
import type { Command } from './commands.ts'
import { operator, roleFrom } from './operator.ts'
import { orRefuse } from './refused.ts'
import { printTable, time } from './table.ts'

export const tokenCommands: Readonly<Record<string, Command>> = {
  'token add': {
    about: 'Issues a token for a machine and prints it, once.',
    needs: ['name', 'role'],
    run: async ({ name = '', role = '' }) => {
      const { token } = orRefuse(await issueToken({ name, role: roleFrom(role) }, operator()))
      console.error('Keep this token now: it is not shown again.')
      console.log(token)
    },
  },
  'token revoke': {
    about: 'Ends a token at once.',
    needs: ['name'],
    run: async ({ name = '' }) => {
      orRefuse(await revokeToken(name, operator()))
      console.log(`The token ${name} is revoked.`)
    },
  },
  'token list': {
    about: 'Lists the tokens, without their secrets.',
    needs: [],
    run: async () => {
      const rows = await listTokens((await store()).db)
      printTable(
        ['name', 'role', 'since', 'last used', 'revoked'],
        rows.map((row) => [
          row.name,
          row.role,
          time(row.created_at),
          time(row.used_at),
          time(row.revoked_at),
        ]),
      )
    },
  },
}
