import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerOf } from '#lib/api/answers.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import type { Desk } from './desk.ts'
import { performOperation } from './perform-operation.ts'
import { readDcvList } from './read-dcv-list.ts'
import { readOrderState } from './read-order-state.ts'
import type { NotSent, Performed } from './receipt.ts'
import { openTestDesk, type TestDesk } from './testing/test-desk.ts'

const hour = 3_600_000
const day = 24 * hour
const order = '10000614'
const domain = 'app.sternwarte-sued.example'
const contact = 'technik@sternwarte-sued.example'
const list = '!GetDCVEmailAddressList'
const send = '!ResendDCVEmail'

describeOnBothStores('an address for domain control, as it is sent', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
  })
  afterEach(() => test.close())

  const fetchList = (of = domain) =>
    readDcvList(test.desk, { actor: test.people.agent, account: test.account.id, order, domain: of })
  const request = (address: string | null, changes: Parameters<TestDesk['request']>[0] = {}) =>
    test.request({
      operation: 'resend-dcv-email',
      order,
      input: address === null ? {} : { dcvEmailAddress: address },
      ...changes,
    })
  const press = (address: string | null, changes = {}, desk: Desk = test.desk) =>
    performOperation(desk, request(address, changes))
  /** What the CA was asked from here on, each by its endpoint. */
  const calls = () => test.simulator.requests().map(({ path }) => path.split('/').at(-1))
  const forget = () => test.simulator.clearRequests()

  it('goes out without another read while its list is younger than 24 hours', async () => {
    await fetchList()
    forget()
    test.advance(day - 60_000)
    expect(await press(contact.toUpperCase())).toMatchObject({ is: 'receipt' })
    expect(calls()).toEqual([send])
  })

  it('has its list read again once when that is older, and goes out when it is still there', async () => {
    await fetchList()
    forget()
    test.advance(day)
    expect(await press(contact)).toMatchObject({ is: 'receipt', receipt: { kind: 'done' } })
    expect(calls()).toEqual([list, send])
  })

  it('does not go out when the new list has it no more, now or at a second press, and the field says what is taken', async () => {
    await fetchList()
    test.simulator.setDomain(domain, { dnsTxt: ['neu@sternwarte-sued.example'] })
    test.advance(day)
    forget()
    for (const stopped of [notSentIn(await press(contact)), notSentIn(await press(contact))]) {
      expect(stopped).toMatchObject({ cause: 'input', errors: [{ field: 'dcvEmailAddress' }] })
      expect(stopped.errors[0]?.message).toContain(domain)
      expect(stopped.errors[0]?.message).toContain('neu@sternwarte-sued.example')
    }
    expect(calls()).toEqual([list])
    test.advance(day)
    test.simulator.setDomain(domain, { dnsTxt: [contact] })
    expect(await press(contact)).toMatchObject({ is: 'receipt' })
  })

  it('does not go out when the new list is empty, and says what to do instead', async () => {
    await fetchList()
    test.simulator.setDomain(domain, { constructed: false })
    test.advance(day)
    expect(notSentIn(await press(contact)).errors[0]?.message).toMatch(/nor any other.*CNAME/)
  })

  it.each(['http-500', 'reset-after', 'html-page', 'unknown-code'] as const)(
    'does not go out when the list cannot be read again: %s',
    async (fault) => {
      await fetchList()
      test.advance(day)
      forget()
      test.simulator.setFault({ fault, endpoint: list, times: 1 })
      const key = crypto.randomUUID()
      const stopped = notSentIn(await press(contact, { key }))
      expect(stopped).toMatchObject({ cause: 'dcv-list', retryAfterSeconds: 60 })
      expect(stopped.explanation).toContain(domain)
      expect(stopped.nextStep).toMatch(/^It is safe to send it again/)
      // Within the minute nothing is asked again; after it the same attempt may go.
      expect(notSentIn(await press(contact, { key })).cause).toBe('dcv-list')
      expect(calls()).toEqual([list])
      test.advance(60_000)
      expect(await press(contact, { key })).toMatchObject({ is: 'receipt', receipt: { kind: 'done' } })
    },
  )

  it('does not go out when nobody listens at the CA, and may be tried again at once', async () => {
    await fetchList()
    test.advance(day)
    const setBaseUrl = (base_url: string) =>
      test.desk.store.db.updateTable('account').set({ base_url }).execute()
    await setBaseUrl('http://127.0.0.1:1/')
    const stopped = await press(contact)
    expect(notSentIn(stopped).cause).toBe('dcv-list')
    expect(answerOf(stopped).status).toBe(502)
    await setBaseUrl(test.account.base_url)
    expect(await press(contact)).toMatchObject({ is: 'receipt' })
  })

  it('does not go out when the login is refused on the way, and the account is held', async () => {
    await fetchList()
    test.advance(day)
    test.simulator.setAnswer({ endpoint: list, raw: '-16\nPermission denied', times: 1 })
    expect(notSentIn(await press(contact)).cause).toBe('dcv-list')
    forget()
    test.advance(hour)
    expect(notSentIn(await press(contact)).cause).toBe('hold')
    expect(calls()).toEqual([])
  })

  it('has no list read when a guard stops it anyway: a duplicate, or too many within a minute', async () => {
    await fetchList()
    test.advance(day - 60_000)
    await press(contact)
    test.advance(2 * 60_000)
    forget()
    expect(notSentIn(await press(contact)).cause).toBe('duplicate')
    const limits = { ...test.desk.limits, duplicateWindow: 0, attemptsPerMinute: 1 }
    await performOperation(test.desk, test.request())
    forget()
    expect(notSentIn(await press(contact, {}, { ...test.desk, limits })).cause).toBe('throttled')
    expect(calls()).toEqual([])
  })

  it('has each list that named it read again, until one still does', async () => {
    const above = 'sternwarte-sued.example'
    for (const name of [domain, above]) test.simulator.setDomain(name, { dnsTxt: [contact] })
    await fetchList(above)
    await fetchList()
    const lists = async () => {
      forget()
      return [await press(contact, { override: true, reason: 'Again.' }), calls()] as const
    }
    test.advance(day)
    test.simulator.setDomain(domain, { dnsTxt: [] })
    expect(await lists()).toMatchObject([{ is: 'receipt' }, [list, list, send]])
    test.advance(day)
    test.simulator.setDomain(above, { dnsTxt: [] })
    const [gone, asked] = await lists()
    expect(notSentIn(gone).errors[0]?.field).toBe('dcvEmailAddress')
    expect(asked).toEqual([list, list])
  })

  it('goes out as it is when it is on no list we have: the CA decides', async () => {
    await press('admin@sternwarte-sued.example')
    await fetchList()
    forget()
    test.advance(day)
    const typed = { order: '10000101' }
    expect(await press('somebody@elsewhere.example', typed)).toMatchObject({ is: 'receipt' })
    expect(calls()).toEqual([send])
  })

  it('has no list read for the address of last time, nor for a repeat of an attempt that was sent', async () => {
    await fetchList()
    test.advance(day - 1000)
    const sent = request(contact)
    await performOperation(test.desk, sent)
    test.advance(hour)
    forget()
    await press(null, { override: true, reason: 'Again.' })
    expect(await performOperation(test.desk, sent)).toMatchObject({
      is: 'receipt',
      receipt: { repeated: true },
    })
    expect(calls()).toEqual([send])
  })

  it('is sent once and its list read once, when it is pressed twice or by two people in the same moment', async () => {
    await fetchList()
    test.advance(day)
    forget()
    test.simulator.setFault({ fault: 'slow', delayMs: 200, endpoint: list })
    const other = await test.secondDesk()
    const key = crypto.randomUUID()
    const all = await Promise.all([
      press(contact, { key }),
      press(contact, { key }),
      press(contact, { actor: test.people.manager }),
      press(contact, { actor: test.people.administrator }, other),
    ])
    expect(calls().toSorted()).toEqual([list, send])
    expect(all.some(({ is }) => is === 'receipt')).toBe(true)
  })

  it('knows its list by the order’s domains, by the domain above or below the address, and not by another customer’s', async () => {
    const state = {
      actor: test.people.agent,
      order,
      accountId: test.account.id,
      reason: null,
      automatic: false,
    }
    await readOrderState(test.desk, state)
    const fetched = (of: string) =>
      readDcvList(test.desk, {
        actor: test.people.agent,
        account: test.account.id,
        order: '10000101',
        domain: of,
      })
    test.simulator.setDomain('other.example', { dnsTxt: ['agency@shared.example'] })
    test.simulator.setDomain(domain, { dnsTxt: ['agency@shared.example'] })
    await fetched('other.example')
    test.advance(day)
    forget()
    const reads = async (address: string, changes = {}) => {
      forget()
      await press(address, { override: true, reason: 'Again.', ...changes })
      return calls().filter((path) => path === list).length
    }
    expect(await reads('agency@shared.example')).toBe(0)
    await fetched(domain)
    test.advance(day)
    expect(await reads('agency@shared.example')).toBe(1)
    test.advance(day)
    const elsewhere = { order: '10000305' }
    expect(await reads('admin@sternwarte-sued.example', elsewhere)).toBe(1)
    test.advance(day)
    expect(await reads(`admin@${domain}`, elsewhere)).toBe(1)
    expect(await reads('admin@under_score.example', elsewhere)).toBe(0)
  })

  it('does not go out when the store does not answer', async () => {
    await fetchList()
    forget()
    await test.hideAttempts()
    expect(notSentIn(await press(contact)).cause).toBe('history')
    expect(calls()).toEqual([])
  })
})

function notSentIn(performed: Performed): NotSent {
  if (performed.is === 'receipt') throw new Error(`sent: ${performed.receipt.title}`)
  return performed.notSent
}
