import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import type { Store } from '#lib/store/open.ts'
import { findPersonByEmail, replacePasswordHash, type PersonRow } from '#lib/store/people.ts'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { finishSignIn } from './finish-sign-in.ts'
import {
  beginOwnApp,
  beginOwnPasskey,
  removeOwnApp,
  removeOwnPasskey,
  renewOwnRecoveryCodes,
} from './own-factors.ts'
import { changeOwnPassword } from './own-password.ts'
import { endOtherSessions, endOwnSession, ownSessions } from './own-sessions.ts'
import { readOwnView } from './own-view.ts'
import { addPasskey } from './passkeys.ts'
import { noPassword } from './password.ts'
import { addPerson } from './people.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'
import { softwareAuthenticator } from './testing/authenticator.ts'
import { confirmTotp } from './totp.ts'

const password = 'quiet harbour of lanterns'
const another = 'violet harbour of mangoes'
const address = '192.0.2.1'
const email = 'own@example.org'
const program = { kind: 'program', id: 'test', name: 'Test' } as const
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

describeOnBothStores('what people do with their own sign-in', (open) => {
  let store: Store
  let person: PersonRow
  let self: { readonly kind: 'person'; readonly id: string; readonly name: string }
  let now = 0
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

  async function enter(device?: string) {
    const result = await signIn({ email, password, address, ...(device === undefined ? {} : { device }) })
    if (result.ok !== true) throw new Error('not signed in')
    const session = await readSession(result.sessionId)
    if (session === null) throw new Error('no session')
    return { cookie: result.sessionId, id: session.sessionId }
  }
  const change = (sessionId: string, given: { current?: string; password?: string } = {}) =>
    changeOwnPassword({ current: password, password: another, sessionId, address, ...given }, self)
  const asked = (proof = password) => ({ proof, address })
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
  async function withApp() {
    const begun = await beginOwnApp(asked(), self)
    if (!begun.ok) throw new Error(JSON.stringify(begun.errors))
    const confirmed = await confirmTotp(person, { code: codeOf(begun.secret), step: null, address }, self)
    if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.errors))
    now += 60_000
    return begun.secret
  }
  async function withPasskey() {
    const { origin, hostname } = new URL(env().PUBLIC_URL)
    const begun = await beginOwnPasskey(asked(), self)
    if (!begun.ok) throw new Error(JSON.stringify(begun.errors))
    const { challenge } = begun
    const response = softwareAuthenticator({ origin, rpId: hostname }).register(challenge)
    const added = await addPasskey(person, { name: 'Laptop', challenge, response, step: null }, self)
    if (!added.ok) throw new Error(JSON.stringify(added.errors))
    return response.id
  }
  const kinds = async () =>
    (await store.db.selectFrom('event').select(['kind', 'actor_id']).orderBy('seq').execute())
      .filter(({ actor_id }) => actor_id === person.id)
      .map(({ kind }) => kind)
  const needFactor = () =>
    store.write((tx) => saveSetting(tx, { name: 'rules', value: { secondFactorRoles: ['agent'] }, at: now }))

  it('changes the password for whoever knows the old one, keeps this session, and ends the others', async () => {
    const here = await enter()
    const there = await enter()
    expect(await change(here.id)).toEqual({ ok: true, sessionsEnded: 1 })
    expect(await readSession(here.cookie)).not.toBeNull()
    expect(await readSession(there.cookie)).toBeNull()
    expect(await signIn({ email, password, address })).toMatchObject({ ok: false })
    expect(await signIn({ email, password: another, address })).toMatchObject({ ok: true })
    expect(await kinds()).toContain('person.password-changed')
  })

  it('refuses a wrong old password, a bad new one, and the same again, and changes nothing', async () => {
    const { id } = await enter()
    for (const [given, field] of [
      [{ current: 'not the password at all' }, 'current'],
      [{ current: '' }, 'current'],
      [{ password: 'short' }, 'password'],
      [{ password: '' }, 'password'],
      [{ password }, 'password'],
    ] as const)
      expect(await change(id, given)).toMatchObject({ ok: false, errors: [{ field }] })
    expect(await signIn({ email, password, address })).toMatchObject({ ok: true })
    expect(await kinds()).not.toContain('person.password-changed')
  })

  it('makes whoever guesses at the old password wait, and their sign-in from elsewhere not', async () => {
    const { id } = await enter()
    for (let tries = 0; tries < 6; tries++) await change(id, { current: `not the password ${tries}` })
    expect(await change(id)).toMatchObject({
      errors: [{ message: expect.stringMatching(/^Too many tries/) }],
    })
    expect(await signIn({ email, password, address: '198.51.100.7' })).toMatchObject({ ok: true })
    now += 3_600_000
    expect(await change(id)).toMatchObject({ ok: true })
  })

  it('asks for the password or a code before every change of a second factor', async () => {
    const secret = await withApp()
    const passkey = await withPasskey()
    for (const proof of ['', 'not the password at all', '000000']) {
      now += 3_600_000
      for (const refused of [
        await beginOwnPasskey(asked(proof), self),
        await removeOwnPasskey(passkey, asked(proof), self),
        await removeOwnApp(asked(proof), self),
        await renewOwnRecoveryCodes(asked(proof), self),
      ])
        expect(refused).toMatchObject({ ok: false, errors: [{ field: 'proof' }] })
    }
    now += 3_600_000
    expect(await renewOwnRecoveryCodes(asked(codeOf(secret)), self)).toMatchObject({ ok: true })
    expect(await renewOwnRecoveryCodes(asked(codeOf(secret)), self), 'each code once').toMatchObject({
      ok: false,
    })
    expect(await removeOwnApp(asked(), self)).toEqual({ ok: true })
    expect(await removeOwnPasskey(passkey, asked(), self)).toEqual({ ok: true })
    expect(await kinds()).toEqual(
      expect.arrayContaining([
        'person.totp-set',
        'person.passkey-added',
        'person.recovery-codes-renewed',
        'person.totp-removed',
        'person.passkey-removed',
      ]),
    )
  })

  it('lets nobody take their last second factor away while they need one', async () => {
    await withApp()
    const passkey = await withPasskey()
    await needFactor()
    expect(await removeOwnPasskey(passkey, asked(), self)).toEqual({ ok: true })
    expect(await removeOwnApp(asked(), self)).toMatchObject({ ok: false, errors: [{ field: 'form' }] })
    expect((await readOwnView({ ...self, email, role: 'agent' })).factors.totp).toBe(true)
  })

  it('takes the recovery codes away with the last second factor, and makes none without one', async () => {
    await withApp()
    const view = () => readOwnView({ ...self, email, role: 'agent' })
    expect((await view()).factors.recoveryCodes).toBe(10)
    await removeOwnApp(asked(), self)
    expect((await view()).factors).toMatchObject({ totp: false, recoveryCodes: 0 })
    expect(await renewOwnRecoveryCodes(asked(), self)).toMatchObject({ errors: [{ field: 'form' }] })
  })

  it('puts new recovery codes in the place of the earlier ones, and keeps none readable in the history', async () => {
    await withApp()
    const first = await renewOwnRecoveryCodes(asked(), self)
    const second = await renewOwnRecoveryCodes(asked(), self)
    if (!first.ok || !second.ok) throw new Error('not renewed')
    const finish = async (code = '') => {
      const step = await signIn({ email, password, address })
      if (step.ok !== 'challenge') throw new Error('no challenge')
      return finishSignIn({ challenge: step.challenge, proof: { kind: 'recovery', code }, address })
    }
    expect(await finish(first.recoveryCodes[0])).toMatchObject({ ok: false })
    expect(await finish(second.recoveryCodes[0])).toMatchObject({ ok: true })
    const events = JSON.stringify(await store.db.selectFrom('event').selectAll().execute())
    for (const code of second.recoveryCodes) expect(events).not.toContain(code)
  })

  it('takes away no passkey of somebody else', async () => {
    const passkey = await withPasskey()
    await addPerson({ email: 'other@example.org', name: 'Other', role: 'agent', password: another }, program)
    const other = (await findPersonByEmail(store.db, 'other@example.org')) as PersonRow
    const by = { kind: 'person', id: other.id, name: other.name } as const
    expect(await removeOwnPasskey(passkey, asked(another), by)).toMatchObject({ ok: false })
    expect((await readOwnView({ ...self, email, role: 'agent' })).factors.passkeys).toHaveLength(1)
  })

  it('lists one’s own open sessions in words, this one first, and ends one or all others', async () => {
    const here = await enter(chrome)
    now += 120_000
    const [second, third] = [await enter('curl/8'), await enter()]
    const listed = await ownSessions({ id: person.id, sessionId: here.id })
    expect(listed).toHaveLength(3)
    expect(listed[0]).toMatchObject({ isThis: true, device: 'Chrome on Windows' })
    const from = { ...asked(), current: here.id }
    expect(await endOwnSession(here.id, from, self)).toMatchObject({ ok: false })
    expect(await endOwnSession(second.id, from, { ...self, id: 'another' })).toMatchObject({ ok: false })
    expect(await endOwnSession(second.id, from, self)).toEqual({ ok: true })
    expect(await readSession(second.cookie)).toBeNull()
    expect(await endOtherSessions(from, self)).toEqual({ ok: true, sessionsEnded: 1 })
    expect(await readSession(third.cookie)).toBeNull()
    expect(await readSession(here.cookie)).not.toBeNull()
    expect(await endOtherSessions(from, self)).toMatchObject({ ok: false })
    expect((await kinds()).filter((kind) => kind === 'person.own-sessions-ended')).toHaveLength(2)
  })

  it('ends no session for whoever cannot say the password, however they ask', async () => {
    const [here, there] = [await enter(), await enter()]
    for (const proof of ['', 'not the password at all']) {
      const from = { ...asked(proof), current: here.id }
      expect(await endOwnSession(there.id, from, self)).toMatchObject({ errors: [{ field: 'proof' }] })
      expect(await endOtherSessions(from, self)).toMatchObject({ errors: [{ field: 'proof' }] })
    }
    expect(await readSession(there.cookie)).not.toBeNull()
  })

  it('ends other sessions of whoever comes by single sign-on only while their own is fresh', async () => {
    const [here, there] = [await enter(), await enter()]
    await store.write((tx) => replacePasswordHash(tx, person.id, noPassword))
    const from = { ...asked(''), current: here.id }
    now += 11 * 60_000
    expect(await endOwnSession(there.id, from, self)).toMatchObject({ errors: [{ field: 'form' }] })
    expect(await endOtherSessions(from, self)).toMatchObject({ errors: [{ field: 'form' }] })
    now -= 2 * 60_000
    expect(await endOtherSessions(from, self)).toEqual({ ok: true, sessionsEnded: 1 })
  })

  it('has nothing to prove, and nothing to change, for whoever comes by single sign-on alone', async () => {
    await store.write((tx) => replacePasswordHash(tx, person.id, noPassword))
    expect(await beginOwnApp(asked(noPassword), self)).toMatchObject({ errors: [{ field: 'form' }] })
    expect((await readOwnView({ ...self, email, role: 'agent' })).signsInHere).toBe(false)
  })
})
