import { sealData } from 'iron-session'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { env } from '#lib/env.ts'
import type { EventActor } from '#lib/store/events.ts'
import { describeOnBothStores, useEnv } from '#lib/store/testing.ts'
import { disablePerson, addPerson } from './people.ts'
import { readSession } from './read-session.ts'
import { currentPerson, endSession, startSession } from './session.ts'
import { signIn } from './sign-in.ts'

const jar = new Map<string, { value: string; options: Record<string, unknown> }>()
let writes = 0

vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => {
      const cookie = jar.get(name)
      return cookie && { name, value: cookie.value }
    },
    set: (name: string, value: string, options: Record<string, unknown>) => {
      writes += 1
      jar.set(name, { value, options })
    },
  }),
}))

const by: EventActor = { kind: 'program', id: 'test', name: 'A test' }
const email = 'ann@example.org'
const password = 'violet-harbour-mango'

describeOnBothStores('the session cookie', (open, settings) => {
  beforeEach(async () => {
    await open()
    jar.clear()
    writes = 0
    await addPerson({ email, name: 'Ann', role: 'agent', password }, by)
  })
  afterEach(() => vi.restoreAllMocks())

  async function enter(): Promise<string> {
    const signedIn = await signIn({ email, password, address: '192.0.2.1' })
    if (signedIn.ok !== true) throw new Error('not signed in')
    await startSession(signedIn.sessionId)
    return signedIn.sessionId
  }

  it('carries an id only, sealed, out of reach of scripts and other sites', async () => {
    const id = await enter()
    const { value, options } = jar.get('unstuck') ?? { value: '', options: {} }
    expect(options).toMatchObject({ httpOnly: true, secure: false, sameSite: 'lax', path: '/' })
    expect(options).not.toHaveProperty('domain')
    expect(value).not.toContain(id)
    expect(await currentPerson()).toMatchObject({ kind: 'person', name: 'Ann', role: 'agent', email })
  })

  it('is __Host- and Secure where people come by https', async () => {
    useEnv({ PUBLIC_URL: 'https://unstuck.example.com', DATA_DIR: settings().dataDir })
    await startSession('x'.repeat(43))
    expect(jar.get('__Host-unstuck')?.options).toMatchObject({ httpOnly: true, secure: true, path: '/' })
  })

  it('is not written by reading, and what was unsealed once is known until the session ends', async () => {
    await enter()
    writes = 0
    for (let index = 0; index < 3; index++) expect(await currentPerson()).not.toBeNull()
    expect(writes).toBe(0)
    await disablePerson(email, by)
    expect(await currentPerson()).toBeNull()
  })

  it('means nobody when it is missing, forged, sealed by another server or of another shape', async () => {
    expect(await currentPerson()).toBeNull()
    const id = await enter()
    const good = jar.get('unstuck')?.value ?? ''
    const others = [
      'nonsense',
      id,
      `${good.slice(0, 40)}${good[40] === 'a' ? 'b' : 'a'}${good.slice(41)}`,
      await sealData({ id }, { password: 'another secret, of thirty-two letters' }),
      await sealData({ id: 7 }, { password: env().SESSION_SECRET }),
      await sealData({}, { password: env().SESSION_SECRET }),
    ]
    for (const value of others) {
      jar.set('unstuck', { value, options: {} })
      expect(await currentPerson()).toBeNull()
    }
  })

  it('ends the session that this browser had before, when somebody signs in over it', async () => {
    const before = await enter()
    const after = await enter()
    expect([await readSession(before), (await readSession(after))?.name]).toEqual([null, 'Ann'])
  })

  it('is taken away at sign-out', async () => {
    await enter()
    await endSession()
    expect(jar.get('unstuck')).toMatchObject({ value: '', options: { maxAge: 0 } })
    expect(await currentPerson()).toBeNull()
  })
})
