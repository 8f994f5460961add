import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Secret, TOTP } from 'otpauth'
import { clock } from '#lib/clock.ts'
import type { Store } from '#lib/store/open.ts'
import { findPersonByEmail, type PersonRow } from '#lib/store/people.ts'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { endOtherSteps, factorsOfStep, setUpOfStep } from './own-step.ts'
import { addPerson } from './people.ts'
import { finishSetUp } from './set-up-sign-in.ts'
import { signIn } from './sign-in.ts'
import { beginTotp, confirmTotp } from './totp.ts'

const email = 'step@example.org'
const password = 'quiet harbour of lanterns'
const address = '192.0.2.1'
const program = { kind: 'program', id: 'test', name: 'Test' } as const

describeOnBothStores('the step between password and second factor', (open) => {
  let store: Store
  let person: PersonRow
  let now = Date.UTC(2026, 10, 21, 9, 0, 10)
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 21, 9, 0, 10)
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    vi.spyOn(clock, 'sleep').mockResolvedValue()
    store = await open()
    await addPerson({ email, name: 'Step', role: 'agent', password }, program)
    person = (await findPersonByEmail(store.db, email)) as PersonRow
    const value = { secondFactorRoles: ['agent'] }
    await store.write((tx) => saveSetting(tx, { name: 'rules', value, at: now }))
  })
  afterEach(() => vi.restoreAllMocks())

  async function challenge(): Promise<string> {
    const step = await signIn({ email, password, address })
    if (step.ok !== 'challenge') throw new Error(`no challenge: ${JSON.stringify(step)}`)
    return step.challenge
  }
  async function setUpApp(): Promise<void> {
    const begun = await beginTotp(person)
    if (!begun.ok) throw new Error('not begun')
    const code = new TOTP({ secret: Secret.fromBase32(begun.secret) }).generate({ timestamp: now })
    expect(await confirmTotp(person, code, program)).toMatchObject({ ok: true })
  }

  it('is nothing without a challenge, with a made-up one, or after ten minutes', async () => {
    const step = await challenge()
    expect(await setUpOfStep(step)).toMatchObject({ person: { id: person.id }, isSetUp: false })
    now += 11 * 60_000
    for (const none of [null, '', 'made up', step]) {
      expect(await setUpOfStep(none)).toBeNull()
      expect(await factorsOfStep(none)).toBeNull()
    }
  })

  it('tells what the person has only where a second factor is asked for, and sets up only where one is missing', async () => {
    const missing = await challenge()
    expect(await factorsOfStep(missing)).toBeNull()
    await setUpApp()
    const asked = await challenge()
    expect(await factorsOfStep(asked)).toMatchObject({ personId: person.id, totp: true, recoveryCodes: 10 })
    expect(await setUpOfStep(asked)).toBeNull()
  })

  it('leads nobody past a second factor that was set up after they had given the password alone', async () => {
    const stranger = await challenge()
    const own = await challenge()
    await setUpApp()
    await endOtherSteps(own, person.id)
    expect(await setUpOfStep(stranger)).toBeNull()
    expect(await finishSetUp({ challenge: stranger, address })).toBeNull()
    expect(await setUpOfStep(own)).toMatchObject({ isSetUp: true })
    await endOtherSteps(null, 'somebody else')
    expect(await finishSetUp({ challenge: own, address })).toMatchObject({ ok: true })
    const asked = await challenge()
    await endOtherSteps(null, person.id)
    expect(await factorsOfStep(asked)).toBeNull()
  })
})
