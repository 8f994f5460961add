import { rotateVault, vaultStatus } from '#lib/auth/sealed-values.ts'
import { store } from '#lib/store/open.ts'
import type { Command } from './commands.ts'
import { operator } from './operator.ts'
import { Refused } from './refused.ts'
import { printTable } from './table.ts'

export const vaultCommands: Readonly<Record<string, Command>> = {
  'vault status': {
    about: 'Tells which vault key seals how many secrets, and which retired key may be dropped.',
    needs: [],
    run: async () => {
      const keys = await vaultStatus((await store()).db)
      printTable(
        ['key', 'is', 'seals', ''],
        keys.map(({ id, is, values }) => [id, is, String(values), advice(is, values)]),
      )
    },
  },
  'vault rotate': {
    about:
      'Seals every secret anew with the current VAULT_KEY, while servers run; needs the earlier keys in VAULT_KEYS_RETIRED.',
    needs: [],
    run: async () => {
      const opened = await store()
      const missing = (await vaultStatus(opened.db)).filter((key) => key.is === 'missing')
      if (missing.length > 0)
        throw new Refused(
          `Nothing was changed. ${missing.map(({ id, values }) => `${values} secrets need the key ${id}`).join('; ')}: ` +
            'add it to VAULT_KEYS_RETIRED, or enter those passwords anew with account password.',
        )
      const { to, values } = await rotateVault(opened, operator())
      console.log(
        values === 0
          ? `The key ${to} seals everything already.`
          : `Sealed anew with the key ${to}: ${values}. See vault status before you drop a retired key.`,
      )
    },
  },
}

function advice(is: 'current' | 'retired' | 'missing', values: number): string {
  if (is === 'missing') return 'this machine has no such key: what it seals cannot be read'
  if (is === 'current') return ''
  return values === 0 ? 'may be dropped' : 'still needed: run vault rotate'
}
