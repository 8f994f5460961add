import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import * as route from '../../app/push/[token]/route.ts'
import { setPushAddress } from '#lib/auth/push-addresses.ts'
import { clock } from '#lib/clock.ts'
import { reportsOfOrder } from '#lib/desk/order-reports.ts'
import { openTestDesk } from '#lib/desk/testing/test-desk.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { createPushDoor, type PushDoor } from './receive-push.ts'

const by = { kind: 'program', id: 'test', name: 'A test' } as const
const known = 'eventType=Certificate&status=issued&statusCode=6'

describeOnBothStores('the push door', (open) => {
  async function setUp(limits?: Parameters<typeof createPushDoor>[0]) {
    const it = await openTestDesk(open)
    const set = await setPushAddress({ account: it.account.id }, by)
    if (!set.ok) throw new Error('no address')
    const token = set.address.slice(-43)
    const door = createPushDoor(limits)
    const reports = () => reportsOfOrder(it.desk.store.db, it.account.id, it.order, 200)
    return { ...it, token, door, reports }
  }
  const get = (door: PushDoor, token: string, query: string) =>
    door.byQuery(new Request(`http://desk.example/push/x?${query}`), token)
  const post = (door: PushDoor, token: string, body: BodyInit, headers: Record<string, string> = {}) =>
    door.byBody(new Request('http://desk.example/push/x', posted({ body, headers })), token)

  it('takes what the simulated CA really sends, by GET and by POST, with a certificate and without', async () => {
    const { simulator, token, door, reports, order, close } = await setUp()
    const server = await listen(door)
    const url = `${urlOf(server)}/push/${token}`
    simulator.setPush({ account: 'demo-eu', url })
    simulator.advance(order, 'callback')
    await simulator.pushesSettled()
    simulator.setPush({ account: 'demo-eu', url, format: 'POST' })
    simulator.setOrder(order, { issued: true })
    await simulator.pushesSettled()
    const pem = `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(300)}\n-----END CERTIFICATE-----`
    const parameters = { orderNumber: order, eventType: 'SiteLockFreemium', status: 'x', certificate: pem }
    expect(await simulator.sendPush({ account: 'demo-eu', parameters })).toMatchObject({
      answer: { statusCode: 200, bodyText: 'OK' },
    })
    expect(await reports()).toMatchObject([
      { known: false, raw: [{ name: 'certificate', value: `[certificate, ${pem.length} characters]` }] },
      { kind: 'issued', statusDesc: 'Valid' },
      { kind: 'verified', statusDesc: 'Phone number verified' },
    ])
    expect(simulator.pushLog().map(({ answer }) => answer?.statusCode)).toEqual([200, 200, 200])
    server.close()
    await close()
  })

  it('answers every wrong address alike and with nothing, and keeps nothing of it', async () => {
    const { token, door, desk, order, close } = await setUp()
    const query = `orderNumber=${order}&${known}`
    const wrong = [`${token}x`, token.slice(1), 'A'.repeat(43), '', '../x', token.toLowerCase().slice(0, 43)]
    const answers = await Promise.all(
      wrong.flatMap((one) => [
        get(door, one, query),
        post(door, one, query),
        door.look(new Request('http://desk.example/'), one),
      ]),
    )
    const shapes = await Promise.all(
      answers.map(async (one) => [one.status, await one.text(), JSON.stringify([...one.headers])].join(' ')),
    )
    expect(new Set(shapes)).toEqual(new Set([expect.stringMatching(/^404 {2}.*no-store/)]))
    const events = await desk.store.db.selectFrom('event').select('kind').execute()
    expect(events).toEqual([{ kind: 'account.push-address-set' }])
    await close()
  })

  it('answers OK only after the report is in the history, and 503 when it cannot be', async () => {
    const { token, door, reports, breakHistory, order, close } = await setUp()
    const answer = await get(door, token, `orderNumber=${order}&${known}`)
    expect([answer.status, await answer.text(), answer.headers.get('cache-control')]).toEqual([
      200,
      'OK',
      'no-store',
    ])
    expect(await reports()).toHaveLength(1)
    expect((await get(door, token, `orderNumber=${order}&${known}`)).status).toBe(200)
    expect(await reports()).toHaveLength(1)
    expect((await get(door, token, known)).status).toBe(400)
    await breakHistory()
    const failed = await get(door, token, `orderNumber=${order}&x=1`)
    expect([failed.status, failed.headers.get('retry-after')]).toEqual([503, '60'])
    await close()
  })

  it('stops reading what is too long or too slow', async () => {
    const { token, door, desk, order, close } = await setUp({ perAccount: 100, perStranger: 10, bodyMs: 100 })
    expect((await get(door, token, `orderNumber=${order}&x=${'y'.repeat(17_000)}`)).status).toBe(414)
    let pulled = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(8192).fill(120))
      },
    })
    expect((await post(door, token, endless)).status).toBe(413)
    expect(pulled).toBeLessThan(20)
    const announced = await post(door, token, 'x', { 'content-length': '70000' })
    expect([announced.status, announced.headers.get('connection')]).toEqual([413, 'close'])
    const silent = Readable.toWeb(new Readable({ read() {} })) as ReadableStream<Uint8Array>
    expect((await post(door, token, silent)).status).toBe(408)
    expect(
      await desk.store.db.selectFrom('event').select('seq').where('kind', '=', 'push.received').execute(),
    ).toEqual([])
    await close()
  })

  it('takes only so many a minute of an account, and of strangers without turning the CA away', async () => {
    const { token, door, order, close } = await setUp({ perAccount: 3, perStranger: 2, bodyMs: 1000 })
    const query = `orderNumber=${order}&${known}`
    const strange = () => get(door, 'A'.repeat(43), query)
    const statuses = [await strange(), await strange(), await strange()].map(({ status }) => status)
    expect(statuses).toEqual([404, 404, 429])
    const own: Response[] = []
    for (let at = 0; at < 4; at++) own.push(await get(door, token, query))
    expect(own.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(Number(own.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
    await close()
  })

  it('asks the store nothing more for wrong addresses beyond their number, however fast they come', async () => {
    const { token, door, desk, order, close } = await setUp({ perAccount: 10, perStranger: 2, bodyMs: 1000 })
    const now = vi.spyOn(clock, 'now').mockReturnValue(Date.now())
    const strange = async () => (await get(door, 'A'.repeat(43), `orderNumber=${order}&${known}`)).status
    expect([await strange(), await strange(), await strange()]).toEqual([404, 404, 429])
    await sql`alter table push_address rename to push_address_gone`.execute(desk.store.db)
    expect(new Set(await Promise.all(Array.from({ length: 50 }, strange)))).toEqual(new Set([429]))
    expect((await get(door, token, `orderNumber=${order}&${known}`)).status, 'a right one is looked up').toBe(
      503,
    )
    now.mockRestore()
    await close()
  })

  it('has no other methods, and a HEAD records nothing', async () => {
    const { token, reports, close } = await setUp()
    const params = Promise.resolve({ token })
    const head = await route.HEAD(new Request('http://desk.example/?orderNumber=1', { method: 'HEAD' }), {
      params,
    })
    expect(head.status).toBe(200)
    expect(await reports()).toEqual([])
    for (const method of [route.PUT, route.PATCH, route.DELETE, route.OPTIONS]) {
      const answer = method()
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
    }
    await close()
  })
})

/** A body that is a stream needs `duplex`, which the types do not know. */
const posted = (init: RequestInit): RequestInit =>
  ({ method: 'POST', duplex: 'half', ...init }) as RequestInit

/** Gives requests that came over a socket to the door, as the framework does. */
async function listen(door: PushDoor): Promise<Server> {
  const server = createServer((message, response) => {
    const token = new URL(message.url ?? '', 'http://x').pathname.split('/')[2] ?? ''
    const isPost = message.method === 'POST'
    const request = new Request(`http://desk.example${message.url}`, {
      method: message.method ?? 'GET',
      headers: message.headers as Record<string, string>,
      ...(isPost ? posted({ body: Readable.toWeb(message) as ReadableStream }) : {}),
    })
    void (isPost ? door.byBody(request, token) : door.byQuery(request, token)).then(async (answer) =>
      response.writeHead(answer.status).end(await answer.text()),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
