import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { clock } from '#lib/clock.ts'
import type { Store } from '#lib/store/open.ts'
import { findPersonByEmail, replacePasswordHash } from '#lib/store/people.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { proveFresh } from './fresh-proof.ts'
import { noPassword } from './password.ts'
import { addPerson } from './people.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'

const password = 'quiet harbour of lanterns'
const email = 'ada@example.org'
const address = '192.0.2.1'
const program = { kind: 'program', id: 'test', name: 'Test' } as const

describeOnBothStores('a fresh proof of who somebody is', (open) => {
  let store: Store
  let now = 0
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 21, 9)
    vi.spyOn(clock, 'now').mockImplementation(() => now)
    vi.spyOn(clock, 'sleep').mockResolvedValue()
    store = await open()
    await addPerson({ email, name: 'Ada', role: 'administrator', password }, program)
  })
  afterEach(() => vi.restoreAllMocks())

  async function enter() {
    const entered = await signIn({ email, password, address })
    const person = entered.ok === true ? await readSession(entered.sessionId) : null
    if (person === null) throw new Error('not signed in')
    return person
  }
  const minutesLater = (minutes: number) => {
    now += minutes * 60_000
  }

  it('is the sign-in for ten minutes, and must be given anew after that', async () => {
    const self = await enter()
    minutesLater(9)
    expect(await proveFresh({ proof: '', address }, self)).toEqual({ ok: true })
    minutesLater(1)
    const asked = { ok: false, asks: 'password', errors: [{ field: 'proof' }] }
    expect(await proveFresh({ proof: '', address }, self)).toMatchObject(asked)
    expect(await proveFresh({ proof: 'not the password', address }, self)).toMatchObject(asked)
    expect(await proveFresh({ proof: '', address }, self)).toMatchObject(asked)
    expect(await proveFresh({ proof: password, address }, self)).toEqual({ ok: true })
    minutesLater(9)
    expect(await proveFresh({ proof: '', address }, self)).toEqual({ ok: true })
    minutesLater(1)
    expect(await proveFresh({ proof: '', address }, self)).toMatchObject(asked)
  })

  it('counts for the session that it was given in, and for no other of the same person', async () => {
    const [here, elsewhere] = [await enter(), await enter()]
    minutesLater(11)
    expect(await proveFresh({ proof: password, address }, here)).toEqual({ ok: true })
    expect(await proveFresh({ proof: '', address }, elsewhere)).toMatchObject({ ok: false })
  })

  it('is another sign-in for whoever has no password here', async () => {
    const self = await enter()
    const { id } = (await findPersonByEmail(store.db, email)) ?? { id: '' }
    await store.write((tx) => replacePasswordHash(tx, id, noPassword))
    expect(await proveFresh({ proof: '', address }, self)).toEqual({ ok: true })
    minutesLater(10)
    for (const proof of ['', noPassword, password])
      expect(await proveFresh({ proof, address }, self)).toMatchObject({ ok: false, asks: 'sign-in' })
  })

  it('is none in a session that has ended, or that an earlier release opened', async () => {
    const self = await enter()
    await store.db.updateTable('session').set({ proved_at: null }).execute()
    expect(await proveFresh({ proof: '', address }, self)).toMatchObject({ ok: false })
    await store.db.updateTable('session').set({ proved_at: now, ended_at: now }).execute()
    expect(await proveFresh({ proof: '', address }, self)).toMatchObject({ ok: false })
  })
})
