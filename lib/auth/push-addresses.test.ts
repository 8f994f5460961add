import { expect, it } from 'vitest'
import type { EventActor } from '#lib/store/events.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { addAccount } from './accounts.ts'
import { accountOfPushToken, endPushAddress, setPushAddress } from './push-addresses.ts'

const by: EventActor = { kind: 'program', id: 'test', name: 'A test' }

describeOnBothStores('push addresses', (open) => {
  const account = async (label: string) => {
    const added = await addAccount({ label, loginName: 'partner', password: 'secret' }, by)
    if (!added.ok) throw new Error('no account')
    return added.id
  }
  const tokenOf = async (label: string) => {
    const set = await setPushAddress({ account: label }, by)
    if (!set.ok) throw new Error('no address')
    expect(set.address).toMatch(/^http:\/\/localhost:3000\/push\/[\w-]{43}$/)
    return set.address.slice(-43)
  }

  it('lead to their account until they are replaced or ended, and are kept only as a digest', async () => {
    const store = await open()
    const [main, other] = [await account('Main'), await account('Other')]
    const first = await tokenOf('Main')
    const foreign = await tokenOf('Other')
    expect(await accountOfPushToken(first)).toBe(main)
    const second = await tokenOf(main)
    expect(await accountOfPushToken(first)).toBeNull()
    expect(await accountOfPushToken(second)).toBe(main)
    expect(await endPushAddress({ account: 'Main' }, by)).toEqual({ ok: true, label: 'Main' })
    expect(await accountOfPushToken(second)).toBeNull()
    expect(await accountOfPushToken(foreign)).toBe(other)

    const [events, rows] = await Promise.all([
      store.db
        .selectFrom('event')
        .selectAll()
        .where('kind', 'like', 'account.push%')
        .orderBy('seq')
        .execute(),
      store.db.selectFrom('push_address').selectAll().execute(),
    ])
    expect(events.map(({ kind, account_id, body }) => [kind, account_id, body])).toEqual([
      ['account.push-address-set', main, '{"replaced":false}'],
      ['account.push-address-set', other, '{"replaced":false}'],
      ['account.push-address-set', main, '{"replaced":true}'],
      ['account.push-address-ended', main, '{}'],
    ])
    const stored = JSON.stringify([events, rows])
    for (const token of [first, second, foreign]) expect(stored).not.toContain(token)
  })

  it('are neither set for an account that is not there nor ended twice, and nothing else opens them', async () => {
    await open()
    await account('Main')
    expect(await setPushAddress({ account: 'None' }, by)).toMatchObject({ errors: [{ field: 'account' }] })
    expect(await endPushAddress({ account: 'None' }, by)).toMatchObject({ errors: [{ field: 'account' }] })
    expect(await endPushAddress({ account: 'Main' }, by)).toMatchObject({ errors: [{ field: 'account' }] })
    for (const token of ['', 'x', 'A'.repeat(43), 'A'.repeat(44), `${'A'.repeat(42)}\0`, '%00'])
      expect(await accountOfPushToken(token)).toBeNull()
  })
})
