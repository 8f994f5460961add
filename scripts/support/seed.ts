import { adminCommand } from './admin-command.ts'
import { sampleAccounts, samplePeople } from './sample-people.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** Adds one person of each role, as an administrator would. */
export async function addSamplePeople(env: Variables): Promise<void> {
  for (const { email, name, role, password } of samplePeople) {
    await adminCommand(env, ['person', 'add', '--email', email, '--name', name, '--role', role], password)
  }
}

/** Adds the simulator's accounts. `baseUrl` has to be a loopback address: samples never point at a real CA. */
export async function addSampleAccounts(env: Variables, baseUrl: string): Promise<void> {
  if (!isLoopback(baseUrl))
    throw new Error(`Sample accounts may only point at this machine, not at ${baseUrl}.`)
  for (const { label, loginName, password } of sampleAccounts) {
    const names = ['--label', label, '--login-name', loginName, '--base-url', baseUrl]
    await adminCommand(env, ['account', 'add', ...names], password)
  }
}

export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
