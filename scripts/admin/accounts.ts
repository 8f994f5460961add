import {
  addAccount,
  addTemplate,
  changeAccount,
  listAccounts,
  setAccountPassword,
} from '#lib/auth/accounts.ts'
import { endPushAddress, setPushAddress } from '#lib/auth/push-addresses.ts'
import type { Command } from './commands.ts'
import { operator } from './operator.ts'
import { orRefuse } from './refused.ts'
import { readSecretInput } from './secret.ts'
import { printTable, time } from './table.ts'

const stillHeld = ' It is on hold: lift that with account lift-hold.'

export const accountCommands: Readonly<Record<string, Command>> = {
  'account add': {
    about: 'Adds an account at the CA.',
    needs: ['label', 'login-name'],
    takes: ['base-url'],
    isSecret: true,
    run: async ({ label = '', 'login-name': loginName = '', 'base-url': baseUrl, 'password-file': file }) => {
      const password = await readSecretInput(`Password of ${loginName} at the CA`, file)
      orRefuse(await addAccount({ label, loginName, password, baseUrl }, operator()))
      console.log(`The account ${label} is there.`)
    },
  },
  'account change': {
    about: 'Corrects an account’s login name, base URL or label; what is not given stays, like the password.',
    needs: ['label'],
    takes: ['login-name', 'base-url', 'new-label'],
    run: async ({
      label: account = '',
      'login-name': loginName,
      'base-url': baseUrl,
      'new-label': label,
    }) => {
      const changed = orRefuse(await changeAccount({ account, label, loginName, baseUrl }, operator()))
      console.log(`The account ${changed.label} is changed.${changed.isHeld ? stillHeld : ''}`)
    },
  },
  'account password': {
    about: 'Replaces the password that is sent to the CA, for every server at once.',
    needs: ['label'],
    isSecret: true,
    run: async ({ label = '', 'password-file': file }) => {
      const password = await readSecretInput(`New password of ${label} at the CA`, file)
      const { isHeld } = orRefuse(await setAccountPassword({ account: label, password }, operator()))
      console.log(`${label} has another password.${isHeld ? stillHeld : ''}`)
    },
  },
  'account list': {
    about: 'Lists the accounts.',
    needs: [],
    run: async () => {
      const rows = await listAccounts()
      printTable(
        ['label', 'login name', 'base URL', 'held since', 'id'],
        rows.map((row) => [row.label, row.loginName, row.baseUrl, time(row.heldAt), row.id]),
      )
    },
  },
  'account lift-hold': {
    about: 'Lets an account send again after a -16, once somebody has found the cause.',
    needs: ['label', 'note'],
    run: async ({ label = '', note = '' }) => {
      // Imported here, so that nothing else waits for the client of the CA.
      const [{ desk }, { liftHold }] = await Promise.all([
        import('#lib/desk/desk.ts'),
        import('#lib/desk/lift-hold.ts'),
      ])
      const actor = { ...operator(), role: 'administrator' } as const
      const lifted = orRefuse(await liftHold(await desk(), { actor, account: label, note }))
      console.log(`${lifted.label} may send again.`)
    },
  },
  'account push-address': {
    about:
      'Gives an account an address at which the CA may report, in place of the one before; prints it, once.',
    needs: ['label'],
    run: async ({ label = '' }) => {
      const { address } = orRefuse(await setPushAddress({ account: label }, operator()))
      console.error(
        'Keep this address now, and from strangers: it is not shown again. It begins with PUBLIC_URL.',
      )
      console.log(address)
    },
  },
  'account push-address-end': {
    about: 'Takes an account’s address for the CA’s reports away, at once.',
    needs: ['label'],
    run: async ({ label = '' }) => {
      const ended = orRefuse(await endPushAddress({ account: label }, operator()))
      console.log(`Nothing is taken at the push address of ${ended.label} any more.`)
    },
  },
  'template add': {
    about: 'Names a DCV template of an account.',
    needs: ['account', 'id', 'name'],
    run: async ({ account = '', id = '', name = '' }) => {
      orRefuse(await addTemplate({ account, id: /^\d{1,15}$/.test(id) ? Number(id) : NaN, name }, operator()))
      console.log(`Template ${id} of ${account} is called ${name}.`)
    },
  },
}
