// Run by set-up.ts with --conditions=react-server and the server's environment: one account, and the people and tokens that call.
import { parseArgs } from 'node:util'
import { addAccount } from '#lib/auth/accounts.ts'
import { addPerson } from '#lib/auth/people.ts'
import { issueToken } from '#lib/auth/tokens.ts'
import { store } from '#lib/store/open.ts'
import type { Seeded } from './seeded.ts'

const { values } = parseArgs({
  options: {
    'base-url': { type: 'string', default: '' },
    login: { type: 'string', default: '' },
    password: { type: 'string', default: '' },
    actors: { type: 'string', default: '1' },
  },
})

const program = { kind: 'program', id: 'bench', name: 'bench' } as const

async function seed(): Promise<Seeded> {
  const { 'base-url': baseUrl, login, password } = values
  const account = sure(await addAccount({ label: 'Bench', loginName: login, password, baseUrl }, program))
  const people: Seeded['people'][number][] = []
  const tokens: string[] = []
  for (let number = 1; number <= Number(values.actors); number++) {
    const person = {
      email: `agent-${number}@bench.example`,
      password: `quiet harbour ${number} lanterns`,
    }
    const { id } = sure(
      await addPerson({ ...person, name: `Bench Agent ${number}`, role: 'manager' }, program),
    )
    people.push({ ...person, id })
    tokens.push(sure(await issueToken({ name: `bench ${number}`, role: 'manager' }, program)).token)
  }
  return { accountId: account.id, people, tokens }
}

function sure<T extends { ok: boolean }>(changed: T): Extract<T, { ok: true }> {
  if (!changed.ok) throw new Error(JSON.stringify(changed))
  return changed as Extract<T, { ok: true }>
}

console.log(JSON.stringify(await seed()))
await (await store()).close()
