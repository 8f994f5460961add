import { afterEach, beforeEach, expect, it } from 'vitest'
import { saveSetting } from '#lib/store/settings.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { performOperation } from './perform-operation.ts'
import { defaultRules, readRules, saveRules } from './rules.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('the rules', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  const save = (rules: object, actor = test.people.administrator) =>
    saveRules(test.desk, { actor, rules: { ...defaultRules, ...rules } })

  it('are set by administrators alone, and kept with what was before', async () => {
    for (const who of ['viewer', 'agent', 'manager'] as const)
      expect(await save({ secondPerson: true }, test.people[who])).toMatchObject({ ok: false })
    expect(await readRules(test.desk.store.db)).toEqual(defaultRules)
    expect(await save({ secondPerson: true })).toEqual({ ok: true })
    expect((await readRules(test.desk.store.db)).secondPerson).toBe(true)
    const [event] = await test.desk.store.db
      .selectFrom('event')
      .selectAll()
      .where('kind', '=', 'rules.changed')
      .execute()
    expect(JSON.parse(event?.body ?? '')).toEqual({
      before: { secondPerson: false },
      after: { secondPerson: true },
    })
  })

  it('keep what others changed in the same moment', async () => {
    const actor = test.people.administrator
    const parts = [{ secondPerson: true }, { approvalHours: 5 }, { sessionMinutes: 60 }]
    await Promise.all(parts.map((rules) => saveRules(test.desk, { actor, rules })))
    expect(await readRules(test.desk.store.db)).toEqual(Object.assign({}, defaultRules, ...parts))
  })

  it('hold one by one, also when another cannot be read any more', async () => {
    const value = { coolDowns: { 'gone-operation': 5 }, secondPerson: true, newer: 1 }
    await test.desk.store.write((tx) => saveSetting(tx, { name: 'rules', value, at: 0 }))
    expect(await readRules(test.desk.store.db)).toEqual({ ...defaultRules, secondPerson: true })
  })

  it('name the field that is wrong', async () => {
    expect(await save({ approvalHours: 0 })).toMatchObject({ errors: [{ field: 'approvalHours' }] })
    expect(await save({ coolDowns: { 'schedule-callback': -1 } })).toMatchObject({
      errors: [{ field: 'coolDowns.schedule-callback' }],
    })
    expect(await save({ surprise: 1 })).toMatchObject({ ok: false })
    expect(await save({})).toMatchObject({ errors: [{ message: 'Nothing would change.' }] })
  })

  it('give an operation its own cool-down, longer or none', async () => {
    const again = () => performOperation(test.desk, test.request())
    await save({ coolDowns: { 'schedule-callback': 60 } })
    await again()
    test.advance(30 * 60_000)
    expect(await again()).toMatchObject({ notSent: { cause: 'duplicate' } })
    await save({ coolDowns: { 'schedule-callback': 0 } })
    expect(await again()).toMatchObject({ is: 'receipt' })
  })
})
