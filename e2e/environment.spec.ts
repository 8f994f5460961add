import { cpSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { eventsBody } from '#lib/api/schemas.ts'
import { startChild, type Child } from '../scripts/support/child.ts'
import { freePort } from '../scripts/support/free-port.ts'
import { startServer } from '../scripts/support/programs.ts'
import { waitUntilReady } from '../scripts/support/wait-until-ready.ts'
import { addSampleAccounts, addSamplePeople } from '../scripts/support/seed.ts'
import { samplePerson } from '../scripts/support/sample-people.ts'
import { apiClient, ask, issueToken } from './fixtures/api-client.ts'
import { harness } from './fixtures/harness.ts'
import { callAction } from './fixtures/raw-actions.ts'
import { expectArrived } from './fixtures/sending.ts'
import { serverVariables } from './fixtures/server-variables.ts'
import { expect, test } from './fixtures/test.ts'

/** How the program starts, what it says when it cannot, and how it ends. */

const ownFolder = (name: string) => mkdtempSync(join(harness().temp, `${name}-`))

function start(env: Record<string, string | undefined>, folder = harness().folder): Child {
  return startChild({
    name: 'the server',
    command: process.execPath,
    args: [join(folder, 'server.js')],
    cwd: folder,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
}

const wrong: readonly [string, Record<string, string>][] = [
  ['PUBLIC_URL', { PUBLIC_URL: 'https://desk.example/with-a-path-7391' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://root:hunter-7391@db/x' }],
  ['SESSION_SECRET', { SESSION_SECRET: 'short-7391' }],
  ['VAULT_KEY', { VAULT_KEY: 'not-a-key-7391' }],
  ['VAULT_KEY_FILE', { VAULT_KEY_FILE: '/nowhere/7391' }],
  ['CA_TIMEOUT_MS', { CA_TIMEOUT_MS: '-7391' }],
  ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'all-7391' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud-7391' }],
]

test('each wrong variable ends the program with code 1 and a message that names it and shows no value', async () => {
  const dataDir = ownFolder('wrong')
  for (const [name, env] of wrong) {
    const child = start({ DATA_DIR: dataDir, PORT: String(await freePort()), ...env })
    expect(await child.exited, `${name}\n${child.output()}`).toBe(1)
    expect(child.output()).toContain('Unstuck cannot start: its configuration is wrong.')
    expect(child.output()).toContain(`  ${name} `)
    expect(child.output(), name).not.toMatch(/7391|\n\s+at /)
  }
})

test('all that is wrong is said at once, and a database that is not there is said in words', async () => {
  const dataDir = ownFolder('wrong')
  const both = start({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    SESSION_SECRET: 'x',
    CA_TIMEOUT_MS: 'soon',
  })
  expect(await both.exited).toBe(1)
  for (const name of ['SESSION_SECRET', 'CA_TIMEOUT_MS']) expect(both.output()).toContain(`  ${name} `)

  const port = await freePort()
  const none = start({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    DATABASE_URL: `postgres://unstuck:hunter-7391@127.0.0.1:${port}/x`,
  })
  expect(await none.exited, none.output()).toBe(1)
  expect(none.output()).toContain('Unstuck cannot start: ')
  expect(none.output()).not.toContain('hunter-7391')
})

test('a copied build starts with nothing set but a port; its secrets are for its owner alone and are kept', async () => {
  const folder = ownFolder('bare')
  cpSync(harness().folder, folder, { recursive: true })
  const mode = (name: string) => (statSync(join(folder, 'data', name)).mode & 0o777).toString(8)
  const secrets: string[] = []
  for (let started = 1; started <= 2; started++) {
    const port = await freePort()
    const child = start({ PORT: String(port) }, folder)
    await waitUntilReady('The server', `http://localhost:${port}/api/health/ready`, child)
    expect((await ask(`http://localhost:${port}/api/health/live`)).body).toEqual({ status: 'live' })
    expect((await ask(`http://localhost:${port}/sign-in`)).text).not.toContain('Demo: sign in as')
    await child.stop()
    secrets.push(
      ['session-secret', 'vault-key'].map((name) => readFileSync(join(folder, 'data', name), 'utf8')).join(),
    )
  }
  expect(secrets[1]).toBe(secrets[0])
  for (const name of ['session-secret', 'vault-key', 'unstuck.db']) expect(mode(name), name).toBe('600')
  expect(mode('.')).toBe('700')
  expect(secrets[0]).not.toContain(readFileSync(join(harness().dataDir, 'vault-key'), 'utf8').trim())
})

test('behind https the cookie is bound to the host and browsers are told to stay on https', async () => {
  const dataDir = ownFolder('https')
  await addSamplePeople(serverVariables(dataDir))
  const port = await freePort()
  const origin = 'https://desk.example'
  const child = start({ ...serverVariables(dataDir), PORT: String(port), PUBLIC_URL: origin })
  const server = `http://localhost:${port}`
  await waitUntilReady('The server', `${server}/api/health/ready`, child)
  const page = await ask(`${server}/sign-in`)
  expect(page.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
  expect(page.headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
  const { email, password } = samplePerson('viewer')
  const call = {
    server,
    path: '/sign-in',
    action: 'signInAction',
    origin,
    form: { email, password, next: '/' },
  }
  const answer = await callAction({
    ...call,
    headers: { 'x-forwarded-host': 'desk.example', 'x-forwarded-proto': 'https' },
  })
  expect(answer.headers.get('set-cookie'), answer.text).toMatch(
    /^__Host-unstuck=[^;]+;(?=.* Path=\/)(?=.* Secure)(?=.* HttpOnly)(?=.* SameSite=lax)(?!.* Domain)/i,
  )
  await child.stop()
})

test('SIGTERM lets a call that is under way end with its receipt, takes nothing new, and leaves the history whole', async ({
  simulator,
  freshOrder,
}) => {
  const dataDir = ownFolder('term')
  const env = serverVariables(dataDir)
  await addSampleAccounts(env, `${harness().simulatorUrl}/products/`)
  const port = await freePort()
  const running = await startServer({ folder: harness().folder, port, env })
  const token = await issueToken(dataDir, 'agent')
  const order = await freshOrder()
  await simulator.setFault({ orderNumber: order, fault: 'slow', delayMs: 3_000 })
  const underWay = apiClient(running.url, token).perform(order)
  await expectArrived(simulator, order)
  const stopped = running.child.stop(20_000)
  const answer = await underWay
  expect([answer.status, answer.body?.kind], answer.text).toEqual([200, 'done'])
  await stopped
  expect([0, 143]).toContain(running.child.exitCode())
  await expect(fetch(`${running.url}/api/health/live`)).rejects.toThrow()

  const again = await startServer({ folder: harness().folder, port, env })
  const events = await apiClient(again.url, token).get(`/api/v1/orders/${order}/events`)
  const { events: kept } = eventsBody.parse(events.body)
  expect(kept.map(({ kind }) => kind)).toEqual(['attempt.intended', 'attempt.settled'])
  await again.child.stop()
})
