import { afterEach, beforeEach, expect, it } from 'vitest'
import { findAccount } from '#lib/store/accounts.ts'
import { findDcvList } from '#lib/store/dcv-lists.ts'
import { appendEvent, verifyHistory } from '#lib/store/events.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import type { ListQuestion } from './claim-dcv-list.ts'
import type { DcvListRead, DcvListView } from './dcv-list.ts'
import type { Desk } from './desk.ts'
import { dcvListsOfOrder } from './kept-dcv-list.ts'
import { readDcvList } from './read-dcv-list.ts'
import { readOrderState } from './read-order-state.ts'
import { openTestDesk, password, type TestDesk } from './testing/test-desk.ts'

const minute = 60_000
const hour = 60 * minute
const endpoint = '!GetDCVEmailAddressList'
const domain = 'app.sternwarte-sued.example'

describeOnBothStores('reading the addresses for domain control', (open) => {
  let test: TestDesk
  beforeEach(async () => {
    test = await openTestDesk(open)
    // In 2028 the industry's rules end e-mail, and then no address is usable.
    test.advance(Date.parse('2026-11-21T12:00:00Z') - test.desk.now())
  })
  afterEach(() => test.close())

  const read = (changes: Partial<ListQuestion> = {}, desk: Desk = test.desk) =>
    readDcvList(desk, {
      actor: test.people.agent,
      account: test.account.id,
      order: '10000614',
      domain,
      ...changes,
    })
  const asked = () =>
    test.simulator
      .requests()
      .filter(({ path }) => path.endsWith(endpoint))
      .map(({ bodyText }) => (bodyText.includes('responseFormat=2') ? 'json' : 'text'))
  const events = async () => {
    const rows = await test.desk.store.db
      .selectFrom('event')
      .selectAll()
      .where('kind', 'like', 'dcv-list.%')
      .orderBy('seq')
      .execute()
    return rows.map(({ kind, body, personal, order_number }) => ({
      kind,
      order_number,
      body: JSON.parse(body) as unknown,
      personal,
    }))
  }
  const answer = (raw: string, times = 1) => test.simulator.setAnswer({ endpoint, raw, times })

  it('tells the addresses with their kinds and until when they count, and writes down who read them', async () => {
    const list = listIn(await read(), 'read')
    expect(list.addresses?.map(({ address, kind, usable }) => [address, kind, usable])).toContainEqual([
      'technik@sternwarte-sued.example',
      'dns-txt',
      'usable',
    ])
    expect(list.addresses?.filter(({ kind }) => kind === 'constructed')).toHaveLength(10)
    expect(list.freshUntil).toBe((list.readAt ?? 0) + 24 * hour)
    expect(asked()).toEqual(['json'])
    const [before, event, ...more] = await events()
    expect(more).toEqual([])
    expect(before).toMatchObject({ kind: 'dcv-list.asked', order_number: '10000614', body: { domain } })
    expect(event).toMatchObject({
      kind: 'dcv-list.read',
      order_number: '10000614',
      body: { domain, count: 11, kinds: ['dns-txt', 'constructed'], code: 0 },
    })
    expect(JSON.stringify(event?.body)).not.toContain('@')
    expect(event?.personal).toContain('technik@')
    expect(await verifyHistory(test.desk.store.db)).toMatchObject({ ok: true })
    const row = await findDcvList(test.desk.store.db, test.account.id, domain)
    expect(JSON.stringify([row, event])).not.toContain(password)
  })

  it('asks for one domain once a minute, whoever asks, and answers with what is kept', async () => {
    await read()
    const again = await read({ actor: test.people.manager, domain: ` ${domain.toUpperCase()}. ` })
    expect(again).toMatchObject({ is: 'kept', list: { domain, failure: null } })
    await read({ domain: 'sternwarte-sued.example' })
    expect(asked()).toHaveLength(2)
    test.advance(minute)
    expect((await read()).is).toBe('read')
    expect(asked()).toHaveLength(3)
  })

  it('stops somebody who asks for very many within a minute, whatever else they did since, and nobody else', async () => {
    const desk = { ...test.desk, limits: { ...test.desk.limits, attemptsPerMinute: 2 } }
    const of = (n: number, changes = {}) => read({ domain: `d${n}.example`, ...changes }, desk)
    await of(1)
    await of(2)
    const { agent, manager } = test.people
    await desk.store.write(async (tx) => {
      for (let n = 0; n < 10; n++)
        await appendEvent(tx, { at: desk.now(), kind: 'person.signed-in', actor: agent, body: {} })
    })
    expect(await of(3)).toMatchObject({ is: 'not-read', message: expect.stringMatching(/very many lists/) })
    expect((await of(3, { actor: manager })).is).toBe('read')
    test.advance(minute)
    expect((await of(4)).is).toBe('read')
  })

  it('asks once when two people or two servers ask in the same moment, and both get the list', async () => {
    test.simulator.setFault({ fault: 'slow', delayMs: 200 })
    const other = await test.secondDesk()
    const all = await Promise.all([read(), read({ actor: test.people.manager }), read({}, other)])
    expect(all.map(({ is }) => is).toSorted()).toEqual(['kept', 'kept', 'read'])
    for (const one of all) expect(listOf(one)?.addresses).toHaveLength(11)
    expect(asked()).toHaveLength(1)
  })

  it.each([
    '{"level2_email":["admin@sternwarte-sued.example"]}',
    '{"errorCode":0}',
    '',
    '-2\nUnrecognised argument!',
  ])('asks for text when JSON tells nothing: %j', async (raw) => {
    answer(raw)
    const list = listIn(await read(), 'read')
    expect(asked()).toEqual(['json', 'text'])
    expect(list.addresses?.map(({ address }) => address)).toContain('admin@sternwarte-sued.example')
    expect(list.raw.at(-1)?.title).toBe('As text')
  })

  it('tells that a list is empty, which is an answer and no failure', async () => {
    const list = listIn(await read({ domain: 'geheimnis-verlag.example' }), 'read')
    expect(list).toMatchObject({ addresses: [], failure: null })
    expect(asked()).toEqual(['json', 'text'])
    answer('{"errorCode":0}')
    test.simulator.setAnswer({ endpoint, raw: '<html>', times: 2 })
    answer('{"errorCode":0}')
    test.advance(minute)
    expect(await read({ domain: 'geheimnis-verlag.example' })).toMatchObject({
      is: 'read',
      list: { addresses: [] },
    })
  })

  it.each([
    ['exchange.firma.local', null, -37],
    ['ip.example.org', '-19\nThe domain name may not be an Internet-accessible IP Address!', -19],
    ['new.example.org', '-987\nThis code is in no document', -987],
    ['html.example.org', '<html>Maintenance</html>', null],
  ])('says why there is no list for %s, and keeps none', async (name, raw, code) => {
    if (raw !== null) answer(raw)
    const list = listIn(await read({ domain: name }), 'failed')
    expect(list).toMatchObject({ addresses: null, readAt: null, failure: { code } })
    expect(list.failure?.explanation).toMatch(/\w/)
    expect(asked()).toEqual(['json'])
    expect(await events()).toMatchObject([
      { kind: 'dcv-list.asked', body: { domain: name } },
      { kind: 'dcv-list.not-read', body: { domain: name, code } },
    ])
    expect(await read({ domain: name })).toMatchObject({ is: 'kept', list: { failure: { code } } })
  })

  it('leaves the list from before with its age when a read fails', async () => {
    const first = listIn(await read(), 'read')
    test.advance(2 * hour)
    test.simulator.setFault({ fault: 'http-500', endpoint, times: 1 })
    const list = listIn(await read(), 'failed')
    expect(list).toMatchObject({ readAt: first.readAt, addresses: first.addresses })
    expect(list.failure?.title).toMatch(/^Unknown/)
    test.advance(minute)
    expect(listIn(await read(), 'read').failure).toBeNull()
  })

  it('lets a read that never reached the CA be tried again at once', async () => {
    const base = test.account.base_url
    await setBaseUrl('http://127.0.0.1:1/')
    expect(listIn(await read(), 'failed').failure?.title).toMatch(/^Not sent/)
    await setBaseUrl(base)
    expect((await read()).is).toBe('read')
  })

  it('names what an earlier list had and this one has no more', async () => {
    await read()
    test.simulator.setDomain(domain, { dnsTxt: ['neu@sternwarte-sued.example'] })
    test.advance(hour)
    expect(listIn(await read(), 'read').gone).toEqual(['technik@sternwarte-sued.example'])
    test.simulator.setDomain(domain, { dnsTxt: ['technik@sternwarte-sued.example'] })
    test.advance(hour)
    expect(listIn(await read(), 'read').gone).toEqual(['neu@sternwarte-sued.example'])
  })

  it('marks an address from WHOIS with the rule that ended it, unless it is a fixed name too', async () => {
    test.simulator.setRules({ dcvListWhois: 'listed' })
    test.simulator.setDomain('a.example', { whois: ['owner@elsewhere.example', 'admin@a.example'] })
    const list = listIn(await read({ domain: 'a.example' }), 'read')
    const found = (address: string) => list.addresses?.filter((one) => one.address === address)
    expect(found('owner@elsewhere.example')).toMatchObject([
      { kind: 'whois', usable: 'not-usable', says: expect.stringMatching(/WHOIS any more/) },
    ])
    expect(found('admin@a.example')).toMatchObject([{ kind: 'constructed', usable: 'usable' }])
  })

  it('is not for viewers, nor for what is no domain name, and a name in other letters is asked for in plain ones', async () => {
    expect(await read({ actor: test.people.viewer })).toMatchObject({ is: 'not-read', field: 'form' })
    for (const name of ['', 'localhost', '10.0.0.1', 'a b.example'])
      expect(await read({ domain: name })).toMatchObject({ is: 'not-read', field: 'domain' })
    expect(await read({ account: 'no-such' })).toMatchObject({ is: 'not-read', field: 'form' })
    expect(asked()).toEqual([])
    expect(listIn(await read({ domain: 'Bücher.example' }), 'read').domain).toBe('xn--bcher-kva.example')
  })

  it('holds the account after a refused login and asks no more, leaving the list as it was', async () => {
    await read()
    test.advance(hour)
    answer('{"errorCode":-16}')
    expect(listIn(await read(), 'failed').failure?.code).toBe(-16)
    expect((await findAccount(test.desk.store.db, test.account.id))?.held_at).not.toBeNull()
    test.advance(hour)
    const before = await findDcvList(test.desk.store.db, test.account.id, domain)
    expect(await read()).toMatchObject({ is: 'not-read', message: expect.stringMatching(/on hold/) })
    expect(await findDcvList(test.desk.store.db, test.account.id, domain)).toEqual(before)
    expect(asked()).toHaveLength(2)
  })

  it('shows an order the lists of its domains and those fetched for it, and nobody else’s', async () => {
    const lists = (order: string) =>
      dcvListsOfOrder(test.desk.store.db, test.account.id, order, test.desk.now())
    await read({ order: '10000101' })
    expect(await lists('10000614')).toEqual([])
    expect((await lists('10000101')).map((list) => list.domain)).toEqual([domain])
    await readOrderState(test.desk, {
      actor: test.people.agent,
      order: '10000614',
      accountId: test.account.id,
      reason: null,
      automatic: false,
    })
    expect(await lists('10000614')).toMatchObject([{ domain, ofOrder: { status: 'not-validated' } }])
  })

  it('tells of a read that never ended, and lets the next one begin', async () => {
    await read()
    test.advance(hour)
    await test.desk.store.db.updateTable('dcv_list').set({ tried_at: test.desk.now() }).execute()
    test.advance(3 * minute)
    const [list] = await dcvListsOfOrder(test.desk.store.db, test.account.id, '10000614', test.desk.now())
    expect(list?.failure?.title).toMatch(/has not ended/)
    expect((await read()).is).toBe('read')
  })

  it('asks nobody when the store cannot be written, and says so', async () => {
    await test.breakHistory()
    expect(await read()).toMatchObject({ is: 'not-read', field: 'form' })
    expect(asked()).toEqual([])
  })

  const setBaseUrl = (base_url: string) =>
    test.desk.store.db.updateTable('account').set({ base_url }).where('id', '=', test.account.id).execute()
})

const listOf = (result: DcvListRead): DcvListView | null => (result.is === 'not-read' ? null : result.list)

function listIn(result: DcvListRead, is: DcvListRead['is']): DcvListView {
  const list = listOf(result)
  if (list === null || result.is !== is) throw new Error(`not ${is}: ${JSON.stringify(result)}`)
  return list
}
