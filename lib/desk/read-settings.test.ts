import { afterEach, beforeEach, expect, it } from 'vitest'
import { addTemplate, setAccountPassword } from '#lib/auth/accounts.ts'
import { disablePersonById, invitePerson, requireSecondFactor } from '#lib/auth/manage-people.ts'
import { setPushAddress } from '#lib/auth/push-addresses.ts'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { issueToken, revokeToken } from '#lib/auth/tokens.ts'
import { insertSession, markSessionEnded } from '#lib/store/sessions.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { saveTotp } from '#lib/store/second-factors.ts'
import { pauseAccount } from './pause-account.ts'
import { readAccountSettings, readAccountsSettings } from './read-settings-accounts.ts'
import { readPeopleSettings, readPersonSettings } from './read-settings-people.ts'
import { readTokensSettings } from './read-settings-tokens.ts'
import { administratorNames, readRulesSettings } from './read-settings.ts'
import type { Actor } from './receipt.ts'
import { defaultRules, saveRules } from './rules.ts'
import { openTestDesk, password, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('what the settings read', (open) => {
  let test: TestDesk
  let admin: Actor
  beforeEach(async () => {
    test = await openTestDesk(open)
    admin = test.people.administrator
  })
  afterEach(() => test.close())

  const everything = (reader: Actor) =>
    Promise.all([
      readPeopleSettings(test.desk, reader, ''),
      readPersonSettings(test.desk, reader, test.people.agent.id),
      readAccountsSettings(test.desk, reader),
      readAccountSettings(test.desk, reader, test.account.id),
      readTokensSettings(test.desk, reader),
      readRulesSettings(test.desk, reader),
    ])
  const people = async (search = '') => {
    const view = await readPeopleSettings(test.desk, admin, search)
    if (view === 'forbidden') throw new Error('forbidden')
    return view
  }
  const personOf = async (id: string) => (await people()).people.find((person) => person.id === id)
  const session = (person: string, ago: number, hash = crypto.randomUUID()) =>
    test.desk.store.write((tx) =>
      insertSession(tx, {
        id_hash: hash,
        person_id: person,
        created_at: test.desk.now() - ago,
        seen_at: test.desk.now() - ago,
        ended_at: null,
        device: 'A browser',
        proved_at: null,
      }),
    )

  it('is for administrators alone: every other role, and a token, reads nothing', async () => {
    const token: Actor = { kind: 'token', id: 'x', name: 'x', role: 'administrator' }
    for (const reader of [test.people.viewer, test.people.agent, test.people.manager, token])
      expect(await everything(reader)).toEqual(Array.from({ length: 6 }, () => 'forbidden'))
    expect(await everything(admin)).not.toContain('forbidden')
    expect(await administratorNames(test.desk)).toEqual(['A test administrator'])
  })

  it('holds no secret, sealed, hashed or plain', async () => {
    const invited = await invitePerson({ email: 'n@example.org', name: 'N', role: 'agent' }, admin)
    const issued = await issueToken({ name: 'A robot', role: 'agent' }, admin)
    const pushed = await setPushAddress({ account: test.account.id }, admin)
    if (!invited.ok || !issued.ok || !pushed.ok) throw new Error('not set up')
    const text = JSON.stringify(await everything(admin))
    const rows = await test.desk.store.db.selectFrom('token').selectAll().execute()
    for (const secret of [
      password,
      test.account.password_sealed,
      invited.link.address.slice(-43),
      issued.token,
      pushed.address.slice(-43),
      ...rows.map(({ token_hash }) => token_hash),
    ])
      expect(text).not.toContain(secret)
  })

  it('says of people who they are, how they sign in and when they were here', async () => {
    const { agent, manager, viewer } = test.people
    await session(agent.id, 60_000)
    await session(agent.id, 40 * 60_000)
    await session(manager.id, 5 * 60_000, 'ended')
    await test.desk.store.write((tx) => markSessionEnded(tx, 'ended', test.desk.now()))
    await test.desk.store.write((tx) =>
      saveTotp(tx, {
        person_id: agent.id,
        secret_sealed: 'x',
        created_at: 1,
        confirmed_at: 2,
        last_step: null,
      }),
    )
    await requireSecondFactor(manager.id, true, admin)
    await disablePersonById(viewer.id, admin)
    const invited = await invitePerson({ email: 'new@example.org', name: 'New', role: 'viewer' }, admin)
    if (!invited.ok) throw new Error('not invited')
    expect(await personOf(agent.id)).toMatchObject({ secondFactor: 'yes', sessions: 1, disabledAt: null })
    expect((await personOf(agent.id))?.lastSeen).toBeGreaterThan(test.desk.now() - 70_000)
    expect(await personOf(manager.id)).toMatchObject({ secondFactor: 'demanded', sessions: 0 })
    expect((await personOf(viewer.id))?.disabledAt).toBeGreaterThan(0)
    expect(await personOf(invited.id)).toMatchObject({
      linkUntil: invited.link.expiresAt,
      hasPassword: false,
      lastSeen: null,
      secondFactor: 'no',
    })
  })

  it('finds people by parts of name, e-mail address and role, in any case', async () => {
    expect((await people('TEST AGENT')).people.map(({ role }) => role)).toEqual(['agent'])
    expect((await people('manager@example')).people).toHaveLength(1)
    expect(await people('nobody')).toEqual({ people: [], total: 4 })
  })

  it('counts the sessions that the shorter limits leave open', async () => {
    await session(test.people.agent.id, 10 * 60_000)
    await session(test.people.agent.id, 2 * 60_000)
    const rules = { ...defaultRules, sessionIdleMinutes: 5 }
    await saveRules(test.desk, { actor: admin, rules })
    expect(await personOf(test.people.agent.id)).toMatchObject({ sessions: 1 })
    expect(await readRulesSettings(test.desk, admin)).toMatchObject({
      rules: { sessionIdleMinutes: 5 },
      server: { coolDown: 15, sessionIdle: 30, session: 480 },
    })
  })

  it('says of one person what guards them, where they are signed in and what they did last', async () => {
    const reader = { ...admin, sessionId: 'mine' }
    await session(admin.id, 60_000, 'mine')
    await session(admin.id, 120_000, 'other')
    await setAccountPassword({ account: test.account.id, password: 'another' }, admin)
    const view = await readPersonSettings(test.desk, reader, admin.id)
    expect(view).toMatchObject({
      isSelf: true,
      isLastAdministrator: true,
      sessions: [{ isThis: true }, { isThis: false }],
      events: [{ words: 'Set the account’s password' }],
    })
    expect(JSON.stringify(view)).not.toContain('"mine"')
    for (const id of ['none', '', 'a\u0000b', '../x'])
      expect(await readPersonSettings(test.desk, admin, id)).toBeNull()
  })

  it('says of an account who entered its password, who may use it, and why it is on hold', async () => {
    const account = test.account.id
    expect(await readAccountSettings(test.desk, admin, account)).toMatchObject({
      passwordSet: null,
      chosen: null,
      pushSince: null,
    })
    await setAccountPassword({ account, password: 'another' }, admin)
    await restrictAccount({ account, people: [test.people.agent.id] }, admin)
    await addTemplate({ account, id: 7, name: 'Welcome' }, admin)
    await setPushAddress({ account }, admin)
    await pauseAccount(test.desk, { actor: admin, account, reason: 'A test' })
    expect(await readAccountSettings(test.desk, admin, account)).toMatchObject({
      account: { restrictedTo: 1, templates: 1, hasPushAddress: true, hold: { attempt: null } },
      passwordSet: { by: 'A test administrator' },
      chosen: [test.people.agent.id],
      templates: [{ id: 7, name: 'Welcome' }],
    })
    for (const id of [test.account.label, 'none', 'a\u0000b'])
      expect(await readAccountSettings(test.desk, admin, id)).toBeNull()
  })

  it('says of tokens what they may and whether they still work, the valid ones first', async () => {
    const scopes = { operations: ['schedule-callback'], accounts: [test.account.id] }
    await issueToken({ name: 'A old one', role: 'agent' }, admin)
    await revokeToken('A old one', admin)
    await issueToken({ name: 'Short', role: 'agent', expiresAt: test.desk.now() + 60_000 }, admin)
    await issueToken({ name: 'Ticket system', role: 'agent', scopes }, admin)
    test.advance(120_000)
    const view = await readTokensSettings(test.desk, admin)
    expect(view).toMatchObject({
      accounts: [{ label: 'Test account' }],
      tokens: [
        {
          name: 'Ticket system',
          operations: ['Schedule a callback'],
          accounts: ['Test account'],
          state: 'valid',
        },
        { name: 'A old one', operations: null, accounts: null, state: 'revoked' },
        { name: 'Short', state: 'expired', usedAt: null },
      ],
    })
  })
})
