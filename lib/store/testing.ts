import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, inject, it } from 'vitest'
import { parseEnv, setEnv } from '#lib/env.ts'
import { openStore, type Store, type StoreSettings } from './open.ts'
import '../../test/global-setup.ts'

/** Opens the test's database. Once more in the same test: the same database through connections of its own, as a second server has it. */
export type Open = () => Promise<Store>

/**
 * Runs a suite on SQLite and on PostgreSQL, each test on an empty database of its own. The first store a test opens is also the process's,
 * and the environment has secrets of its own. Stores are closed after the test. Without PostgreSQL the report shows a skipped test.
 */
export function describeOnBothStores(
  name: string,
  suite: (open: Open, settings: () => StoreSettings) => void,
): void {
  describe(`${name} (SQLite)`, () => runOn(suite, null))
  const postgres = inject('postgres') ?? { missing: 'vitest runs without test/global-setup.ts.' }
  describe(`${name} (PostgreSQL)`, () => {
    if ('url' in postgres) runOn(suite, postgres.url)
    else it.skip(`not run: ${postgres.missing}`, () => {})
  })
}

function runOn(suite: Parameters<typeof describeOnBothStores>[1], serverUrl: string | null): void {
  let settings: StoreSettings | undefined
  let opened: Store[] = []

  beforeEach(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'unstuck-test-'))
    const databaseUrl = serverUrl === null ? null : await createDatabase(serverUrl)
    settings = { databaseUrl, dataDir }
    opened = []
    useEnv({ DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) })
  })

  afterEach(async () => {
    globalThis.unstuckStore = undefined
    setEnv(null)
    await Promise.all(opened.map((store) => store.close()))
    if (settings === undefined) return
    if (serverUrl !== null && settings.databaseUrl !== null)
      await dropDatabase(serverUrl, settings.databaseUrl)
    await rm(settings.dataDir, { recursive: true, force: true })
  })

  const current = () => {
    if (settings === undefined) throw new Error('There is a database within a test only.')
    return settings
  }
  suite(async () => {
    const store = await openStore(current())
    if (opened.length === 0) globalThis.unstuckStore = Promise.resolve(store)
    opened.push(store)
    return store
  }, current)
}

/** Puts a configuration in place for the tests that follow, with secrets of its own. */
export function useEnv(variables: Readonly<Record<string, string>>): void {
  const result = parseEnv({
    SESSION_SECRET: randomBytes(32).toString('hex'),
    VAULT_KEY: randomBytes(32).toString('hex'),
    LOG_LEVEL: 'silent',
    ...variables,
  })
  if (!result.ok) throw new Error(result.message)
  setEnv(result.env)
}

async function createDatabase(serverUrl: string): Promise<string> {
  const name = `unstuck_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function dropDatabase(serverUrl: string, url: string): Promise<void> {
  await onServer(serverUrl, `drop database if exists ${new URL(url).pathname.slice(1)} with (force)`)
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
