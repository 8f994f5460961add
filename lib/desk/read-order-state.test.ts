import { beforeEach, afterEach, expect, it } from 'vitest'
import { catalogue } from '#lib/ca/catalogue.ts'
import { findAccount } from '#lib/store/accounts.ts'
import { findOrderState } from '#lib/store/order-states.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { accountChoice } from './account-choice.ts'
import type { StateQuestion } from './claim-order-state.ts'
import type { Desk } from './desk.ts'
import { orderStateView } from './order-state-view.ts'
import { readOrderState } from './read-order-state.ts'
import { roles, type Actor } from './receipt.ts'
import { openTestDesk, password, type TestDesk } from './testing/test-desk.ts'

const hour = 3_600_000
const unsigned = '10000603'
const unpaid = '10000610'
const halfProven = '10000606'

describeOnBothStores('reading an order’s state', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  const ask = (changes: Partial<StateQuestion> = {}, desk: Desk = test.desk) =>
    readOrderState(desk, {
      actor: test.people.agent,
      order: unsigned,
      accountId: test.account.id,
      reason: null,
      automatic: false,
      ...changes,
    })

  const view = async (order = unsigned, reader: Actor = test.people.agent) => {
    const { store, now } = test.desk
    const account = await findAccount(store.db, test.account.id)
    const row = await findOrderState(store.db, test.account.id, order)
    return orderStateView(row, { reader, account: accountChoice(account ?? test.account), now: now() })
  }
  const collects = () => test.simulator.requests().filter(({ path }) => path.endsWith('CollectSSL')).length
  const eventsOf = (kind: string) =>
    test.desk.store.db.selectFrom('event').selectAll().where('kind', '=', kind).orderBy('seq').execute()

  it('shows the steps with the one that blocks, who read them and when the next read is due', async () => {
    expect((await view()).readAt).toBeNull()
    expect(await ask()).toEqual({ is: 'read' })
    const state = await view()
    expect(state.steps.blocking?.kind).toBe('agreement')
    expect(
      state.steps.operations.filter(({ fits }) => fits === 'yes').map(({ operation }) => operation),
    ).toContain('resend-click-through-email')
    expect(state).toMatchObject({
      readBy: test.people.agent.name,
      failure: null,
      readingBy: null,
      may: 'read',
    })
    expect(state.nextAt).toBeGreaterThan(test.desk.now() + 2.9 * hour)
    expect(state.raw.map(({ title }) => title)).toEqual(['CollectSSL', 'GetMDCDomainDetails'])
  })

  it('asks the CA once in three hours for everybody, on every server', async () => {
    await ask()
    const other = await test.secondDesk()
    expect(await ask({ actor: test.people.manager }, other)).toMatchObject({ is: 'recent' })
    expect(collects()).toBe(1)
    test.advance(3 * hour + 1000)
    expect(await ask()).toEqual({ is: 'read' })
    expect(collects()).toBe(2)
  })

  it('reads earlier for a reason, which is kept as personal, and not twice within a minute', async () => {
    await ask()
    expect(await ask({ reason: 'The customer has just signed.' })).toMatchObject({ is: 'recent' })
    test.advance(61_000)
    expect(await ask({ reason: 'The customer has just signed.' })).toEqual({ is: 'read' })
    const [first, second] = await eventsOf('state.asked')
    expect(JSON.parse(first?.body ?? '')).toMatchObject({ early: false })
    expect(JSON.parse(second?.body ?? '')).toMatchObject({ early: true })
    expect(second?.personal).toContain('just signed')
  })

  it('lets one of many read who ask in the same moment on two servers', async () => {
    const other = await test.secondDesk()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => ask({}, n % 2 === 0 ? test.desk : other)),
    )
    expect(answers.filter(({ is }) => is === 'read')).toHaveLength(1)
    expect(answers.filter(({ is }) => is === 'under-way' || is === 'recent')).toHaveLength(7)
    expect(collects()).toBe(1)
  })

  it('never has two reads of one account under way, whichever server asks about whichever order', async () => {
    const other = await test.secondDesk()
    test.simulator.setFault({ endpoint: 'CollectSSL', fault: 'slow', delayMs: 60, before: true })
    const orders = ['10000101', '10000102', '10000103', '10000201', '10000202', halfProven]
    const answers = await Promise.all(
      orders.map((order, n) => ask({ order }, n % 2 === 0 ? test.desk : other)),
    )
    expect(answers).toEqual(orders.map(() => ({ is: 'read' })))
    expect(test.simulator.reads()).toHaveLength(orders.length)
    expect(test.simulator.readViolations()).toEqual({ concurrent: 0, 'too-soon': 0 })
  })

  it('keeps what was known when a read fails, and says why it failed', async () => {
    await ask()
    const before = await view()
    test.advance(4 * hour)
    test.simulator.setFault({ orderNumber: unsigned, fault: 'html-page' })
    expect(await ask()).toMatchObject({ is: 'failed', failure: { code: null } })
    const after = await view()
    expect(after.steps).toEqual(before.steps)
    expect(after.readAt).toBe(before.readAt)
    expect(after.failure?.title).toMatch(/^Unknown/)
    expect(after.nextAt).toBeGreaterThan(test.desk.now())
  })

  it('does not count a read that never reached the CA', async () => {
    await test.simulator.close()
    expect(await ask()).toMatchObject({ is: 'failed' })
    const state = await view()
    expect(state.nextAt).toBeNull()
    expect(state.failure?.title).toMatch(/^Not (sent|asked|read)/)
  })

  it('tells the state also where the CA tells it by refusing', async () => {
    expect(await ask({ order: unpaid })).toEqual({ is: 'read' })
    const { steps } = (await view(unpaid)).steps
    expect(steps.at(-1)).toMatchObject({ kind: 'issued', rawValue: '-22', blocking: true })
  })

  it('says since when it has seen a step as it is, and forgets that when the step moves', async () => {
    await ask()
    const before = await view()
    test.advance(4 * hour)
    test.simulator.advance(unsigned, 'agreement')
    await ask()
    const after = await view()
    const id = after.steps.steps.find(({ kind }) => kind === 'agreement')?.id ?? ''
    expect(after.since[id]).toBeGreaterThan(before.since[id] ?? 0)
    expect(after.since['organisation']).toBe(before.since['organisation'])
    const [first, read] = await eventsOf('state.read')
    expect(JSON.parse(first?.body ?? '')).toMatchObject({ blocking: 'agreement', changed: [] })
    expect(JSON.parse(read?.body ?? '')).toMatchObject({ changed: expect.arrayContaining(['agreement']) })
  })

  it('keeps the domains that it knew when only they cannot be read', async () => {
    await ask({ order: halfProven })
    test.advance(4 * hour)
    test.simulator.setFault({ endpoint: '!GetMDCDomainDetails', fault: 'http-500' })
    expect(await ask({ order: halfProven })).toEqual({ is: 'read' })
    const state = await view(halfProven)
    expect(state.domainsNote).toMatch(
      /could not be read this time: [^.]+\. What is shown of them was read before\.$/,
    )
    expect(state.steps.steps.filter(({ kind }) => kind === 'domain-control')).toHaveLength(4)
  })

  it('forgets what a domain waited for once the CA says that all are proven, or that the order is over', async () => {
    const controls = async () =>
      (await view(halfProven)).steps.steps
        .filter(({ kind }) => kind === 'domain-control')
        .map(({ state }) => state)
    await ask({ order: halfProven })
    expect(await controls()).toContain('waiting')
    const before = await findOrderState(test.desk.store.db, test.account.id, halfProven)
    test.advance(4 * hour)
    test.simulator.advance(halfProven, 'domains')
    test.simulator.setFault({ endpoint: '!GetMDCDomainDetails', fault: 'http-500' })
    await ask({ order: halfProven })
    expect(await controls()).toEqual(['done'])
    await test.desk.store.db
      .updateTable('order_state')
      .set({ ...before })
      .execute()
    test.advance(4 * hour)
    test.simulator.advance(halfProven, 'issued')
    await ask({ order: halfProven })
    expect(await controls()).not.toContain('waiting')
  })

  it('puts the account on hold when the CA refuses the login, and asks nothing more', async () => {
    test.simulator.setAccount('demo-eu', { locked: true })
    expect(await ask()).toMatchObject({ is: 'failed', failure: { code: -16 } })
    expect((await view()).may).toBe('on-hold')
    expect(await eventsOf('hold.placed')).toHaveLength(1)
    const asked = test.simulator.requests().length
    expect(await ask({ order: '10000101' })).toMatchObject({ is: 'not-read' })
    expect(test.simulator.requests()).toHaveLength(asked)
  })

  it('does not ask for whoever waited for their turn while the read before was refused the login', async () => {
    test.simulator.setAccount('demo-eu', { locked: true })
    test.simulator.setFault({ endpoint: 'CollectSSL', fault: 'slow', delayMs: 500, before: true })
    const other = await test.secondDesk()
    const ends = await Promise.all([ask(), ask({ order: '10000101' }, other)])
    expect(ends.map((end) => end.is)).toEqual(['failed', 'failed'])
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('goes on when a server died in the middle of a read', async () => {
    let isAsking = false
    const read = () => {
      isAsking = true
      return new Promise<never>(() => {})
    }
    void ask({}, { ...test.desk, ca: { ...test.desk.ca, read } })
    // Not before: the account's turn to read is taken after the claim.
    await expect.poll(() => isAsking).toBe(true)
    expect((await view()).readingBy).not.toBeNull()
    expect(await ask()).toMatchObject({ is: 'under-way' })
    test.advance(3 * hour)
    expect((await view()).readingBy).toBeNull()
    expect(await ask()).toEqual({ is: 'read' })
  })

  it.each(roles)(
    'reads for a %s, or says why not, and asks the CA for agents and above only',
    async (role) => {
      const answer = await ask({ actor: test.people[role] })
      expect(answer.is).toBe(role === 'viewer' ? 'not-read' : 'read')
      expect(collects()).toBe(role === 'viewer' ? 0 : 1)
      expect((await view(unsigned, test.people[role])).may).toBe(role === 'viewer' ? 'no-role' : 'read')
    },
  )

  it('asks nothing for a person who was disabled, an order number that is none, or a reason that is too long', async () => {
    await test.disable(test.people.manager)
    expect(await ask({ actor: test.people.manager })).toMatchObject({ is: 'not-read', field: 'form' })
    expect(await ask({ order: 'x'.repeat(200) })).toMatchObject({ is: 'not-read', field: 'form' })
    expect(await ask({ reason: 'x'.repeat(501) })).toMatchObject({ is: 'not-read', field: 'reason' })
    expect(test.simulator.requests()).toEqual([])
  })

  it('asks nothing when the history cannot be written', async () => {
    await test.breakHistory()
    await expect(ask()).rejects.toThrow()
    expect(test.simulator.requests()).toEqual([])
  })

  it('keeps no password, in no row', async () => {
    test.simulator.setAnswer({ rawBase64: Buffer.from(`0\nstatus ${password}`).toString('base64') })
    await ask()
    const states = await test.desk.store.db.selectFrom('order_state').selectAll().execute()
    expect((await test.everythingStored()) + JSON.stringify(states)).not.toContain(password)
  })

  it('names only operations that there are', async () => {
    await ask()
    const { operations } = (await view()).steps
    expect(operations.map(({ operation }) => operation)).toEqual(Object.keys(catalogue))
  })
})
