import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import type { EventActor } from '#lib/store/events.ts'
import type { Store } from '#lib/store/open.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import * as password from './password.ts'
import { addPerson, disablePerson } from './people.ts'
import { signIn } from './sign-in.ts'

const by: EventActor = { kind: 'program', id: 'test', name: 'A test' }
const right = 'violet-harbour-mango'
const email = 'ann@example.org'
const home = '203.0.113.1'
const minute = 60_000

const compared = vi.fn<(given: string) => void>()
let isReal = true
// Ten thousand real comparisons are minutes of work; what is shown is how few of them anybody gets.
vi.mock('./password.ts', async (original) => {
  const real = await original<typeof password>()
  const verifyPassword: typeof real.verifyPassword = async (given, hash) => {
    compared(given)
    return isReal || given === right ? real.verifyPassword(given, hash) : false
  }
  return { ...real, verifyPassword }
})

describeOnBothStores('somebody who guesses passwords', (open, settings) => {
  let store: Store
  let now: number
  beforeEach(async () => {
    store = await open()
    now = Date.UTC(2026, 10, 21)
    isReal = false
    compared.mockClear()
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    vi.spyOn(clock, 'sleep').mockResolvedValue()
    await addPerson({ email, name: 'Ann', role: 'agent', password: right }, by)
  })
  afterEach(() => vi.restoreAllMocks())

  const guesses = () => (settings().databaseUrl === null ? 10_000 : 1_000)
  const guess = (index: number, address: string, who = email) =>
    signIn({ email: who, password: `guess ${index}`, address })
  const rows = async () =>
    Number(
      (
        await store.db
          .selectFrom('back_off')
          .select((at) => at.fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    )
  const failures = async () =>
    (await store.db.selectFrom('event').select('kind').execute()).filter(
      ({ kind }) => kind === 'person.sign-ins-failed',
    ).length

  it(
    'ten thousand times in eight hours, from twenty places, compares a few hundred, keeps the person out nowhere and fills nothing',
    { timeout: 120_000 },
    async () => {
      await signIn({ email, password: right, address: home })
      const count = guesses()
      for (let index = 0; index < count; index++) {
        now += (8 * 60 * minute) / count
        expect((await guess(index, `198.51.100.${index % 20}`)).ok).toBe(false)
      }
      // Five are free, eight more until the wait is a quarter of an hour, then four an hour: 45 or so for each place.
      expect(compared.mock.calls.length).toBeLessThan(20 * 50)
      expect(await rows()).toBeLessThanOrEqual(60)
      expect(await failures()).toBeLessThanOrEqual(80)
      expect(await signIn({ email, password: right, address: home })).toMatchObject({ ok: true })
      expect(await signIn({ email, password: right, address: '192.0.2.50' })).toMatchObject({ ok: true })
    },
  )

  it(
    'with another name each time, from one place, compares one a minute, and whoever is known there still gets in',
    { timeout: 120_000 },
    async () => {
      await signIn({ email, password: right, address: home })
      compared.mockClear()
      const count = guesses() / 5
      for (let index = 0; index < count; index++) {
        now += (60 * minute) / count
        await guess(index, home, `name-${index}@example.org`)
      }
      expect(compared.mock.calls.length).toBeLessThan(30 + 6 + 60 + 5)
      expect(await signIn({ email, password: right, address: home })).toMatchObject({ ok: true })
    },
  )

  it('who never succeeds leaves nothing in the store after a day', async () => {
    for (let index = 0; index < 60; index++)
      await guess(index, `2001:db8:${index}::1`, `name-${index}@example.org`)
    expect(await rows()).toBeGreaterThan(150)
    now += 26 * 60 * minute
    await guess(0, home)
    expect(await rows()).toBeLessThanOrEqual(5)
  })

  it(
    'learns nothing from the time it takes: nobody, somebody, somebody disabled or without a password',
    { timeout: 120_000, retry: 1 },
    async () => {
      isReal = true
      await addPerson({ email: 'off@example.org', name: 'Off', role: 'agent', password: right }, by)
      await disablePerson('off@example.org', by)
      await addPerson({ email: 'none@example.org', name: 'None', role: 'agent', password: right }, by)
      await store.db
        .updateTable('person')
        .set({ password_hash: password.noPassword })
        .where('email', '=', 'none@example.org')
        .execute()
      const who = [email, 'nobody@example.org', 'off@example.org', 'none@example.org']
      const took = new Map<string, number[]>(who.map((one) => [one, []]))
      const answers = new Set<string>()
      for (let round = 0; round < 15; round++) {
        for (const one of who) {
          // Another place each time, so that no wait stands in between.
          const start = performance.now()
          answers.add(JSON.stringify(await guess(round, `2001:db8:${round}:${who.indexOf(one)}::1`, one)))
          took.get(one)?.push(performance.now() - start)
        }
      }
      expect(answers.size, 'one answer for all').toBe(1)
      // The lower quarter, because a busy machine makes some of them slow. Without a comparison it would be a tenth.
      const typical = [...took.values()].map((times) => times.toSorted((a, b) => a - b)[3] ?? 0)
      expect(Math.max(...typical) / Math.min(...typical)).toBeLessThan(2.5)
    },
  )

  it('in a flood gets an answer at once when too many wait already, which counts against nobody', async () => {
    isReal = true
    const flood = Array.from({ length: 90 }, (_, index) =>
      guess(index, `198.51.100.${index}`, 'x@example.org'),
    )
    const answers = await Promise.all(flood)
    const turnedAway = answers.filter((one) => one.ok === false && one.retryAfterSeconds === 5)
    expect(turnedAway).toHaveLength(90 - 64)
    expect(compared).toHaveBeenCalledTimes(64)
    expect(await signIn({ email, password: right, address: home })).toMatchObject({ ok: true })
  })
})
