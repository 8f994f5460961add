import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import type { Store } from '#lib/store/open.ts'
import { findPersonByEmail, type PersonRow } from '#lib/store/people.ts'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { resetPerson } from './manage-people.ts'
import { finishSignIn } from './finish-sign-in.ts'
import * as own from './own-factors.ts'
import { changeOwnPassword } from './own-password.ts'
import { endOtherSessions, endOwnSession, ownSessions } from './own-sessions.ts'
import { addPasskey } from './passkeys.ts'
import { addPerson } from './people.ts'
import { readSession } from './read-session.ts'
import { secondFactorsOf } from './second-factor.ts'
import { referenceOf } from './session-id.ts'
import { signIn } from './sign-in.ts'
import { softwareAuthenticator } from './testing/authenticator.ts'
import { confirmTotp } from './totp.ts'

const email = 'own@example.org'
const password = 'quiet harbour of lanterns'
const another = 'seventeen pale umbrellas'
const address = '192.0.2.1'
const program = { kind: 'program', id: 'test', name: 'Test' } as const

describeOnBothStores('one’s own sign-in', (open) => {
  let store: Store
  let person: PersonRow
  let self: { kind: 'person'; id: string; name: string }
  let now: number
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 21, 9, 0, 10)
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    vi.spyOn(clock, 'sleep').mockResolvedValue()
    store = await open()
    await addPerson({ email, name: 'Own', role: 'agent', password }, program)
    person = (await findPersonByEmail(store.db, email)) as PersonRow
    self = { kind: 'person', id: person.id, name: person.name }
  })
  afterEach(() => vi.restoreAllMocks())

  async function session(device?: string): Promise<string> {
    const opened = await signIn({ email, password, address, device })
    if (opened.ok !== true) throw new Error(`not signed in: ${JSON.stringify(opened)}`)
    return opened.sessionId
  }
  const codeAt = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
  const asked = (proof: string) => ({ proof, address })
  async function withApp(): Promise<string> {
    const begun = await own.beginOwnApp(asked(password), self)
    if (!begun.ok) throw new Error(JSON.stringify(begun.errors))
    expect(await confirmTotp(person, codeAt(begun.secret), self)).toMatchObject({ ok: true })
    now += 60_000
    return begun.secret
  }
  async function withPasskey(): Promise<string> {
    const { origin, hostname } = new URL(env().PUBLIC_URL)
    const key = softwareAuthenticator({ origin, rpId: hostname })
    const begun = await own.beginOwnPasskey(asked(password), self)
    if (!begun.ok) throw new Error(JSON.stringify(begun.errors))
    const { challenge } = begun
    const made = { name: 'Laptop', challenge, response: key.register(challenge) }
    expect(await addPasskey(person, made, self)).toMatchObject({ ok: true })
    return key.id
  }
  const demand = (roles: string[]) =>
    store.write((tx) => saveSetting(tx, { name: 'rules', value: { secondFactorRoles: roles }, at: now }))
  const kinds = async () =>
    (await store.db.selectFrom('event').select('kind').orderBy('seq').execute()).map(({ kind }) => kind)
  const change = (sessionId: string, current: string, wanted: string) =>
    changeOwnPassword({ sessionId: referenceOf(sessionId), current, password: wanted, address }, self)

  it('changes with the old password alone, ends the other sessions, and keeps the one that asks', async () => {
    const here = await session()
    const there = await session()
    const refused = [
      await change(here, '', another),
      await change(here, 'not the old password', another),
      await change(here, password, ''),
      await change(here, password, 'short'),
      await change(here, password, password),
    ]
    const fields = refused.map((one) => (one.ok ? 'none' : one.errors[0]?.field))
    expect(fields).toEqual(['current', 'current', 'password', 'password', 'password'])
    expect(await readSession(there)).not.toBeNull()
    expect(await change(here, password, another)).toEqual({ ok: true, sessionsEnded: 1 })
    expect(await readSession(here)).not.toBeNull()
    expect(await readSession(there)).toBeNull()
    expect(await signIn({ email, password, address })).toMatchObject({ ok: false })
    expect(await signIn({ email, password: another, address })).toMatchObject({ ok: true })
    expect(await kinds()).toContain('person.password-changed')
  })

  it('slows down whoever guesses the old password in a session that was left open, also for the right one', async () => {
    const here = await session()
    for (let guess = 0; guess < 6; guess++) await change(here, `guess number ${guess}`, another)
    const blocked = await change(here, password, another)
    expect(blocked).toMatchObject({ ok: false, errors: [{ field: 'current' }] })
    expect(JSON.stringify(blocked)).toContain('Too many tries')
    now += 60_000
    expect(await change(here, password, another)).toMatchObject({ ok: true })
  })

  it('has nothing to change for somebody without a password', async () => {
    expect(await resetPerson(person.id, program)).toMatchObject({ ok: true })
    const here = await change('x'.repeat(43), 'none', another)
    expect(here).toMatchObject({ ok: false, errors: [{ field: 'form' }] })
    expect(await own.beginOwnApp(asked('none'), self)).toMatchObject({ ok: false })
    expect(await own.beginOwnPasskey(asked('none'), self)).toMatchObject({ ok: false })
  })

  it('lists the open sessions with this one first, and ends others but neither this one nor a stranger’s', async () => {
    const here = await session('Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0')
    now += 1_000
    const there = await session()
    const listed = await ownSessions({ id: person.id, sessionId: referenceOf(here) })
    expect(listed.map(({ isThis, device }) => [isThis, device])).toEqual([
      [true, 'Chrome on Linux'],
      [false, 'A browser that does not say which'],
    ])
    expect(JSON.stringify(listed)).not.toContain(there)
    const stranger = { ...self, id: 'somebody-else' }
    expect(await endOwnSession(referenceOf(there), 'x', stranger)).toMatchObject({ ok: false })
    expect(await endOwnSession(referenceOf(here), referenceOf(here), self)).toMatchObject({ ok: false })
    expect(await endOwnSession(referenceOf(there), referenceOf(here), self)).toEqual({ ok: true })
    expect(await readSession(there)).toBeNull()
    await session()
    expect(await endOtherSessions(referenceOf(here), self)).toEqual({ ok: true, sessionsEnded: 1 })
    expect(await endOtherSessions(referenceOf(here), self)).toMatchObject({ ok: false })
    expect(await readSession(here)).not.toBeNull()
    expect((await kinds()).filter((kind) => kind === 'person.own-sessions-ended')).toHaveLength(2)
  })

  it('changes no second factor without the password or, once there is an app, a code that was not used', async () => {
    for (const wrong of ['', 'not the password', '123456']) {
      expect(await own.beginOwnApp(asked(wrong), self)).toMatchObject({ errors: [{ field: 'proof' }] })
      expect(await own.beginOwnPasskey(asked(wrong), self)).toMatchObject({ errors: [{ field: 'proof' }] })
    }
    now += 3_600_000
    const secret = await withApp()
    const used = codeAt(secret)
    expect(await own.renewOwnRecoveryCodes(asked(used), self)).toMatchObject({ ok: true })
    expect(await own.removeOwnApp(asked(used), self)).toMatchObject({ errors: [{ field: 'proof' }] })
    expect(await own.removeOwnApp(asked(password), self)).toEqual({ ok: true })
    expect(await secondFactorsOf(store.db, person.id)).toMatchObject({ totp: false, recoveryCodes: 0 })
  })

  it('keeps the last second factor while one is needed, and any other may go', async () => {
    await withApp()
    const passkey = await withPasskey()
    await demand(['agent'])
    expect(await own.removeOwnPasskey('unknown', asked(password), self)).toMatchObject({ ok: false })
    expect(await own.removeOwnApp(asked(password), self)).toEqual({ ok: true })
    const kept = await own.removeOwnPasskey(passkey, asked(password), self)
    expect(kept).toMatchObject({ ok: false, errors: [{ field: 'form' }] })
    await demand([])
    expect(await own.removeOwnPasskey(passkey, asked(password), self)).toEqual({ ok: true })
    expect(await signIn({ email, password, address })).toMatchObject({ ok: true })
    expect(await kinds()).toEqual(expect.arrayContaining(['person.totp-removed', 'person.passkey-removed']))
  })

  it('puts new recovery codes in the place of the earlier ones, and has none without a second factor', async () => {
    expect(await own.renewOwnRecoveryCodes(asked(password), self)).toMatchObject({ ok: false })
    await withApp()
    const first = await own.renewOwnRecoveryCodes(asked(password), self)
    const second = await own.renewOwnRecoveryCodes(asked(password), self)
    if (!first.ok || !second.ok) throw new Error('not renewed')
    const finish = async (code = '') => {
      const step = await signIn({ email, password, address })
      if (step.ok !== 'challenge') throw new Error('no challenge')
      const proof = { kind: 'recovery', code } as const
      return finishSignIn({ challenge: step.challenge, proof, address })
    }
    expect(await finish(first.recoveryCodes[0])).toMatchObject({ ok: false })
    expect(await finish(second.recoveryCodes[0])).toMatchObject({ ok: true })
    const events = JSON.stringify(await store.db.selectFrom('event').selectAll().execute())
    for (const code of second.recoveryCodes) expect(events).not.toContain(code)
  })
})
