import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import { env } from '#lib/env.ts'
import type { Store } from '#lib/store/open.ts'
import { findPersonByEmail, markPersonDisabled, type PersonRow } from '#lib/store/people.ts'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { finishSignIn, type SecondProof } from './finish-sign-in.ts'
import { factorsOfStep, setUpOfStep } from './own-step.ts'
import { passkeyQuestion, signInWithPasskey } from './passkey-sign-in.ts'
import { addPasskey, beginPasskey } from './passkeys.ts'
import { addPerson } from './people.ts'
import { readSession } from './read-session.ts'
import { removeSecondFactors, resetPerson } from './reset-person.ts'
import { finishSetUp, personSettingUp } from './set-up-sign-in.ts'
import { signIn } from './sign-in.ts'
import { softwareAuthenticator } from './testing/authenticator.ts'
import { beginTotp, confirmTotp } from './totp.ts'

const email = 'two@example.org'
const password = 'quiet harbour of lanterns'
const address = '192.0.2.1'
const program = { kind: 'program', id: 'test', name: 'Test' } as const

describeOnBothStores('a second factor', (open) => {
  let store: Store
  let person: PersonRow
  let now = Date.UTC(2026, 10, 21, 9, 0, 10)
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 21, 9, 0, 10)
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    vi.spyOn(clock, 'sleep').mockResolvedValue()
    store = await open()
    await addPerson({ email, name: 'Two', role: 'agent', password }, program)
    person = (await findPersonByEmail(store.db, email)) as PersonRow
  })
  afterEach(() => vi.restoreAllMocks())

  const codeAt = (secret: string, at = now) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })
  async function withApp(step: string | null = null) {
    const begun = await beginTotp(person)
    if (!begun.ok) throw new Error('not begun')
    const confirmed = await confirmTotp(person, { code: codeAt(begun.secret), step, address }, program)
    if (!confirmed.ok) throw new Error('not confirmed')
    return { secret: begun.secret, recoveryCodes: confirmed.recoveryCodes }
  }
  async function challenge() {
    const step = await signIn({ email, password, address })
    if (step.ok !== 'challenge') throw new Error(`no challenge: ${JSON.stringify(step)}`)
    return step.challenge
  }
  const demand = () =>
    store.write((tx) => saveSetting(tx, { name: 'rules', value: { secondFactorRoles: ['agent'] }, at: now }))
  const finish = async (proof: SecondProof, open?: string) =>
    finishSignIn({ challenge: open ?? (await challenge()), proof, address })
  const app = (code: string): SecondProof => ({ kind: 'app', code })
  const device = () => {
    const { origin, hostname } = new URL(env().PUBLIC_URL)
    return softwareAuthenticator({ origin, rpId: hostname })
  }
  async function withPasskey(step: string | null = null) {
    const key = device()
    const { challenge: asked } = await beginPasskey(person)
    const added = await addPasskey(
      person,
      { name: 'Laptop', challenge: asked, response: key.register(asked), step },
      program,
    )
    if (!added.ok) throw new Error(JSON.stringify(added.errors))
    return { key, recoveryCodes: added.recoveryCodes }
  }
  const passkeyProof = async (key: ReturnType<typeof device>): Promise<SecondProof> => ({
    kind: 'passkey',
    answer: key.answer((await passkeyQuestion(person.id)).challenge),
  })

  it('opens no session for the password alone once an app is set up', async () => {
    const { secret } = await withApp()
    now += 60_000
    const open = await challenge()
    expect(await readSession(open)).toBeNull()
    const finished = await finish(app(codeAt(secret)), open)
    expect(finished.ok && (await readSession(finished.sessionId))?.email).toBe(email)
  })

  it('changes nothing while the app’s first code has not been given', async () => {
    await beginTotp(person)
    expect(await signIn({ email, password, address })).toMatchObject({ ok: true })
  })

  it('takes each code once, the one that set the app up included, and none from long before or after', async () => {
    const { secret } = await withApp()
    expect(await finish(app(codeAt(secret)))).toMatchObject({ ok: false, isOver: false })
    now += 60_000
    expect(await finish(app(codeAt(secret, now - 90_000)))).toMatchObject({ ok: false })
    expect(await finish(app(codeAt(secret, now + 90_000)))).toMatchObject({ ok: false })
    expect(await finish(app(codeAt(secret)))).toMatchObject({ ok: true })
    expect(await finish(app(codeAt(secret)))).toMatchObject({ ok: false })
  })

  it('takes a code once when it arrives many times at one moment', async () => {
    const { secret } = await withApp()
    now += 60_000
    const open = await challenge()
    const answers = await Promise.all(Array.from({ length: 6 }, () => finish(app(codeAt(secret)), open)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('ends a challenge after five tries, after ten minutes, and after it was answered', async () => {
    const { secret } = await withApp()
    now += 60_000
    const tried = await challenge()
    for (let n = 0; n < 5; n++) await finish(app('000000'), tried)
    expect(await finish(app(codeAt(secret)), tried)).toMatchObject({ ok: false, isOver: true })
    now += 3_600_000
    const old = await challenge()
    now += 11 * 60_000
    expect(await finish(app(codeAt(secret)), old)).toMatchObject({ ok: false, isOver: true })
    const used = await challenge()
    expect(await finish(app(codeAt(secret)), used)).toMatchObject({ ok: true })
    now += 60_000
    expect(await finish(app(codeAt(secret)), used)).toMatchObject({ ok: false, isOver: true })
  })

  it('slows somebody down who knows the password and guesses codes, challenge after challenge', async () => {
    await withApp()
    let waits = 0
    for (let n = 0; n < 40; n++) {
      const step = await signIn({ email, password, address: '198.51.100.9' })
      const answer =
        step.ok === 'challenge'
          ? await finishSignIn({ challenge: step.challenge, proof: app('123456'), address: '198.51.100.9' })
          : step
      if (answer.ok === false && answer.retryAfterSeconds !== undefined) waits += 1
    }
    expect(waits).toBeGreaterThan(25)
  })

  it('takes a hundred wrong codes an hour from strange places, however many there are, and goes on where the person is known', async () => {
    const { secret } = await withApp()
    now += 60_000
    let wrong = 0
    for (let place = 0; place < 24; place++) {
      const from = `198.51.100.${place}`
      const step = await signIn({ email, password, address: from })
      if (step.ok !== 'challenge') throw new Error('no challenge')
      for (let n = 0; n < 5; n++) {
        const answer = await finishSignIn({ challenge: step.challenge, proof: app('000000'), address: from })
        if (answer.ok === false && answer.retryAfterSeconds === undefined) wrong += 1
      }
    }
    expect(wrong).toBe(100)
    const step = await signIn({ email, password, address: '203.0.113.1' })
    const right = { challenge: step.ok === 'challenge' ? step.challenge : '', proof: app(codeAt(secret)) }
    expect(await finishSignIn({ ...right, address: '203.0.113.1' })).toMatchObject({
      retryAfterSeconds: 3600,
    })
    expect(await finishSignIn({ ...right, address })).toMatchObject({ ok: true })
  })

  it('takes each recovery code once, typed in any way', async () => {
    const { recoveryCodes } = await withApp()
    expect(new Set(recoveryCodes).size).toBe(10)
    const [code = ''] = recoveryCodes
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `
    expect(await finish({ kind: 'recovery', code: typed })).toMatchObject({ ok: true })
    expect(await finish({ kind: 'recovery', code })).toMatchObject({ ok: false })
  })

  it('takes a passkey as the second factor, and alone as both', async () => {
    const { key, recoveryCodes } = await withPasskey()
    expect(recoveryCodes).toHaveLength(10)
    expect(await finish(await passkeyProof(key))).toMatchObject({ ok: true })
    const asked = await passkeyQuestion(null)
    const answer = key.answer(asked.challenge)
    expect(await signInWithPasskey({ answer, address })).toMatchObject({ ok: true, person: { email } })
    expect(await signInWithPasskey({ answer, address })).toMatchObject({ ok: false })
  })

  it('lets an office sign in by passkey all day from one address, and makes whoever tries others’ there wait', async () => {
    const { key } = await withPasskey()
    const enter = async (answer: typeof key.answer) =>
      signInWithPasskey({ answer: answer((await passkeyQuestion(null)).challenge), address })
    for (let n = 0; n < 12; n++) expect(await enter(key.answer)).toMatchObject({ ok: true })
    const stranger = device()
    for (let n = 0; n < 5; n++) await enter(stranger.answer)
    expect(await enter(stranger.answer)).toMatchObject({ message: expect.stringMatching(/^Too many tries/) })
    expect(await enter(key.answer)).toMatchObject({ ok: true })
  })

  it('takes no passkey of another page, without a PIN or finger, of a stranger, or with a challenge of somebody else', async () => {
    const { key } = await withPasskey()
    const ask = async () => (await passkeyQuestion(null)).challenge
    const refused = { ok: false }
    const elsewhere = key.answer(await ask(), { from: 'https://elsewhere.example' })
    expect(await signInWithPasskey({ answer: elsewhere, address })).toMatchObject(refused)
    expect(await signInWithPasskey({ answer: key.answer(await ask(), { flags: 1 }), address })).toMatchObject(
      refused,
    )
    expect(await signInWithPasskey({ answer: device().answer(await ask()), address })).toMatchObject(refused)
    const own = (await passkeyQuestion(person.id)).challenge
    expect(await signInWithPasskey({ answer: key.answer(own), address })).toMatchObject(refused)
    expect(await signInWithPasskey({ answer: key.answer('not a challenge'), address })).toMatchObject(refused)
  })

  it('opens nothing for a person who was disabled between password and code', async () => {
    const { secret } = await withApp()
    now += 60_000
    const open = await challenge()
    await store.write((tx) => markPersonDisabled(tx, person.id, now))
    expect(await finish(app(codeAt(secret)), open)).toMatchObject({ ok: false, isOver: true })
  })

  it('lets nobody of a role that needs one work before it is set up', async () => {
    await demand()
    const step = await signIn({ email, password, address })
    if (step.ok !== 'challenge') throw new Error('no challenge')
    expect(step.purpose).toBe('set-up')
    expect((await personSettingUp(step.challenge))?.id).toBe(person.id)
    expect(await finishSetUp({ challenge: step.challenge, address })).toBeNull()
    await withApp(step.challenge)
    expect(await finishSetUp({ challenge: step.challenge, address })).toMatchObject({ ok: true })
    expect(await finishSetUp({ challenge: step.challenge, address })).toBeNull()
  })

  it('leads nobody past one that was set up after they had given the password alone', async () => {
    await demand()
    for (const setUp of [withApp, withPasskey]) {
      const [stranger, own] = [await challenge(), await challenge()]
      await setUp(own)
      expect(await setUpOfStep(stranger)).toBeNull()
      expect(await finishSetUp({ challenge: stranger, address })).toBeNull()
      await expect(withPasskey(stranger), 'nor may they add one').rejects.toThrow('This sign-in is over')
      expect(await setUpOfStep(own)).toMatchObject({ isSetUp: true })
      expect(await finishSetUp({ challenge: own, address })).toMatchObject({ ok: true })
      await removeSecondFactors(person.id, program)
    }
  })

  it('has a step of its own between password and session, which is nothing when made up or after ten minutes', async () => {
    await demand()
    const missing = await challenge()
    expect(await setUpOfStep(missing)).toMatchObject({ person: { id: person.id }, isSetUp: false })
    expect(await factorsOfStep(missing), 'nothing is told where one is set up').toBeNull()
    now += 11 * 60_000
    for (const none of [null, '', 'made up', missing]) {
      expect(await setUpOfStep(none)).toBeNull()
      expect(await factorsOfStep(none)).toBeNull()
    }
    await withApp()
    const asked = await challenge()
    expect(await factorsOfStep(asked)).toMatchObject({ personId: person.id, totp: true, recoveryCodes: 10 })
    expect(await setUpOfStep(asked)).toBeNull()
  })

  it('is not set up by guessing at the first code, or with a key from long before', async () => {
    const begun = await beginTotp(person)
    const right = codeAt(begun.ok ? begun.secret : '')
    const confirm = (code: string) => confirmTotp(person, { code, step: null, address }, program)
    for (let n = 0; n < 5; n++) await confirm('000000')
    expect(await confirm(right)).toMatchObject({
      errors: [{ message: expect.stringMatching(/^Too many tries/) }],
    })
    now += 3_600_000
    const late = codeAt(begun.ok ? begun.secret : '')
    expect(await confirm(late)).toMatchObject({ errors: [{ field: 'form' }] })
    await withApp()
  })

  it('opens nothing by itself while a reset waits for its link', async () => {
    const { key } = await withPasskey()
    await resetPerson(person.id, program)
    const answer = key.answer((await passkeyQuestion(null)).challenge)
    expect(await signInWithPasskey({ answer, address })).toMatchObject({ ok: false })
  })

  it('keeps neither secret nor code readable, in no row', async () => {
    const { secret, recoveryCodes } = await withApp()
    const rows = await Promise.all([
      store.db.selectFrom('totp').selectAll().execute(),
      store.db.selectFrom('recovery_code').selectAll().execute(),
      store.db.selectFrom('event').selectAll().execute(),
      store.db.selectFrom('challenge').selectAll().execute(),
    ])
    const text = JSON.stringify(rows)
    for (const hidden of [secret, ...recoveryCodes]) expect(text).not.toContain(hidden)
  })
})
