import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { isFresh } from './fresh-proof.ts'
import { referenceOf } from './session-id.ts'
import type { SignOnSettings } from './sign-on-claims.ts'
import { beginSignOn, finishSignOn } from './single-sign-on.ts'
import { startLyingProvider, type Lie } from './testing/lying-provider.ts'

describeOnBothStores('an answer of single sign-on', (open) => {
  let provider: Awaited<ReturnType<typeof startLyingProvider>>
  let settings: SignOnSettings
  beforeEach(async () => {
    await open()
    provider = await startLyingProvider('unstuck')
    settings = {
      issuer: provider.issuer,
      clientId: 'unstuck',
      clientSecret: 'a secret between the two of them',
      roleClaim: 'groups',
      roles: { agent: 'desk' },
      label: 'the company',
    }
  })
  afterEach(() => provider.close())

  async function signOn(lie: Lie, change: (search: string) => string = (search) => search) {
    const { url, challenge } = await beginSignOn(settings, '/')
    provider.tell(lie)
    const search = change(provider.answer(url))
    return finishSignOn(settings, { challenge, search, address: '192.0.2.1' })
  }

  it('is believed when everything in it is right', async () => {
    expect(await signOn({})).toMatchObject({ ok: true, person: { email: 'una@example.org' } })
  })

  const past = Math.floor(Date.now() / 1000) - 3600
  const lies: readonly (readonly [string, Lie])[] = [
    ['signed by a stranger', { signedBy: 'a stranger' }],
    ['signed by nobody', { signedBy: 'nobody' }],
    ['of the algorithm “none”', { signedBy: 'nobody', header: { alg: 'none' } }],
    ['that says it is signed with the shared secret', { header: { alg: 'HS256' } }],
    ['of a key that the provider does not have', { header: { kid: 'another' } }],
    ['for somebody else', { claims: { aud: 'another' } }],
    ['for several, asked by another', { claims: { aud: ['unstuck', 'another'], azp: 'another' } }],
    ['of another provider', { claims: { iss: 'https://evil.example' } }],
    ['to another question', { claims: { nonce: 'another' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['that has run out', { claims: { iat: past - 300, exp: past } }],
    ['about nobody', { claims: { sub: '' } }],
  ]
  it.each(lies)('is not believed: %s', async (_name, lie) => {
    expect(await signOn(lie)).toMatchObject({ ok: false })
  })

  it('is not believed with another state, or none, or an error in its place', async () => {
    expect(await signOn({}, (search) => search.replace(/state=[^&]+/, 'state=x'))).toMatchObject({
      ok: false,
    })
    expect(await signOn({}, (search) => search.replace(/&?state=[^&]+/, ''))).toMatchObject({ ok: false })
    expect(await signOn({}, (search) => `${search}&error=access_denied`)).toMatchObject({ ok: false })
  })

  it('counts once, also where the provider takes its code twice', async () => {
    const { url, challenge } = await beginSignOn(settings, '/')
    const given = { challenge, search: provider.answer(url), address: '192.0.2.1' }
    expect(await finishSignOn(settings, given)).toMatchObject({ ok: true })
    expect(await finishSignOn(settings, given)).toMatchObject({ ok: false, problem: 'sign-on-begin-again' })
  })

  it('proves nothing anew when it says itself that the person was asked long ago', async () => {
    const enter = async (auth_time: number | undefined) => {
      const { url, challenge } = await beginSignOn(settings, '/', true)
      provider.tell({ claims: { auth_time } })
      const given = { challenge, search: provider.answer(url), address: '192.0.2.1' }
      const finished = await finishSignOn(settings, given)
      if (!finished.ok) throw new Error(finished.problem)
      return isFresh(referenceOf(finished.sessionId))
    }
    const now = Math.floor(Date.now() / 1000)
    expect(await enter(now - 601)).toBe(false)
    expect(await enter(now - 60)).toBe(true)
    expect(await enter(undefined), 'a provider that says nothing is taken at its word').toBe(true)
  })

  it('is not even asked for from a provider that describes itself as another', async () => {
    provider.tell({ issuer: 'https://evil.example' })
    await expect(beginSignOn(settings, '/')).rejects.toThrow()
  })
})
