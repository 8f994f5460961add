import { expect, it } from 'vitest'
import type { EventActor } from '#lib/store/events.ts'
import { findAccount, liftHold, placeHold } from '#lib/store/accounts.ts'
import {
  deadAfter,
  deadInstances,
  heartbeat,
  registerInstance,
  removeInstance,
} from '#lib/store/instances.ts'
import { isTokenValid } from '#lib/store/tokens.ts'
import { templatesOf } from '#lib/store/templates.ts'
import { describeOnBothStores, useEnv } from '#lib/store/testing.ts'
import { accountCredentials, addAccount, addTemplate, listAccounts, setAccountPassword } from './accounts.ts'
import { atLeast } from './roles.ts'
import { actorOfToken, issueToken, revokeToken } from './tokens.ts'

const by: EventActor = { kind: 'program', id: 'test', name: 'A test' }

describeOnBothStores('tokens', (open) => {
  it('open the door for their machine until they are revoked, and are kept only as a digest', async () => {
    const store = await open()
    const issued = await issueToken({ name: 'Ticket robot', role: 'agent' }, by)
    if (!issued.ok) throw new Error('no token')
    expect(issued.token).toMatch(/^unstuck_[\w-]{43}$/)
    expect(await actorOfToken(`Bearer ${issued.token}`)).toEqual({
      kind: 'token',
      id: issued.id,
      name: 'Ticket robot',
      role: 'agent',
    })
    expect(await actorOfToken(`bearer ${issued.token}`)).not.toBeNull()
    expect(await isTokenValid(store.db, issued.id, Date.now())).toBe(true)
    const row = await store.db.selectFrom('token').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(issued.token.slice(8))
    expect(row.used_at).toBeGreaterThan(0)
    expect(await revokeToken('Ticket robot', by)).toEqual({ ok: true })
    expect(await actorOfToken(`Bearer ${issued.token}`)).toBeNull()
    expect(await isTokenValid(store.db, issued.id, Date.now())).toBe(false)
    expect(await revokeToken('Ticket robot', by)).toMatchObject({ ok: false })
    expect(await issueToken({ name: 'Ticket robot', role: 'agent' }, by)).toMatchObject({ ok: false })
  })

  it('that were never issued, and headers that are none, are nobody', async () => {
    await open()
    const never = `unstuck_${'A'.repeat(43)}`
    for (const header of [
      null,
      '',
      'Bearer',
      `Bearer ${never}`,
      never,
      `Basic ${never}`,
      `Bearer ${never} x`,
    ]) {
      expect(await actorOfToken(header)).toBeNull()
    }
  })
})

describeOnBothStores('accounts', (open, settings) => {
  const wanted = {
    label: 'Main',
    loginName: 'partner',
    password: ' pässword with spaces ',
    baseUrl: 'https://ca.example.org/products/',
  }

  it('keep their password sealed, and give it to nobody but the client', async () => {
    const store = await open()
    expect(await addAccount(wanted, by)).toMatchObject({ ok: true })
    const row = await findAccount(store.db, 'Main')
    if (row === null) throw new Error('no account')
    expect(accountCredentials(row)).toEqual({
      loginName: 'partner',
      loginPassword: wanted.password,
      baseUrl: wanted.baseUrl,
    })
    const events = await store.db.selectFrom('event').selectAll().execute()
    expect(JSON.stringify([row, events, await listAccounts()])).not.toContain('pässword')
    expect(await setAccountPassword({ account: 'Main', password: 'another' }, by)).toMatchObject({
      ok: true,
      isHeld: false,
    })
    const changed = await findAccount(store.db, row.id)
    expect(changed && accountCredentials(changed).loginPassword).toBe('another')
    useEnv({ DATA_DIR: settings().dataDir })
    expect(() => accountCredentials(row)).toThrow('VAULT_KEY')
  })

  it('are refused without a proper label, login, password or address, and twice', async () => {
    await open()
    const refused = async (changes: Partial<typeof wanted>) => await addAccount({ ...wanted, ...changes }, by)
    expect(await refused({ label: '' })).toMatchObject({ errors: [{ field: 'label' }] })
    expect(await refused({ label: crypto.randomUUID() })).toMatchObject({ errors: [{ field: 'label' }] })
    expect(await refused({ loginName: 'a\nb' })).toMatchObject({ errors: [{ field: 'loginName' }] })
    expect(await refused({ password: '' })).toMatchObject({ errors: [{ field: 'password' }] })
    expect(await refused({ baseUrl: 'http://ca.example.org/' })).toMatchObject({
      errors: [{ field: 'baseUrl' }],
    })
    expect(await refused({})).toMatchObject({ ok: true })
    expect(await refused({})).toMatchObject({ errors: [{ field: 'label' }] })
  })

  it('are held once, for the first reason, until lifted', async () => {
    const store = await open()
    const added = await addAccount(wanted, by)
    const id = added.ok ? added.id : ''
    const hold = (reason: string) => store.write((tx) => placeHold(tx, id, { at: 1, reason, attempt: 'a' }))
    expect([await hold('first'), await hold('second')]).toEqual([true, false])
    expect(await findAccount(store.db, id)).toMatchObject({
      held_at: 1,
      hold_reason: 'first',
      hold_attempt: 'a',
    })
    expect(await setAccountPassword({ account: id, password: 'another' }, by)).toMatchObject({ isHeld: true })
    const lift = () => store.write((tx) => liftHold(tx, id))
    expect([await lift(), await lift()]).toEqual([true, false])
  })

  it('have templates with names, which can be renamed', async () => {
    const store = await open()
    const added = await addAccount(wanted, by)
    for (const name of ['Old', 'New'])
      expect(await addTemplate({ account: 'Main', id: 7, name }, by)).toEqual({ ok: true })
    expect(await templatesOf(store.db, added.ok ? added.id : '')).toMatchObject([
      { template_id: 7, name: 'New' },
    ])
    expect(await addTemplate({ account: 'None', id: 7, name: 'x' }, by)).toMatchObject({
      errors: [{ field: 'account' }],
    })
    expect(await addTemplate({ account: 'Main', id: NaN, name: 'x' }, by)).toMatchObject({
      errors: [{ field: 'id' }],
    })
  })
})

describeOnBothStores('servers', (open) => {
  it('are dead when they are off the list or silent for too long', async () => {
    const { db } = await open()
    const row = { host: 'h', pid: 1, started_at: 1000, seen_at: 1000 }
    for (const id of ['alive', 'silent', 'gone']) await registerInstance(db, { ...row, id })
    const later = 1000 + deadAfter + 1
    expect(await heartbeat(db, 'alive', later)).toBe(true)
    await removeInstance(db, 'gone')
    expect(await heartbeat(db, 'gone', later)).toBe(false)
    expect([...(await deadInstances(db, ['alive', 'silent', 'gone', 'gone'], later))].sort()).toEqual([
      'gone',
      'silent',
    ])
    expect([...(await deadInstances(db, [], later))]).toEqual([])
  })

  it('rank roles, and know no others', () => {
    expect(atLeast('manager', 'agent')).toBe(true)
    expect(atLeast('agent', 'manager')).toBe(false)
    expect(atLeast('owner' as never, 'viewer')).toBe(false)
  })
})
