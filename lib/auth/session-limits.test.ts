import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import { defaultRules, type Rules } from '#lib/desk/rules.ts'
import type { Store } from '#lib/store/open.ts'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores, useEnv } from '#lib/store/testing.ts'
import { addPerson } from './people.ts'
import { readSession } from './read-session.ts'
import { sessionLimits } from './session-limits.ts'
import { signIn } from './sign-in.ts'

const by = { kind: 'program', id: 'test', name: 'A test' } as const
const email = 'ann@example.org'
const password = 'violet-harbour-mango'
const second = 1_000
const minute = 60 * second

describeOnBothStores('how long sessions last', (open, settings) => {
  let store: Store
  let now = 0
  beforeEach(async () => {
    store = await open()
    const { dataDir, databaseUrl } = settings()
    useEnv({
      DATA_DIR: dataDir,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
      SESSION_IDLE_MINUTES: '30',
      SESSION_HOURS: '2',
    })
    now = Date.now()
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    await addPerson({ email, name: 'Ann', role: 'agent', password }, by)
  })
  afterEach(() => vi.restoreAllMocks())

  const rule = (rules: Partial<Rules>) =>
    store.write((tx) => saveSetting(tx, { name: 'rules', value: { ...defaultRules, ...rules }, at: now }))

  async function enter(): Promise<string> {
    const signedIn = await signIn({ email, password, address: '192.0.2.1' })
    if (signedIn.ok !== true) throw new Error('not signed in')
    return signedIn.sessionId
  }

  it('rules make them shorter than the server’s own limits, never longer', async () => {
    await rule({ sessionIdleMinutes: 10, sessionMinutes: 60 })
    expect(await sessionLimits(store.db)).toEqual({ idle: 10 * minute, whole: 60 * minute })
    now += 10 * second
    await rule({ sessionIdleMinutes: 1440, sessionMinutes: 10_080 })
    expect(await sessionLimits(store.db)).toEqual({ idle: 30 * minute, whole: 120 * minute })
  })

  it('a rule counts for sessions that are open already, five seconds after it was set', async () => {
    const id = await enter()
    expect(await readSession(id)).not.toBeNull()
    now += 11 * minute
    const other = await enter()
    expect(await readSession(other)).not.toBeNull()
    await rule({ sessionIdleMinutes: 10 })
    now += 5 * second
    expect(await readSession(id)).toBeNull()
    expect(await readSession(other)).not.toBeNull()
  })

  it('a session ends that long after the sign-in although it is used', async () => {
    await rule({ sessionMinutes: 45 })
    const id = await enter()
    for (let used = 0; used < 4; used++) {
      now += 11 * minute
      expect(await readSession(id)).not.toBeNull()
    }
    now += minute
    expect(await readSession(id)).toBeNull()
  })

  it('whoever goes on working stays signed in, also with the shortest limit', async () => {
    await rule({ sessionIdleMinutes: 1 })
    const id = await enter()
    for (let used = 0; used < 10; used++) {
      now += 40 * second
      expect(await readSession(id)).not.toBeNull()
    }
    now += minute
    expect(await readSession(id)).toBeNull()
  })

  it('the rules are not asked for at every request', async () => {
    const id = await enter()
    await readSession(id)
    const asked = vi.spyOn(store.db, 'selectFrom')
    for (let used = 0; used < 20; used++) await readSession(id)
    expect(asked.mock.calls.filter(([table]) => String(table).startsWith('setting'))).toEqual([])
    expect(asked.mock.calls.length).toBeGreaterThan(0)
  })
})
