import { Secret, TOTP } from 'otpauth'
import { beforeEach, expect, it } from 'vitest'
import type { EventActor } from '#lib/store/events.ts'
import type { Store } from '#lib/store/open.ts'
import { findPersonByEmail } from '#lib/store/people.ts'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { addFirstAdministrator, firstRunAddress, isFirstRun } from './first-run.ts'
import {
  disablePersonById,
  enablePerson,
  endPersonSessions,
  invitePerson,
  requireSecondFactor,
  setPersonRole,
} from './manage-people.ts'
import { readLink, useLink } from './one-time-links.ts'
import { factorsOfStep } from './own-step.ts'
import { setPassword } from './people.ts'
import { readSession } from './read-session.ts'
import { removeSecondFactors, resetPerson } from './reset-person.ts'
import { signIn } from './sign-in.ts'
import { beginTotp, confirmTotp } from './totp.ts'

const password = 'quiet harbour of lanterns'
const address = '192.0.2.1'
const first = { email: 'first@example.org', name: 'First', password }

describeOnBothStores('people', (open) => {
  let store: Store
  let admin: EventActor
  beforeEach(async () => {
    store = await open()
  })

  const codeOf = (from: string | null) => new URL(from ?? '').searchParams.get('code') ?? ''
  async function begin(): Promise<void> {
    await addFirstAdministrator({ ...first, code: codeOf(await firstRunAddress()) })
    const row = await findPersonByEmail(store.db, first.email)
    admin = { kind: 'person', id: row?.id ?? '', name: 'First' }
  }
  async function invite(email = 'new@example.org') {
    const invited = await invitePerson({ email, name: 'New', role: 'agent' }, admin)
    if (!invited.ok) throw new Error(JSON.stringify(invited.errors))
    return { id: invited.id, token: tokenOf(invited.link.address) }
  }
  async function withApp(id: string): Promise<void> {
    const begun = await beginTotp({ id, email: 'new@example.org' })
    const secret = Secret.fromBase32(begun.ok ? begun.secret : '')
    expect(
      await confirmTotp(
        { id, email: '' },
        { code: new TOTP({ secret }).generate(), step: null, address },
        admin,
      ),
    ).toMatchObject({
      ok: true,
    })
  }
  const tokenOf = (link: string) => new URL(link).hash.slice(1)
  const enter = (email: string, with_ = password) => signIn({ email, password: with_, address })
  const events = async () => store.db.selectFrom('event').selectAll().orderBy('seq').execute()

  it('begin with one administrator, by the code that the server printed, and then never again', async () => {
    expect(await isFirstRun()).toBe(true)
    const code = codeOf(await firstRunAddress())
    expect(codeOf(await firstRunAddress())).toBe(code)
    expect(await addFirstAdministrator({ ...first, code: 'guessed' })).toMatchObject({ ok: false })
    expect(await addFirstAdministrator({ ...first, code })).toMatchObject({ ok: true })
    expect(await isFirstRun()).toBe(false)
    expect(await firstRunAddress()).toBeNull()
    expect(await addFirstAdministrator({ ...first, email: 'b@example.org', code })).toMatchObject({
      ok: false,
    })
    expect(await enter(first.email)).toMatchObject({ ok: true, person: { role: 'administrator' } })
  })

  it('begin with one administrator when two try in the same moment', async () => {
    const code = codeOf(await firstRunAddress())
    const tries = ['a', 'b', 'c'].map((who) =>
      addFirstAdministrator({ ...first, email: `${who}@example.org`, code }),
    )
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('set their own password by a link, once, and cannot sign in before', async () => {
    await begin()
    const { token } = await invite()
    expect(await enter('new@example.org', 'none')).toMatchObject({ ok: false })
    expect(await readLink(token)).toEqual({ name: 'New', email: 'new@example.org', purpose: 'invitation' })
    expect(await useLink({ token, password: 'short' })).toMatchObject({ ok: false })
    const uses = await Promise.all([useLink({ token, password }), useLink({ token, password })])
    expect(uses.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await readLink(token)).toBeNull()
    expect(await enter('new@example.org')).toMatchObject({ ok: true })
    expect(JSON.stringify(await events())).not.toContain(token)
  })

  it('lose password, sessions and earlier links by a reset, and begin anew by its link', async () => {
    await begin()
    const { id, token } = await invite()
    await useLink({ token, password })
    const signedIn = await enter('new@example.org')
    const older = await resetPerson(id, admin)
    const reset = await resetPerson(id, admin)
    if (!reset.ok || !older.ok || signedIn.ok !== true) throw new Error('not reset')
    expect(await readSession(signedIn.sessionId)).toBeNull()
    expect(await enter('new@example.org')).toMatchObject({ ok: false })
    expect(await useLink({ token: tokenOf(older.link.address), password })).toMatchObject({ ok: false })
    const again = 'another harbour of lamps'
    expect(await useLink({ token: tokenOf(reset.link.address), password: again })).toMatchObject({ ok: true })
    expect(await enter('new@example.org', again)).toMatchObject({ ok: true })
  })

  it('keep their second factors when only the password is lost, and lose them by an act of its own', async () => {
    await begin()
    const { id, token } = await invite()
    await useLink({ token, password })
    await withApp(id)
    const asked = await enter('new@example.org')
    const reset = await resetPerson(id, admin)
    if (!reset.ok || asked.ok !== 'challenge') throw new Error('not reset')
    expect(await factorsOfStep(asked.challenge), 'half-finished sign-ins are over').toBeNull()
    await useLink({ token: tokenOf(reset.link.address), password })
    expect(await enter('new@example.org')).toMatchObject({ ok: 'challenge', purpose: 'second-factor' })
    expect(await removeSecondFactors(id, { ...admin, id })).toMatchObject({ ok: false })
    expect(await removeSecondFactors(id, admin)).toEqual({ ok: true, sessionsEnded: 0 })
    expect(await removeSecondFactors(id, admin)).toMatchObject({ ok: false })
    expect(await enter('new@example.org')).toMatchObject({ ok: true })
    expect((await events()).at(-2)).toMatchObject({ kind: 'person.second-factors-removed' })
  })

  it('do not reset themselves: whoever has an administrator’s session must not get the link to keep it', async () => {
    await begin()
    expect(await resetPerson(admin.id, admin)).toMatchObject({ ok: false })
  })

  it('are signed out when they get a role that demands a second factor which theirs did not', async () => {
    await begin()
    const { id, token } = await invite()
    await useLink({ token, password })
    await store.write((tx) =>
      saveSetting(tx, { name: 'rules', value: { secondFactorRoles: ['administrator'] }, at: 1 }),
    )
    const session = await enter('new@example.org')
    if (session.ok !== true) throw new Error('not signed in')
    expect(await setPersonRole(id, 'manager', admin)).toEqual({ ok: true })
    expect(await readSession(session.sessionId)).toMatchObject({ role: 'manager' })
    expect(await setPersonRole(id, 'administrator', admin)).toEqual({ ok: true })
    expect(await readSession(session.sessionId)).toBeNull()
    expect(await enter('new@example.org')).toMatchObject({ ok: 'challenge', purpose: 'set-up' })
  })

  it('find links and half-finished sign-ins over after the operator gave them another password', async () => {
    await begin()
    const { id, token } = await invite()
    await withApp(id)
    await useLink({ token, password })
    const reset = await resetPerson(id, admin)
    const again = reset.ok ? tokenOf(reset.link.address) : ''
    const program = { kind: 'program', id: 'x', name: 'x' } as const
    expect(await setPassword({ email: 'new@example.org', password }, program)).toMatchObject({ ok: true })
    expect(await readLink(again)).toBeNull()
    const asked = await enter('new@example.org')
    await setPassword({ email: 'new@example.org', password: 'another harbour of lamps' }, program)
    expect(asked.ok === 'challenge' && (await factorsOfStep(asked.challenge))).toBeNull()
  })

  it('are out at once when they are disabled, links included, and back when they are enabled', async () => {
    await begin()
    const { id, token } = await invite()
    await useLink({ token, password })
    const signedIn = await enter('new@example.org')
    expect(await disablePersonById(id, admin)).toMatchObject({ ok: true, sessionsEnded: 1 })
    expect(signedIn.ok === true && (await readSession(signedIn.sessionId))).toBeNull()
    expect(await resetPerson(id, admin)).toMatchObject({ ok: false })
    expect(await enablePerson(id, admin)).toEqual({ ok: true })
    expect(await enter('new@example.org')).toMatchObject({ ok: true })
  })

  it('change nobody’s own access, and keep one administrator', async () => {
    await begin()
    expect(await disablePersonById(admin.id, admin)).toMatchObject({ ok: false })
    expect(await setPersonRole(admin.id, 'viewer', admin)).toMatchObject({ ok: false })
    const program = { kind: 'program', id: 'x', name: 'x' } as const
    expect(await disablePersonById(admin.id, program)).toMatchObject({ ok: false })
    expect(await setPersonRole(admin.id, 'viewer', program)).toMatchObject({ ok: false })
    const { id } = await invite()
    await setPersonRole(id, 'administrator', admin)
    expect(await setPersonRole(admin.id, 'viewer', { kind: 'person', id, name: 'New' })).toEqual({ ok: true })
  })

  it('have to set up a second factor when it is demanded of them, and lose their sessions for it', async () => {
    await begin()
    const { id, token } = await invite()
    await useLink({ token, password })
    const signedIn = await enter('new@example.org')
    await requireSecondFactor(id, true, admin)
    expect(signedIn.ok === true && (await readSession(signedIn.sessionId))).toBeNull()
    expect(await enter('new@example.org')).toMatchObject({ ok: 'challenge', purpose: 'set-up' })
    await requireSecondFactor(id, false, admin)
    expect(await enter('new@example.org')).toMatchObject({ ok: true })
    expect(await endPersonSessions(id, admin)).toEqual({ ok: true, sessionsEnded: 1 })
  })

  it('leave an event for every change, with who did it', async () => {
    await begin()
    const { id } = await invite()
    await setPersonRole(id, 'manager', admin)
    await requireSecondFactor(id, true, admin)
    await endPersonSessions(id, admin)
    await resetPerson(id, admin)
    await disablePersonById(id, admin)
    await enablePerson(id, admin)
    const kinds = (await events()).filter((event) => event.actor_id === admin.id).map(({ kind }) => kind)
    expect(kinds).toEqual([
      'person.invited',
      'person.role-set',
      'person.second-factor-required',
      'person.sessions-ended',
      'person.reset',
      'person.disabled',
      'person.enabled',
    ])
  })
})
