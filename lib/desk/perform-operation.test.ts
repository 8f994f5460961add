import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { seal } from '#lib/auth/vault.ts'
import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds } from '#lib/ca/operation.ts'
import { insertAccount } from '#lib/store/accounts.ts'
import { verifyHistory } from '#lib/store/events.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { liftHold } from './lift-hold.ts'
import { performOperation } from './perform-operation.ts'
import type { NotSent, Performed, Receipt } from './receipt.ts'
import { roles } from './receipt.ts'
import { resolveAttempt } from './resolve-attempt.ts'
import { openTestDesk, password, type TestDesk } from './testing/test-desk.ts'

describeOnBothStores('performing an operation', (openStore) => {
  let test: TestDesk

  beforeEach(async () => {
    test = await openTestDesk(openStore)
  })
  afterEach(() => test.close())

  const perform = (changes: Parameters<TestDesk['request']>[0] = {}) =>
    performOperation(test.desk, test.request(changes))

  it('sends once, tells what the CA said, and writes intent before and outcome after', async () => {
    const receipt = receiptIn(await perform())
    expect(receipt).toMatchObject({ kind: 'done', code: 0, status: 1, repeated: false })
    expect(test.simulator.requests()).toHaveLength(1)
    expect(await test.eventKinds()).toEqual(['attempt.intended', 'attempt.settled'])
    expect(await verifyHistory(test.desk.store.db)).toMatchObject({ ok: true })
  })

  it('gives a second arrival of the same key the first receipt and asks the CA once', async () => {
    const request = test.request()
    const first = receiptIn(await performOperation(test.desk, request))
    const second = receiptIn(await performOperation(test.desk, request))
    expect(second).toEqual({ ...first, repeated: true })
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('answers a double click, ten times over, with one receipt and one call', async () => {
    test.simulator.setFault({ fault: 'slow', delayMs: 200 })
    const request = test.request()
    const all = await Promise.all(Array.from({ length: 10 }, () => performOperation(test.desk, request)))
    expect(new Set(all.map((performed) => receiptIn(performed).attempt)).size).toBe(1)
    expect(all.filter((performed) => !receiptIn(performed).repeated)).toHaveLength(1)
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('lets one of two people through who press in the same moment, and tells the other who', async () => {
    test.simulator.setFault({ fault: 'slow', delayMs: 200 })
    const both = await Promise.all([perform(), perform({ actor: test.people.manager })])
    const stopped = both.flatMap((performed) => (performed.is === 'not-sent' ? [performed.notSent] : []))
    expect(stopped).toHaveLength(1)
    expect(stopped[0]).toMatchObject({ cause: 'duplicate', duplicate: { kind: null } })
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('lets one of two servers through on the same store', async () => {
    const other = await test.secondDesk()
    const both = await Promise.all([
      perform(),
      performOperation(other, test.request({ actor: test.people.manager })),
    ])
    expect(both.map((performed) => performed.is).sort()).toEqual(['not-sent', 'receipt'])
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('gives the same key on two servers one call and one receipt', async () => {
    const other = await test.secondDesk()
    test.simulator.setFault({ fault: 'slow', delayMs: 200 })
    const request = test.request()
    const both = await Promise.all([performOperation(test.desk, request), performOperation(other, request)])
    expect(receiptIn(both[0]).attempt).toBe(receiptIn(both[1]).attempt)
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('refuses a key that comes back with other content or from somebody else', async () => {
    const request = test.request()
    await performOperation(test.desk, request)
    const other = { ...request, input: { ...request.input, language: 'de-de' } }
    expect(notSentIn(await performOperation(test.desk, other)).cause).toBe('key-reused')
    const stranger = { ...request, actor: test.people.manager }
    expect(notSentIn(await performOperation(test.desk, stranger)).cause).toBe('key-reused')
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('stops a duplicate with who, when, ticket and outcome', async () => {
    await perform({ ticket: { id: '4711', system: 'zendesk' } })
    expect(notSentIn(await perform({ actor: test.people.manager })).duplicate).toMatchObject({
      actor: test.people.agent.name,
      ticket: { id: '4711', system: 'zendesk' },
      kind: 'done',
    })
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('goes past the duplicate guard with a reason, and not without one', async () => {
    await perform()
    expect(notSentIn(await perform({ override: true })).errors).toMatchObject([{ field: 'reason' }])
    expect(receiptIn(await perform({ override: true, reason: 'The customer deleted it.' })).kind).toBe('done')
    expect(test.simulator.requests()).toHaveLength(2)
  })

  it('lets nobody past one that is still under way, whatever the reason', async () => {
    test.simulator.setFault({ orderNumber: test.order, fault: 'slow', delayMs: 1_000, times: 1 })
    const first = perform()
    await test.untilReceived(1)
    const second = notSentIn(await perform({ override: true, reason: 'The customer is waiting.' }))
    expect(second).toMatchObject({ cause: 'duplicate', duplicate: { kind: null } })
    expect(receiptIn(await first).kind).toBe('done')
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('takes the same number in another account for another order', async () => {
    const id = crypto.randomUUID()
    const other = { ...test.account, id, label: 'Another', password_sealed: seal(password, id) }
    await test.desk.store.write((tx) => insertAccount(tx, other))
    await perform()
    expect(receiptIn(await perform({ account: id })).kind).toBe('done')
    expect(test.simulator.requests()).toHaveLength(2)
  })

  it('lets an operation through again once its cool-down has passed', async () => {
    await perform()
    test.advance(test.desk.limits.duplicateWindow + 1)
    expect(receiptIn(await perform()).kind).toBe('done')
  })

  it('does not count a refused attempt as a duplicate', async () => {
    test.simulator.setAnswer({
      errorCode: -4,
      errorMessage: "The value of the 'language' argument is invalid!",
      times: 1,
    })
    expect(receiptIn(await perform()).kind).toBe('refused')
    expect(receiptIn(await perform()).kind).toBe('done')
  })

  it('counts an unknown attempt as a duplicate, however old, until somebody has found out what it did', async () => {
    test.simulator.setFault({ fault: 'reset-before', times: 1 })
    const { attempt, kind } = receiptIn(await perform())
    expect(kind).toBe('unknown')
    test.advance(10 * test.desk.limits.duplicateWindow)
    expect(notSentIn(await perform()).cause).toBe('duplicate')
    const finding = { finding: 'not-carried-out', note: 'The customer heard nothing.' }
    await resolveAttempt(test.desk, { actor: test.people.agent, attempt, ...finding })
    expect(receiptIn(await perform()).kind).toBe('done')
  })

  it('puts the account on hold after -16, sends nothing more, and goes on when an administrator lifts it', async () => {
    test.simulator.setAnswer({ errorCode: -16, times: 1 })
    expect(receiptIn(await perform()).code).toBe(-16)
    expect(notSentIn(await perform({ order: test.otherOrder })).cause).toBe('hold')
    expect(test.simulator.requests()).toHaveLength(1)

    const lift = (actor: typeof test.people.manager) =>
      liftHold(test.desk, { actor, account: test.account.label, note: 'The password had expired.' })
    expect(await lift(test.people.manager)).toMatchObject({ ok: false })
    expect(await lift(test.people.administrator)).toMatchObject({ ok: true })
    expect(receiptIn(await perform({ order: test.otherOrder })).code).toBe(0)
    expect(await test.eventKinds()).toContain('hold.lifted')
  })

  it('sends at most as many refused logins as calls run together, however many were let through', async () => {
    test.simulator.setAnswer({ errorCode: -16 })
    const orders = Array.from({ length: 12 }, (_, count) => `2000${count}`)
    const all = await Promise.all(orders.map((order) => perform({ order })))
    expect(test.simulator.requests().length).toBeLessThanOrEqual(4)
    expect(all.some((performed) => performed.is === 'receipt' && performed.receipt.code === -16)).toBe(true)
  })

  it('calls a repeat unknown, never "not sent", when the first receipt cannot be read', async () => {
    const request = test.request()
    test.simulator.setFault({ fault: 'slow', delayMs: 2000 })
    const first = performOperation(test.desk, request)
    await test.untilReceived(1)
    const second = performOperation(test.desk, request)
    // Long enough for the second to be let through to its wait, and well before the CA answers the first.
    await sleep(600)
    await test.hideAttempts()
    const repeated = receiptIn(await second)
    expect(repeated).toMatchObject({ kind: 'unknown', repeated: true })
    await first
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('stops an actor who begins more attempts in a minute than allowed, and says how long to wait', async () => {
    const desk = { ...test.desk, limits: { ...test.desk.limits, attemptsPerMinute: 1 } }
    await performOperation(desk, test.request())
    const stopped = notSentIn(await performOperation(desk, test.request({ order: test.otherOrder })))
    expect(stopped.cause).toBe('throttled')
    expect(stopped.retryAfterSeconds).toBeGreaterThan(0)
    expect(test.simulator.requests()).toHaveLength(1)
  })

  it('does not call the CA when the intent cannot be written', async () => {
    await test.breakHistory()
    expect(notSentIn(await perform()).cause).toBe('history')
    expect(test.simulator.requests()).toHaveLength(0)
  })

  it('shows what the CA said even when the outcome cannot be written, and says that it was not kept', async () => {
    test.simulator.setFault({ fault: 'slow', delayMs: 300 })
    const under = perform()
    await test.untilReceived(1)
    await test.breakHistory()
    const receipt = receiptIn(await under)
    expect(receipt.kind).toBe('done')
    expect(receipt.nextStep).toContain('could not be written')
  })

  it('refuses a time in the past and sends nothing', async () => {
    const stopped = notSentIn(await perform({ input: { preferredTimeUTC: '2020-01-01 10:00' } }))
    expect(stopped.errors).toMatchObject([{ field: 'preferredTimeUTC' }])
    expect(test.simulator.requests()).toHaveLength(0)
  })

  it('demands a reason for a change of contact', async () => {
    const input = { phoneNumber: '+49 30 1234567' }
    const ask = (reason: string | null) =>
      perform({ actor: test.people.manager, operation: 'replace-callback-phone', input, reason })
    expect(notSentIn(await ask(null)).errors).toMatchObject([{ field: 'reason' }])
    expect(receiptIn(await ask('The customer moved; confirmed by phone.')).kind).toBe('passed-on')
  })

  it.each(operationIds)(
    'refuses %s to every role below its own, and to a person who was disabled',
    async (operation) => {
      const needed = roles.indexOf(catalogue[operation].role)
      for (const role of roles.slice(0, needed)) {
        expect(notSentIn(await perform({ operation, actor: test.people[role], input: {} })).cause).toBe(
          'forbidden',
        )
      }
      await test.disable(test.people.manager)
      const valid = test.validInput(operation)
      const stopped = notSentIn(
        await perform({ operation, actor: test.people.manager, input: valid, reason: 'Checked.' }),
      )
      expect(stopped.cause).toBe('forbidden')
      expect(test.simulator.requests()).toHaveLength(0)
    },
  )

  it('lets an unknown attempt be resolved once, by its own person or a manager, and keeps what it was', async () => {
    test.simulator.setFault({ fault: 'cut-body', times: 1 })
    const { attempt } = receiptIn(await perform())
    const resolve = (actor: (typeof test.people)['agent'], note = 'The customer has the mail.') =>
      resolveAttempt(test.desk, { actor, attempt, finding: 'carried-out', note })
    expect(await resolve(test.people.viewer)).toMatchObject({ ok: false })
    expect(await resolve(test.people.agent, ' ')).toMatchObject({ ok: false, errors: [{ field: 'note' }] })
    expect(await resolve(test.people.agent)).toMatchObject({ ok: true })
    expect(await resolve(test.people.manager)).toMatchObject({ ok: false })
    expect(await test.eventKinds()).toContain('attempt.resolved')
    expect(await verifyHistory(test.desk.store.db)).toMatchObject({ ok: true })
  })

  it('leaves the CA’s password nowhere but in the request to the CA', async () => {
    test.simulator.setAnswer({ raw: `errorCode=-20&errorMessage=${password} is not liked`, times: 1 })
    const performed = await perform()
    expect(test.simulator.requests()[0]?.bodyText).toContain(password)
    expect(JSON.stringify(performed)).not.toContain(password)
    expect(await test.everythingStored()).not.toContain(password)
  })
})

function receiptIn(performed: Performed): Receipt {
  if (performed.is !== 'receipt') throw new Error(`not sent: ${JSON.stringify(performed.notSent)}`)
  return performed.receipt
}

function notSentIn(performed: Performed): NotSent {
  if (performed.is !== 'not-sent')
    throw new Error(`sent: ${performed.receipt.kind} ${performed.receipt.title}`)
  return performed.notSent
}
