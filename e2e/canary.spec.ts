import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { unsealData } from 'iron-session'
import { root } from '../scripts/support/paths.ts'
import { startSimulator, type Running } from '../scripts/support/programs.ts'
import { simulatorControl, type SimulatorControl } from '../scripts/support/simulator-control.ts'
import { admin, apiClient, ask, issueToken } from './fixtures/api-client.ts'
import { harness } from './fixtures/harness.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { check, formPath, receipt, sendButton } from './fixtures/sending.ts'
import { serverVariables } from './fixtures/server-variables.ts'
import { expect, test } from './fixtures/test.ts'

/** Secrets that are looked for wherever the product speaks: each is unique, so one hit is one leak. */

test.describe.configure({ mode: 'default' })

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
const core = `canary${hex(12)}`
/** With letters that each channel writes in a way of its own; the middle stays the same in all of them. */
const caPassword = `p&"<é ${core} %+ü`
const sessionSecret = `secret${hex(24)}`
const vaultKey = hex(32)

let own: OwnServer
let ca: Running
let simulator: SimulatorControl
let token: string
const heard: { where: string; text: string }[] = []

test.beforeAll(async () => {
  ca = await startSimulator(serverVariables(harness().temp))
  simulator = simulatorControl(ca.url)
  await simulator.setAccount('demo-eu', { password: caPassword })
  const env = { SESSION_SECRET: sessionSecret, VAULT_KEY: vaultKey, LOG_LEVEL: 'trace' }
  own = await ownServer({ env })
  const add = [
    'account',
    'add',
    '--label',
    'Canary',
    '--login-name',
    'demo-eu',
    '--base-url',
    `${ca.url}/products/`,
  ]
  await admin(own.dataDir, add, caPassword, env)
  token = await issueToken(own.dataDir, 'manager', env)
})
test.afterAll(async () => {
  await own?.stop()
  await ca?.child.stop()
})

/** The ways in which text hides: as it is, and in base64 at each of its three places. */
function spellingsOf(secret: string): string[] {
  const shifted = [0, 1, 2].map((by) =>
    Buffer.from('x'.repeat(by) + secret)
      .toString('base64')
      .slice(by === 0 ? 0 : 4, -4),
  )
  return [secret, ...shifted, Buffer.from(secret).toString('hex')]
}

function placesOf(secret: string, places: readonly { where: string; text: string }[]): string[] {
  const spellings = spellingsOf(secret)
  return places.filter(({ text }) => spellings.some((one) => text.includes(one))).map(({ where }) => where)
}

function listen(context: BrowserContext): void {
  context.on('response', async (response) => {
    const head = JSON.stringify(await response.allHeaders().catch(() => ({})))
    const text = await response.text().catch(() => '')
    heard.push({ where: `${response.request().method()} ${response.url()}`, text: `${head}\n${text}` })
  })
}

const echoes: readonly object[] = [
  { errorCode: -20, errorMessage: `login demo-eu with ${caPassword} refused` },
  { raw: `errorCode=-4&errorMessage=${encodeURIComponent(`loginPassword=${caPassword}`)}` },
  {
    raw: `<html><body>POST loginName=demo-eu&amp;loginPassword=${encodeURIComponent(caPassword)}</body></html>`,
    contentType: 'text/html',
  },
  { raw: JSON.stringify({ password: caPassword }), contentType: 'application/json' },
  { raw: `loginPassword=${caPassword}`, httpStatus: 500 },
]

test('a day of work, in which the CA echoes the password in five ways', async ({ signedInAs, strict }) => {
  strict.allow(/status of 404/)
  const page = await signedInAs('administrator', { at: own })
  listen(page.context())
  const api = apiClient(own.url, token)
  const orders = ['10000201', '10000203', '10000202', '10000204', '10000205', '10000102']
  for (const [index, order] of orders.entries()) {
    const echo = echoes[index]
    if (echo !== undefined) await simulator.setAnswer({ orderNumber: order, ...echo })
    await page.goto(formPath(order, { account: 'Canary', ticket: `T-${index}` }))
    await check(page)
    await sendButton(page).click()
    await expect(page.getByRole('article')).toBeVisible()
    // The router writes the receipt's address a moment after the receipt is there.
    await expect(page).toHaveURL(/attempt=/)
    await page.reload()
    await expect(page.getByRole('article')).toBeVisible()
    const again = { account: 'Canary', override: { reason: 'again' } }
    const answer = await api.perform(order, { body: again })
    heard.push({ where: `API ${order}`, text: JSON.stringify([answer.text, ...answer.headers]) })
    const events = await api.get(`/api/v1/orders/${order}/events`)
    heard.push({ where: `events ${order}`, text: events.text })
    await page.goto(`/orders/${order}?account=Canary`)
    await expect(page.getByRole('region', { name: /^Attempts on this order/ })).toBeVisible()
  }
  await expect(receipt(page, 'Done')).toHaveCount(0)
  for (const path of ['/', '/activity', '/codes', '/nope', '/search?order='])
    await page.goto(path).catch(() => null)
  await page.goto('/activity')
  const download = await page.request.get(`${own.url}/activity/export`)
  heard.push({ where: 'export', text: await download.text() })
  heard.push({ where: 'openapi', text: (await ask(`${own.url}/api/v1/openapi.json`)).text })

  // The search can find: the CA did get the password, and each echo did reach the desk, where a mark stands in its place.
  const sent = await simulator.requests('10000201')
  expect(
    placesOf(
      core,
      sent.map(({ bodyText }) => ({ where: 'CA', text: bodyText })),
    ),
  ).not.toEqual([])
  expect(heard.filter(({ text }) => text.includes('[redacted]')).length).toBeGreaterThan(10)
  expect(heard.filter(({ where }) => where.includes('_next/static')).length).toBeGreaterThan(5)
})

test('the account’s password is in no response, in no line of the log and in no byte of the database', async () => {
  expect(heard.length).toBeGreaterThan(50)
  expect(placesOf(core, heard)).toEqual([])
  expect(placesOf(core, [{ where: 'log', text: own.log() }])).toEqual([])
  expect(placesOf(core, databaseFiles())).toEqual([])
})

test('the program’s own secrets and tokens are in no response, log or database, and a session’s id in no log or database', async ({
  signedInAs,
}) => {
  const page = await signedInAs('administrator', { at: own })
  const [cookie] = await page.context().cookies()
  const { id } = await unsealData<{ id: string }>(cookie?.value ?? '', { password: sessionSecret })
  expect(id.length).toBeGreaterThanOrEqual(40)
  const log = { where: 'log', text: own.log() }
  expect(log.text).toContain('attempt settled')
  for (const secret of [
    sessionSecret,
    vaultKey,
    Buffer.from(vaultKey, 'hex').toString('base64'),
    token,
    token.slice(8),
  ])
    expect(placesOf(secret, [...heard, ...databaseFiles(), log])).toEqual([])
  for (const secret of [id, cookie?.value ?? id])
    expect(placesOf(secret, [...databaseFiles(), log])).toEqual([])
  // A page is told who is signed in, and nothing that opens anything.
  expect(placesOf(id, heard)).toEqual([])
})

function databaseFiles(): { where: string; text: string }[] {
  const files = readdirSync(own.dataDir).filter((name) => name.startsWith('unstuck.db'))
  expect(files).toContain('unstuck.db-wal')
  return files.map((name) => ({ where: name, text: readFileSync(join(own.dataDir, name), 'latin1') }))
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('the build’s files for browsers know nothing of secrets, the store or the wire, and the whole build holds no key of this machine', () => {
  const chunks = filesBelow(join(harness().folder, '.next/static'))
  expect(chunks.length).toBeGreaterThan(10)
  const serverOnly =
    /loginPassword|SESSION_SECRET|VAULT_KEY|DATABASE_URL|password_sealed|token_hash|argon2|aes-256-gcm|node:sqlite|unstuck_\w{43}/
  for (const file of chunks) expect(serverOnly.exec(readFileSync(file, 'latin1'))?.[0], file).toBeUndefined()
  expect(chunks.filter((file) => file.endsWith('.map'))).toEqual([])

  const all = filesBelow(harness().folder)
  expect(
    all.filter((file) => /(^|\/)(\.env[^/]*|session-secret|vault-key|unstuck\.db.*)$/.test(file)),
  ).toEqual([])
  const kept = ['session-secret', 'vault-key']
    .map((name) => join(root, 'data', name))
    .filter((file) => existsSync(file))
  const keys = kept.map((file) => readFileSync(file, 'utf8').trim())
  const own = all
    .filter((file) => !file.includes('/node_modules/'))
    .map((file) => ({ where: file, text: readFileSync(file, 'latin1') }))
  for (const key of keys) expect(placesOf(key, own)).toEqual([])
  for (const password of ['demo-eu-password', 'ann unsticks an order'])
    expect(
      placesOf(
        password,
        own.filter(({ where }) => where.includes('/static/')),
      ),
    ).toEqual([])
})
