import { beforeEach, expect, it } from 'vitest'
import type { EventActor } from '#lib/store/events.ts'
import type { Store } from '#lib/store/open.ts'
import { markPersonDisabled, replaceRole } from '#lib/store/people.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { addAccount, addTemplate, changeAccount, removeTemplate, setAccountPassword } from './accounts.ts'
import {
  disablePersonById,
  enablePerson,
  endPersonSessions,
  invitePerson,
  requireSecondFactor,
  setPersonRole,
} from './manage-people.ts'
import { addPerson } from './people.ts'
import { endPushAddress, setPushAddress } from './push-addresses.ts'
import { removeSecondFactors, resetPerson } from './reset-person.ts'
import { restrictAccount } from './restrict-account.ts'
import { issueToken, revokeToken } from './tokens.ts'

const password = 'quiet harbour of lanterns'
const program = { kind: 'program', id: 'test', name: 'Test' } as const

describeOnBothStores('what administrators change', (open) => {
  let store: Store
  let admin: EventActor
  let target: string
  beforeEach(async () => {
    store = await open()
    const add = async (email: string, role: 'administrator' | 'agent') => {
      const added = await addPerson({ email, name: 'Somebody', role, password }, program)
      return added.ok ? added.id : ''
    }
    admin = { kind: 'person', id: await add('ada@example.org', 'administrator'), name: 'Ada' }
    await add('second@example.org', 'administrator')
    target = await add('ann@example.org', 'agent')
    await addAccount({ label: 'Main', loginName: 'main', password: 'x' }, program)
    await addTemplate({ account: 'Main', id: 1, name: 'One' }, program)
    await setPushAddress({ account: 'Main' }, program)
    await issueToken({ name: 'old', role: 'agent' }, program)
  })

  /** Each would succeed, in this order, for an administrator. */
  const changes: readonly ((by: EventActor) => Promise<{ ok: boolean }>)[] = [
    (by) => invitePerson({ email: 'new@example.org', name: 'New', role: 'administrator' }, by),
    (by) => resetPerson(target, by),
    (by) => setPersonRole(target, 'administrator', by),
    (by) => requireSecondFactor(target, true, by),
    (by) => endPersonSessions(target, by),
    (by) => disablePersonById(target, by),
    (by) => enablePerson(target, by),
    (by) => issueToken({ name: 'fresh', role: 'manager' }, by),
    (by) => revokeToken('old', by),
    (by) => addAccount({ label: 'Other', loginName: 'other', password: 'x' }, by),
    (by) => changeAccount({ account: 'Main', loginName: 'elsewhere' }, by),
    (by) => setAccountPassword({ account: 'Main', password: 'y' }, by),
    (by) => addTemplate({ account: 'Main', id: 2, name: 'Two' }, by),
    (by) => removeTemplate({ account: 'Main', id: 1 }, by),
    (by) => setPushAddress({ account: 'Main' }, by),
    (by) => endPushAddress({ account: 'Main' }, by),
    (by) => restrictAccount({ account: 'Main', people: [] }, by),
  ]
  const length = async () => (await store.db.selectFrom('event').select('seq').execute()).length

  it('is written for an administrator, and for nobody who is one no longer when it comes to the writing', async () => {
    const before = await length()
    await store.write((tx) => replaceRole(tx, admin.id, 'manager'))
    for (const change of [...changes, (by: EventActor) => removeSecondFactors(target, by)])
      expect(await change(admin)).toMatchObject({ ok: false, errors: [{ field: 'form' }] })
    await store.write(async (tx) => {
      await replaceRole(tx, admin.id, 'administrator')
      await markPersonDisabled(tx, admin.id, 1)
    })
    for (const by of [admin, { ...admin, id: 'made up' }, { ...admin, kind: 'token' } as const])
      for (const change of changes) expect(await change(by)).toMatchObject({ errors: [{ field: 'form' }] })
    expect(await length()).toBe(before)
    await store.write((tx) => tx.updateTable('person').set({ disabled_at: null }).execute())
    for (const change of changes) expect(await change(admin)).toMatchObject({ ok: true })
  })
})
