import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { env } from '#lib/env.ts'
import type { Store } from '#lib/store/open.ts'
import { findPersonByEmail } from '#lib/store/people.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { proveFresh } from './fresh-proof.ts'
import { linkSignOn } from './link-sign-on.ts'
import { addPerson, disablePerson } from './people.ts'
import { readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'
import { roleOfClaims, type SignOnSettings } from './sign-on-claims.ts'
import { beginSignOn, callbackPath, finishSignOn } from './single-sign-on.ts'
import { startProvider } from './testing/oidc-provider.ts'

const program = { kind: 'program', id: 'test', name: 'Test' } as const
const address = '192.0.2.1'

describeOnBothStores('single sign-on', (open) => {
  let store: Store
  let provider: Awaited<ReturnType<typeof startProvider>>
  let settings: SignOnSettings
  beforeEach(async () => {
    // The provider says at length that it is set up for a test.
    for (const method of ['warn', 'info'] as const) vi.spyOn(console, method).mockImplementation(() => {})
    store = await open()
    provider = await startProvider(`${env().PUBLIC_URL}${callbackPath}`)
    settings = {
      issuer: provider.issuer,
      clientId: 'unstuck',
      clientSecret: 'a secret between the two of them',
      roleClaim: 'groups',
      roles: { agent: 'desk', administrator: 'keys' },
      label: 'the company',
    }
    provider.setUser('u-1', { email: 'Una@Example.org', name: 'Una', groups: ['desk', 'others'] })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await provider.close()
  })

  async function signOn(next = '/orders/10000101', again = false) {
    const { url, challenge } = await beginSignOn(settings, next, again)
    const back = await provider.follow(url)
    return {
      challenge,
      search: back.search,
      finish: () => finishSignOn(settings, { challenge, search: back.search, address }),
    }
  }

  it('lets a new person in with the role of their claim, and leads them back to where they were headed', async () => {
    const finished = await (await signOn()).finish()
    expect(finished).toMatchObject({
      ok: true,
      next: '/orders/10000101',
      person: { name: 'Una', role: 'agent' },
    })
    expect(finished.ok && (await readSession(finished.sessionId))?.email).toBe('una@example.org')
  })

  it('knows a person by issuer and subject, whatever their e-mail address says', async () => {
    const first = await (await signOn()).finish()
    provider.setUser('u-1', { email: 'married@example.org', name: 'Una', groups: ['desk'] })
    const again = await (await signOn()).finish()
    expect(first.ok && again.ok && again.person.id === first.person.id).toBe(true)
    provider.setUser('u-2', { email: 'una@example.org', name: 'Somebody else', groups: ['keys'] })
    expect(await (await signOn()).finish()).toMatchObject({ ok: false })
  })

  it('takes nobody’s place who signs in with a password here', async () => {
    await addPerson(
      {
        email: 'una@example.org',
        name: 'Local',
        role: 'administrator',
        password: 'quiet harbour of lanterns',
      },
      program,
    )
    expect(await (await signOn()).finish()).toMatchObject({ ok: false })
    expect((await findPersonByEmail(store.db, 'una@example.org'))?.role).toBe('administrator')
  })

  it('lets whoever runs the server link a person to a subject, once, and the history says so', async () => {
    const person = { email: 'una@example.org', name: 'Local', role: 'viewer' } as const
    await addPerson({ ...person, password: 'quiet harbour of lanterns' }, program)
    expect(await (await signOn()).finish()).toMatchObject({ ok: false, problem: 'sign-on-address-taken' })
    const link = (email: string, subject: string) => linkSignOn(settings, { email, subject }, program)
    expect(await link('Una@example.org', 'u-1')).toMatchObject({ ok: true, issuer: provider.issuer })
    expect(await (await signOn()).finish()).toMatchObject({
      ok: true,
      person: { name: 'Local', role: 'agent' },
    })
    const event = await store.db
      .selectFrom('event')
      .select(['body', 'personal'])
      .where('kind', '=', 'person.sign-on-linked')
      .executeTakeFirstOrThrow()
    expect(event.body).not.toContain('u-1')
    expect(event.personal).toContain('u-1')

    const refused = (field: string) => ({ ok: false, errors: [{ field }] })
    await addPerson({ ...person, email: 'other@example.org', password: 'quiet harbour of lanterns' }, program)
    expect(await link('una@example.org', 'u-1')).toMatchObject(refused('subject'))
    expect(await link('other@example.org', 'u-1')).toMatchObject(refused('subject'))
    expect(await link('nobody@example.org', 'u-2')).toMatchObject(refused('email'))
    expect(await link('una@example.org', ' ')).toMatchObject(refused('subject'))
    expect(await linkSignOn(null, { email: 'una@example.org', subject: 'u-3' }, program)).toMatchObject(
      refused('issuer'),
    )
    const away = { ...settings, issuer: 'http://127.0.0.1:9' }
    expect(await linkSignOn(away, { email: 'una@example.org', subject: 'u-3' }, program)).toMatchObject(
      refused('issuer'),
    )
  })

  it('gives the role of the claim at each sign-in, and lets nobody in without one', async () => {
    await (await signOn()).finish()
    provider.setUser('u-1', { email: 'una@example.org', name: 'Una', groups: ['keys', 'desk'] })
    const again = await (await signOn()).finish()
    expect(again).toMatchObject({ ok: true, person: { role: 'administrator' } })
    expect(again.ok && (await readSession(again.sessionId))?.role).toBe('administrator')
    provider.setUser('u-1', { email: 'una@example.org', name: 'Una', groups: ['others'] })
    expect(await (await signOn()).finish()).toMatchObject({ ok: false })
  })

  it('is a fresh proof of who somebody is only when the provider asked them again', async () => {
    const enter = async (again: boolean) => {
      const finished = await (await signOn('/', again)).finish()
      const person = finished.ok ? await readSession(finished.sessionId) : null
      if (person === null) throw new Error('not signed on')
      return proveFresh({ proof: '', address }, person)
    }
    expect(await enter(false), 'it may know them from the morning').toMatchObject({
      ok: false,
      asks: 'sign-in',
    })
    expect(await enter(true)).toEqual({ ok: true })
    const { url } = await beginSignOn(settings, '/', true)
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' })
  })

  it('lets nobody in who was disabled here, and no password be right for people without one', async () => {
    await (await signOn()).finish()
    await disablePerson('una@example.org', program)
    expect(await (await signOn()).finish()).toMatchObject({ ok: false })
    expect(await signIn({ email: 'una@example.org', password: 'none', address })).toMatchObject({ ok: false })
  })

  it('takes an answer once, only with the challenge it was asked with, and none that was changed', async () => {
    const one = await signOn()
    const two = await signOn()
    expect(
      await finishSignOn(settings, { challenge: two.challenge, search: one.search, address }),
    ).toMatchObject({ ok: false })
    expect(await finishSignOn(settings, { challenge: null, search: one.search, address })).toMatchObject({
      ok: false,
    })
    const changed = one.search.replace(/code=[^&]+/, 'code=another')
    const three = await signOn()
    expect(
      await finishSignOn(settings, { challenge: three.challenge, search: changed, address }),
    ).toMatchObject({ ok: false })
    expect(await one.finish()).toMatchObject({ ok: true })
    expect(await one.finish()).toMatchObject({ ok: false })
  })

  it('does not believe a provider with another secret', async () => {
    const { url, challenge } = await beginSignOn({ ...settings, clientSecret: 'wrong' }, '/')
    const { search } = await provider.follow(url)
    const wrong = { ...settings, clientId: 'unstuck', clientSecret: 'wrong' }
    expect(await finishSignOn(wrong, { challenge, search, address })).toMatchObject({ ok: false })
  })
})

describe('the role of a claim', () => {
  const settings = {
    roles: { viewer: 'v', agent: 'a' },
    roleClaim: 'realm.roles',
  } as unknown as SignOnSettings
  it.each([
    [{ realm: { roles: ['v', 'a'] } }, 'agent'],
    [{ realm: { roles: 'v' } }, 'viewer'],
    [{ realm: { roles: ['administrator'] } }, null],
    [{ realm: { roles: { v: true } } }, null],
    [{ realm: null }, null],
    [{ 'realm.roles': ['a'] }, null],
    [{}, null],
  ])('of %j is %s', (claims, role) => {
    expect(roleOfClaims(claims, settings)).toBe(role)
  })
})
