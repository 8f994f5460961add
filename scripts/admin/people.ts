import { linkSignOn } from '#lib/auth/link-sign-on.ts'
import { addPerson, disablePerson, removeFactors, setPassword, setRole } from '#lib/auth/people.ts'
import { signOnSettings } from '#lib/auth/sign-on-settings.ts'
import { env } from '#lib/env.ts'
import { store } from '#lib/store/open.ts'
import { listPeople } from '#lib/store/people.ts'
import type { Command } from './commands.ts'
import { operator, roleFrom } from './operator.ts'
import { orRefuse } from './refused.ts'
import { readSecretInput } from './secret.ts'
import { printTable, time } from './table.ts'

export const peopleCommands: Readonly<Record<string, Command>> = {
  'person add': {
    about: 'Lets a person in. Roles: viewer, agent, manager, administrator.',
    needs: ['email', 'name', 'role'],
    isSecret: true,
    run: async ({ email = '', name = '', role = '', 'password-file': file }) => {
      const wanted = { email, name, role: roleFrom(role) }
      const password = await readSecretInput(`Password for ${email}`, file)
      orRefuse(await addPerson({ ...wanted, password }, operator()))
      console.log(`${email} may sign in as ${role}.`)
    },
  },
  'person disable': {
    about: 'Takes a person’s access away; their sessions end at once.',
    needs: ['email'],
    run: async ({ email = '' }) => {
      const { sessionsEnded } = orRefuse(await disablePerson(email, operator()))
      console.log(`${email} is disabled. Sessions ended: ${sessionsEnded}.`)
    },
  },
  'person role': {
    about: 'Gives a person another role, from their next request on.',
    needs: ['email', 'role'],
    run: async ({ email = '', role = '' }) => {
      orRefuse(await setRole({ email, role: roleFrom(role) }, operator()))
      console.log(`${email} is ${role} now.`)
    },
  },
  'person password': {
    about: 'Gives a person another password; their sessions end at once.',
    needs: ['email'],
    isSecret: true,
    run: async ({ email = '', 'password-file': file }) => {
      const password = await readSecretInput(`New password for ${email}`, file)
      const { sessionsEnded } = orRefuse(await setPassword({ email, password }, operator()))
      console.log(`${email} has another password. Sessions ended: ${sessionsEnded}.`)
    },
  },
  'person remove-factors': {
    about: 'Takes the second factors of a person who has lost them; the password stays, their sessions end.',
    needs: ['email'],
    run: async ({ email = '' }) => {
      const { sessionsEnded } = orRefuse(await removeFactors(email, operator()))
      console.log(`${email} has no second factor any more. Sessions ended: ${sessionsEnded}.`)
    },
  },
  'person link-sign-on': {
    about:
      'Lets a person who is here already come in by single sign-on; their role is then what the provider says.',
    needs: ['email', 'subject'],
    run: async ({ email = '', subject = '' }) => {
      const { issuer } = orRefuse(await linkSignOn(signOnSettings(env()), { email, subject }, operator()))
      console.log(`${email} may come in as ${subject} of ${issuer}.`)
    },
  },
  'person list': {
    about: 'Lists the people.',
    needs: [],
    run: async () => {
      const rows = await listPeople((await store()).db)
      printTable(
        ['email', 'name', 'role', 'since', 'disabled'],
        rows.map((row) => [row.email, row.name, row.role, time(row.created_at), time(row.disabled_at)]),
      )
    },
  },
}
