import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import type { Store } from '#lib/store/open.ts'
import { findPersonByEmail, type PersonRow } from '#lib/store/people.ts'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { disablePersonById, enablePerson, setPersonRole } from './manage-people.ts'
import { passkeyQuestion } from './passkey-sign-in.ts'
import { addPasskey, beginPasskey } from './passkeys.ts'
import { addPerson } from './people.ts'
import { readSession } from './read-session.ts'
import { finishSetUp, personSettingUp } from './set-up-sign-in.ts'
import { signIn } from './sign-in.ts'
import { softwareAuthenticator } from './testing/authenticator.ts'
import { beginTotp, confirmTotp } from './totp.ts'

const email = 'half@example.org'
const password = 'quiet harbour of lanterns'
const address = '192.0.2.1'
const program = { kind: 'program', id: 'test', name: 'Test' } as const

describeOnBothStores('a half-finished sign-in', (open) => {
  let store: Store
  let person: PersonRow
  let now = 0
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 21, 9, 0, 10)
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    vi.spyOn(clock, 'sleep').mockResolvedValue()
    store = await open()
    await addPerson({ email, name: 'Half', role: 'agent', password }, program)
    person = (await findPersonByEmail(store.db, email)) as PersonRow
  })
  afterEach(() => vi.restoreAllMocks())

  async function begin(): Promise<string> {
    const begun = await signIn({ email, password, address })
    if (begun.ok !== 'challenge') throw new Error(`no challenge: ${JSON.stringify(begun)}`)
    return begun.challenge
  }
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })
  async function setUpApp(step: string | null): Promise<string> {
    const begun = await beginTotp(person)
    const secret = begun.ok ? begun.secret : ''
    await confirmTotp(person, { code: codeOf(secret), step, address }, program)
    now += 60_000
    return secret
  }
  async function setUpPasskey() {
    const { origin, hostname } = new URL(env().PUBLIC_URL)
    const key = softwareAuthenticator({ origin, rpId: hostname })
    const { challenge } = await beginPasskey(person)
    const made = { name: 'Laptop', challenge, response: key.register(challenge), step: null }
    expect(await addPasskey(person, made, program)).toMatchObject({ ok: true })
    return key
  }
  const demandOf = (...secondFactorRoles: string[]) =>
    store.write((tx) => saveSetting(tx, { name: 'rules', value: { secondFactorRoles }, at: now }))
  /** Enabled again, because whoever is disabled gets no session whatever they hold: that would prove nothing here. */
  async function disableAndEnable(): Promise<void> {
    expect(await disablePersonById(person.id, program)).toMatchObject({ ok: true })
    expect(await enablePerson(person.id, program)).toEqual({ ok: true })
  }
  const sessions = () => store.db.selectFrom('session').selectAll().execute()

  it('opens nothing once its person was disabled, also when they are enabled again', async () => {
    const key = await setUpPasskey()
    const secret = await setUpApp(null)
    const challenge = await begin()
    const question = await passkeyQuestion(person.id)
    await disableAndEnable()
    const app = { kind: 'app', code: codeOf(secret) } as const
    const passkey = { kind: 'passkey', answer: key.answer(question.challenge) } as const
    for (const proof of [app, passkey])
      expect(await finishSignIn({ challenge, proof, address })).toMatchObject({ ok: false, isOver: true })
    expect(
      await finishSignIn({ challenge: await begin(), proof: passkey, address }),
      'nor does what was asked of a passkey before',
    ).toMatchObject({ ok: false })
    expect(await sessions()).toEqual([])
    expect(await finishSignIn({ challenge: await begin(), proof: app, address })).toMatchObject({ ok: true })
  })

  it('that waits for a second factor to be set up opens nothing after that either', async () => {
    await demandOf('agent')
    const challenge = await begin()
    await disableAndEnable()
    expect(await personSettingUp(challenge)).toBeNull()
    await setUpApp(null)
    expect(await finishSetUp({ challenge, address })).toBeNull()
    expect(await sessions()).toEqual([])
  })

  it('becomes a session of the role that its person has then, with the second factor that role demands', async () => {
    await demandOf('agent', 'manager')
    const challenge = await begin()
    await setPersonRole(person.id, 'manager', program)
    expect(await finishSetUp({ challenge, address }), 'without the second factor').toBeNull()
    const secret = await setUpApp(challenge)
    await setPersonRole(person.id, 'viewer', program)
    const opened = await finishSetUp({ challenge, address })
    expect(opened?.person.role).toBe('viewer')
    expect((await readSession(opened?.sessionId ?? ''))?.role).toBe('viewer')

    const next = await begin()
    await setPersonRole(person.id, 'agent', program)
    const given = { challenge: next, proof: { kind: 'app', code: codeOf(secret) } as const, address }
    expect(await finishSignIn(given)).toMatchObject({ ok: true, person: { role: 'agent' } })
  })
})
