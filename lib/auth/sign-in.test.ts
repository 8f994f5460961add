import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import { env, setEnv } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import type { EventActor } from '#lib/store/events.ts'
import { verifyHistory } from '#lib/store/events.ts'
import type { Store } from '#lib/store/open.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { addPerson, disablePerson, setPassword } from './people.ts'
import { readSession } from './read-session.ts'
import { signIn, signOut } from './sign-in.ts'

const by: EventActor = { kind: 'program', id: 'test', name: 'A test' }
const minute = 60_000

describeOnBothStores('signing in', (open) => {
  const email = 'ann@example.org'
  const password = 'violet-harbour-mango'
  let store: Store
  let now: number
  const slept: number[] = []

  beforeEach(async () => {
    store = await open()
    now = Date.UTC(2026, 10, 21)
    slept.length = 0
    // The guesses of one test leave no less room in the log to the next.
    globalThis.unstuckBoundedLines?.clear()
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    vi.spyOn(clock, 'sleep').mockImplementation(async (milliseconds) => void slept.push(milliseconds))
    expect(
      await addPerson({ email: 'Ann@Example.org', name: 'Ann', role: 'agent', password }, by),
    ).toMatchObject({ ok: true })
  })
  afterEach(() => vi.restoreAllMocks())

  const enter = (changes: { email?: string; password?: string; address?: string } = {}) =>
    signIn({ email, password, address: '192.0.2.1', ...changes })
  const guess = (address = '192.0.2.1', who = email) =>
    enter({ email: who, password: 'a wrong guess', address })
  const idOf = async (result = enter()) => {
    const signedIn = await result
    if (signedIn.ok !== true) throw new Error('not signed in')
    return signedIn.sessionId
  }
  const kinds = async () =>
    (await store.db.selectFrom('event').select('kind').orderBy('seq').execute()).map((row) => row.kind)

  it('opens a session with a new id each time, and the history says so', async () => {
    const [one, two] = [await idOf(), await idOf(enter({ email: ' ANN@example.org ' }))]
    expect(one).not.toBe(two)
    expect(await readSession(one)).toMatchObject({ kind: 'person', name: 'Ann', role: 'agent', email })
    expect(await kinds()).toEqual(['person.added', 'person.signed-in', 'person.signed-in'])
    expect(await verifyHistory(store.db)).toMatchObject({ ok: true })
  })

  it('answers the same for a wrong password, for nobody and for somebody disabled', async () => {
    await addPerson({ email: 'bob@example.org', name: 'Bob', role: 'viewer', password }, by)
    await disablePerson('bob@example.org', by)
    const answers = [
      await guess(),
      await guess('192.0.2.2', 'nobody@example.org'),
      await enter({ email: 'bob@example.org' }),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: false, message: expect.stringContaining('wrong') })
  })

  it('writes each failure into the log, with the person it was about and nothing that was typed', async () => {
    const lines = vi.spyOn(log, 'warn')
    await guess()
    await guess('192.0.2.1', 'my password in the wrong field')
    expect(lines.mock.calls.map(([fields]) => fields)).toEqual([
      { factor: 'password', person: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      { factor: 'password', person: null },
    ])
    expect(JSON.stringify(lines.mock.calls)).not.toMatch(/192\.0\.2|my password|ann@/)
  })

  it('keeps neither the session’s id nor the password nor a mistyped e-mail', async () => {
    const id = await idOf()
    await guess('192.0.2.1', 'my password in the wrong field')
    const tables = ['person', 'session', 'back_off', 'event'] as const
    const all = JSON.stringify(
      await Promise.all(tables.map((table) => store.db.selectFrom(table).selectAll().execute())),
    )
    for (const secret of [id, password, 'my password']) expect(all).not.toContain(secret)
  })

  it('makes a place that guesses wait ever longer, for nobody as for somebody', async () => {
    for (const who of [email, 'nobody@example.org']) {
      for (let index = 0; index < 5; index++)
        expect(await guess('192.0.2.9', who)).not.toHaveProperty('retryAfterSeconds')
      const first = await guess('192.0.2.9', who)
      expect(first).toMatchObject({ ok: false, retryAfterSeconds: 5 })
      now += 5000
      expect(await guess('192.0.2.9', who)).not.toHaveProperty('retryAfterSeconds')
      expect(await guess('192.0.2.9', who)).toMatchObject({ retryAfterSeconds: 10 })
      now += 10 * minute
    }
  })

  it('counts a hundred guesses at once as a hundred', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess()))
    expect(answers.filter((answer) => !('retryAfterSeconds' in answer))).toHaveLength(5)
    expect(await enter()).toMatchObject({ ok: false, retryAfterSeconds: 5 })
  })

  it('never locks a person out elsewhere, however many guess at their name', async () => {
    for (let index = 0; index < 40; index++) await guess(`198.51.100.${index}`)
    slept.length = 0
    expect(await enter({ address: '203.0.113.1' })).toMatchObject({ ok: true })
    expect(slept).toEqual([2000])
    slept.length = 0
    expect(await enter({ address: '203.0.113.1' })).toMatchObject({ ok: true })
    expect(slept).toEqual([])
  })

  it('makes a place that tries many names wait, except for people known there', async () => {
    await idOf()
    for (let index = 0; index < 30; index++) await guess('192.0.2.1', `person-${index}@example.org`)
    expect(await guess('192.0.2.1', 'another@example.org')).toMatchObject({ retryAfterSeconds: 1 })
    expect(await enter()).toMatchObject({ ok: true })
    expect(await enter({ address: '192.0.2.77' })).toMatchObject({ ok: true })
  })

  it('takes an IPv6 network for one place', async () => {
    for (let index = 1; index <= 5; index++) await guess(`2001:db8:1:2::${index}`)
    expect(await guess('2001:db8:1:2:ffff::1')).toMatchObject({ retryAfterSeconds: 5 })
    expect(await guess('2001:db8:1:3::1')).not.toHaveProperty('retryAfterSeconds')
  })

  it('forgets the waits after a success, and with time', async () => {
    for (let index = 0; index < 4; index++) await guess()
    await idOf()
    for (let index = 0; index < 4; index++) expect(await guess()).not.toHaveProperty('retryAfterSeconds')
    now += 25 * 60 * minute
    for (let index = 0; index < 4; index++) expect(await guess()).not.toHaveProperty('retryAfterSeconds')
  })

  it('tells the history of an attack in a few rows', async () => {
    for (let index = 0; index < 45; index++) await guess(`198.51.100.${index}`)
    expect((await kinds()).filter((kind) => kind === 'person.sign-ins-failed')).toHaveLength(3)
  })

  it('ends a session that is idle for 30 minutes, or 8 hours old', async () => {
    const idle = await idOf()
    now += 30 * minute - 1
    expect(await readSession(idle)).not.toBeNull()
    now += 30 * minute
    expect(await readSession(idle)).toBeNull()

    const old = await idOf()
    for (let index = 0; index < 23; index++) {
      now += 20 * minute
      expect(await readSession(old)).not.toBeNull()
    }
    now += 20 * minute
    expect(await readSession(old)).toBeNull()
  })

  it('lets both limits be shortened', async () => {
    setEnv({ ...env(), SESSION_IDLE_MINUTES: 5, SESSION_HOURS: 1 })
    const id = await idOf()
    now += 5 * minute
    expect(await readSession(id)).toBeNull()
  })

  it('writes down that a session was seen once a minute at the most', async () => {
    const id = await idOf()
    const seen = async () =>
      (await store.db.selectFrom('session').select('seen_at').executeTakeFirstOrThrow()).seen_at
    const start = now
    now += minute - 1
    await readSession(id)
    expect(await seen()).toBe(start)
    now += 1
    await readSession(id)
    expect(await seen()).toBe(now)
  })

  it('ends a session at sign-out, by its id or by its name', async () => {
    const [one, two] = [await idOf(), await idOf()]
    await signOut(one)
    await signOut(one)
    expect(await readSession(one)).toBeNull()
    const name = (await readSession(two))?.sessionId ?? ''
    expect(await readSession(name)).toBeNull()
    await signOut(name)
    expect(await readSession(two)).toBeNull()
    expect((await kinds()).filter((kind) => kind === 'person.signed-out')).toHaveLength(2)
  })

  it('ends a person’s sessions at once when they are disabled or their password is set', async () => {
    const before = await idOf()
    expect(await setPassword({ email, password: 'amber-lantern-otter' }, by)).toEqual({
      ok: true,
      sessionsEnded: 1,
    })
    expect(await readSession(before)).toBeNull()
    expect(await enter()).toMatchObject({ ok: false })
    const after = await idOf(enter({ password: 'amber-lantern-otter' }))
    expect(await disablePerson(email, by)).toEqual({ ok: true, sessionsEnded: 1 })
    expect(await readSession(after)).toBeNull()
    expect(await enter({ password: 'amber-lantern-otter' })).toMatchObject({ ok: false })
  })

  it('lets nobody in whose role the program does not know', async () => {
    const id = await idOf()
    await store.db.updateTable('person').set({ role: 'owner' }).execute()
    expect(await readSession(id)).toBeNull()
    expect(await enter()).toMatchObject({ ok: false })
  })

  it('refuses people without a proper address, name or password, and the same address twice', async () => {
    const wanted = { email: 'bob@example.org', name: 'Bob', role: 'agent', password } as const
    expect(await addPerson({ ...wanted, email: 'bob' }, by)).toMatchObject({ errors: [{ field: 'email' }] })
    expect(await addPerson({ ...wanted, name: 'Bob\nforged' }, by)).toMatchObject({
      errors: [{ field: 'name' }],
    })
    expect(await addPerson({ ...wanted, password: 'short' }, by)).toMatchObject({
      errors: [{ field: 'password' }],
    })
    expect(await addPerson({ ...wanted, email: 'ANN@example.org' }, by)).toMatchObject({
      errors: [{ field: 'email' }],
    })
  })
})
