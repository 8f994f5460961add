import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { alwaysCalling, type CallingHours } from '#lib/time/calling-hours.ts'
import { readCallingHours, setCallingHours } from './calling-hours.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const office: CallingHours = {
  zone: 'Europe/Amsterdam',
  days: [1, 2, 3, 4, 5],
  from: '08:30',
  until: '17:00',
}

describeOnBothStores('the calling hours', (openStore) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(openStore)
  })
  afterEach(() => test.close())

  const read = () => readCallingHours(test.desk.store.db)
  const set = (hours: unknown, role: 'administrator' | 'manager' = 'administrator') =>
    setCallingHours(test.desk, { actor: test.people[role], hours })
  const events = async () =>
    (
      await test.desk.store.db
        .selectFrom('event')
        .selectAll()
        .where('kind', '=', 'setting.changed')
        .orderBy('seq')
        .execute()
    ).map((event) => ({ ...event, body: JSON.parse(event.body) as unknown }))

  it('are every day and the whole day until an administrator sets them, for everybody at once', async () => {
    expect(await read()).toEqual(alwaysCalling)
    expect(await set(office)).toEqual({ ok: true, hours: office })
    expect(await read()).toEqual(office)
  })

  it('keep in the history who changed them, what they were and what they are', async () => {
    await set(office)
    const later = { ...office, until: '20:00' }
    await set(later)
    expect(await events()).toMatchObject([
      {
        actor_id: test.people.administrator.id,
        body: { name: 'calling-hours', before: null, after: office },
      },
      { body: { name: 'calling-hours', before: office, after: later } },
    ])
  })

  it('are refused to everybody else, and to an administrator or a token whose access was ended, without a trace', async () => {
    const token = { kind: 'token', id: 'revoked', name: 'A token', role: 'administrator' } as const
    expect(await setCallingHours(test.desk, { actor: token, hours: office })).toMatchObject({ ok: false })
    expect(await set(office, 'manager')).toMatchObject({ ok: false, errors: [{ field: 'hours' }] })
    await test.disable(test.people.administrator)
    expect(await set(office)).toMatchObject({ ok: false, errors: [{ field: 'hours' }] })
    expect(await read()).toEqual(alwaysCalling)
    expect(await events()).toEqual([])
  })

  it('are refused by the field that is wrong, whatever is given', async () => {
    for (const [given, field] of [
      [{ ...office, zone: 'CET' }, 'zone'],
      [{ ...office, days: [] }, 'days'],
      [{ ...office, from: '9' }, 'from'],
      [{ ...office, until: '07:00' }, 'until'],
      ['always', 'hours'],
      [null, 'hours'],
    ] as const) {
      const refused = await set(given)
      expect(refused.ok ? [] : refused.errors.map((error) => error.field)).toContain(field)
    }
    expect(await events()).toEqual([])
  })

  it('write nothing when nothing would change', async () => {
    await set(office)
    expect(await set({ ...office, days: [5, 4, 3, 2, 1] })).toMatchObject({ ok: false })
    expect(await events()).toHaveLength(1)
  })

  it('that were saved in a form that cannot be read count as not set', async () => {
    await test.desk.store.write((tx) =>
      saveSetting(tx, { name: 'calling-hours', value: { zone: 'Gone/City' }, at: 1 }),
    )
    expect(await read()).toEqual(alwaysCalling)
    expect(await set(office)).toMatchObject({ ok: true })
  })
})
