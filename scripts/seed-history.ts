import { parseArgs } from 'node:util'
import { randomBytes } from 'node:crypto'
import { Kysely, sql, type Transaction } from 'kysely'
import { seal } from '#lib/auth/vault.ts'
import { env } from '#lib/env.ts'
import { headOfHistory } from '#lib/store/events.ts'
import { store, type Store } from '#lib/store/open.ts'
import { postgresMigrationDialect } from '#lib/store/postgres.ts'
import type { Database } from '#lib/store/schema.ts'
import { accounts, actors } from './seed-history/cast.ts'
import { tellStory } from './seed-history/story.ts'
import { writeStory } from './seed-history/write.ts'

/** `npm run seed-history -- --events 1000000`: fills a new store with a long history, to see how the screens fare with one. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' } } })
  const length = Number(values.events)
  if (!/^\d+$/.test(values.events) || length < 100 || length > 10_000_000)
    throw new Error('--events takes a whole number from 100 to 10,000,000.')
  const filled = await store()
  const began = Date.now()
  await filled.write((tx) => addCast(tx, began))
  const head = await writeStory(filled, tellStory(length, began), (events) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${events} of ${length} events `)
  })
  await settleDown(filled)
  console.log(
    `${head.seq} events were written in ${Math.round((Date.now() - began) / 1000)} s. Nobody in them can sign in: add a person with npm run admin -- person add.`,
  )
}

/** Accounts that are on hold and people and tokens without access: what is made up sends nothing and opens nothing. */
async function addCast(tx: Transaction<Database>, at: number): Promise<void> {
  const isUsed = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()
  if ((await headOfHistory(tx)) !== null || isUsed !== undefined)
    throw new Error('This store is in use. Name an empty one with DATA_DIR or DATABASE_URL.')
  const held = { held_at: at, hold_reason: 'A seeded account: it is for looking at.', hold_attempt: null }
  for (const { id, label } of accounts) {
    const login = { login_name: 'seeded', password_sealed: seal('seeded', id) }
    const row = { id, label, ...login, base_url: 'https://ca.invalid/products/', created_at: at, ...held }
    await tx.insertInto('account').values(row).execute()
  }
  for (const { id, kind, name } of actors) {
    const made = { id, name, role: 'agent', created_at: at }
    const email = `${name.toLowerCase().replaceAll(' ', '-')}@seeded.invalid`
    const secret = randomBytes(32).toString('hex')
    const person = { ...made, email, password_hash: secret, disabled_at: at }
    const token = { ...made, token_hash: secret, revoked_at: at }
    if (kind === 'person') await tx.insertInto('person').values(person).execute()
    else await tx.insertInto('token').values(token).execute()
  }
}

/** What PostgreSQL does by itself within minutes, now: its statistics, and the map that lets an index be read alone. */
async function settleDown({ db, dialect }: Store): Promise<void> {
  const url = env().DATABASE_URL
  if (dialect === 'sqlite' || url === null) {
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
    return
  }
  const patient = new Kysely<Database>({ dialect: postgresMigrationDialect(url) })
  for (const table of ['event', 'attempt']) await sql.raw(`vacuum (analyze) ${table}`).execute(patient)
  await patient.destroy()
}

try {
  await main()
  await (await store()).close()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
