import { afterEach, beforeEach, expect, it } from 'vitest'
import { addTemplate, changeAccount } from '#lib/auth/accounts.ts'
import { invitePerson, requireSecondFactor, setPersonRole } from '#lib/auth/manage-people.ts'
import { restrictAccount } from '#lib/auth/restrict-account.ts'
import { issueToken } from '#lib/auth/tokens.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { readActivityFilter } from './activity-filter.ts'
import { setCallingHours } from './calling-hours.ts'
import { performOperation } from './perform-operation.ts'
import { readActivity } from './read-activity.ts'
import { saveRules } from './rules.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('a line of the activity about the settings', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  const newest = async () => {
    const { lines } = await readActivity(test.people.administrator, readActivityFilter({}))
    return lines[0] && [lines[0].words, lines[0].detail]
  }

  it('says of whom it tells, and what was changed from what to what', async () => {
    const { administrator: admin, agent, viewer } = test.people
    const account = test.account.id
    await setPersonRole(agent.id, 'manager', admin)
    expect(await newest()).toEqual(['Gave a person another role', `${agent.name}: agent → manager`])
    await requireSecondFactor(agent.id, true, admin)
    expect((await newest())?.[1]).toBe(`${agent.name}: no → yes`)
    await invitePerson({ email: 'nina@example.org', name: 'Nina', role: 'viewer' }, admin)
    expect(await newest()).toEqual(['Invited a person', 'Nina: viewer'])

    await changeAccount({ account, label: 'Renamed' }, admin)
    expect((await newest())?.[1]).toBe(`label: ${test.account.label} → Renamed`)
    await restrictAccount({ account, people: [viewer.id] }, admin)
    expect((await newest())?.[1]).toBe(`everybody → ${viewer.name}`)
    await restrictAccount({ account, people: [] }, admin)
    expect((await newest())?.[1]).toBe(`${viewer.name} → nobody`)
    await addTemplate({ account, id: 7, name: 'Hotel chain' }, admin)
    expect((await newest())?.[1]).toBe('Hotel chain')
    await issueToken({ name: 'tickets', role: 'agent' }, admin)
    expect((await newest())?.[1]).toBe('tickets: agent')

    const rules = { coolDowns: { 'resend-dcv-email': 30 }, secondFactorRoles: ['manager'] }
    await saveRules(test.desk, { actor: admin, rules })
    expect(await newest()).toEqual([
      'Changed the rules',
      'roles that need a second factor: none → manager; cool-down in minutes, Resend the domain control e-mail: not set → 30',
    ])
    const hours = { zone: 'Europe/Amsterdam', days: [1, 5], from: '08:30', until: '17:00' }
    await setCallingHours(test.desk, { actor: admin, hours })
    expect((await newest())?.[1]).toBe('not set → Monday and Friday, 08:30 to 17:00 in Amsterdam')
    await setCallingHours(test.desk, { actor: admin, hours: { ...hours, days: [1, 2] } })
    expect(await newest()).toEqual([
      'Changed the calling hours',
      'Monday and Friday, 08:30 to 17:00 in Amsterdam → Monday and Tuesday, 08:30 to 17:00 in Amsterdam',
    ])
  })

  it('repeats nothing that the line says anyway', async () => {
    await performOperation(test.desk, test.request())
    expect((await newest())?.[1]).toBeNull()
  })
})
