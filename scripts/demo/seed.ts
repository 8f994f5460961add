import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { adminCommand } from '../support/admin-command.ts'
import { root } from '../support/paths.ts'
import { run } from '../support/run.ts'
import { sampleAccounts, samplePeople } from '../support/sample-people.ts'
import { addSampleAccounts, addSamplePeople } from '../support/seed.ts'
import type { SimulatorControl } from '../support/simulator-control.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** Fills a fresh demo through the program's own doors: people and accounts by the admin program, history by really performing it. */
export async function seed(env: Variables, dataDir: string, control: SimulatorControl): Promise<void> {
  await addSamplePeople(env)
  await addSampleAccounts(env, control.baseUrl)
  for (const [id, name] of templates) {
    await adminCommand(env, ['template', 'add', '--account', 'Demo EU', '--id', id, '--name', name])
  }
  writeFileSync(join(dataDir, 'demo-people.json'), JSON.stringify(samplePeople), { mode: 0o600 })
  // Before the history, so that what the simulated CA reports of it is part of it.
  await takeReports(env, control)
  await performHistory(env)
  await performAsMachine(env)
}

/**
 * Gives the sample accounts an address each and tells the simulated CA of it: what happens to an order there then shows here. Anew at each
 * start, because an address is kept nowhere and the simulator forgets.
 */
export async function takeReports(env: Variables, control: SimulatorControl): Promise<void> {
  for (const { label, loginName } of sampleAccounts) {
    const printed = await adminCommand(env, ['account', 'push-address', '--label', label])
    await control.setPush({ account: loginName, url: printed.trim() })
  }
}

const templates = [
  ['11', 'Standard wording'],
  ['12', 'With our support number'],
] as const

async function performHistory(env: Variables): Promise<void> {
  const ran = await run({
    name: 'the history',
    command: process.execPath,
    args: ['--conditions=react-server', join(root, 'scripts/demo/perform-history.ts')],
    cwd: root,
    env,
    withinMs: 60_000,
  })
  if (ran.code !== 0) throw new Error(`The sample history could not be made.\n${ran.output}`)
}

/** One operation from a program, so that the history shows what the machine interface leaves behind. */
async function performAsMachine(env: Variables): Promise<void> {
  const token = (
    await adminCommand(env, ['token', 'add', '--name', 'Ticket system', '--role', 'agent'])
  ).trim()
  const path = '/api/v1/orders/10000401/operations/resend-smime-invitation-email'
  const response = await fetch(`${env.PUBLIC_URL}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ account: 'Demo EU', ticket: { id: '4701', system: 'zendesk' } }),
  })
  if (!response.ok)
    throw new Error(`The machine interface answered ${response.status}: ${await response.text()}`)
}
