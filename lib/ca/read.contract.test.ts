import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createCaClient } from './client.ts'
import type { CaClient, CaReadCall } from './client.ts'
import type { ReadKind, RequestOf } from './reads/read.ts'

interface Given {
  readonly status?: number
  readonly body?: string | Buffer
  readonly delayMs?: number
}

let given: Given = {}
let requests: { method: string | undefined; path: string | undefined; body: string }[] = []
let [running, most] = [0, 0]
let client: CaClient
let baseUrl = ''

/** A CA that answers what it is told. It counts how many requests are under way. */
const server = createServer((request, response) => {
  let body = ''
  most = Math.max(most, ++running)
  response.on('close', () => running--)
  request.on('data', (chunk) => (body += String(chunk)))
  request.on('end', () => {
    requests.push({ method: request.method, path: request.url, body })
    setTimeout(() => {
      response.writeHead(given.status ?? 200, { location: '/elsewhere' })
      response.end(given.body ?? 'errorCode=0')
    }, given.delayMs ?? 0)
  })
})

const limits = { connectTimeoutMs: 1000, totalTimeoutMs: 4000, perAccountConcurrency: 4 }
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/products/`
  client = createCaClient(limits)
})
afterEach(() => {
  given = {}
  requests = []
  most = 0
  client.allow('eu')
})
afterAll(async () => {
  await client.close()
  server.closeAllConnections()
  server.close()
})

const call = <K extends ReadKind>(read: RequestOf<K>, more: Partial<CaReadCall<K>> = {}): CaReadCall<K> => ({
  accountId: 'eu',
  baseUrl,
  credentials: { loginName: 'demo-eu', loginPassword: 'demo-eu-password' },
  read,
  ...more,
})
const state = { kind: 'collect-ssl', orderNumber: '123' } as const

describe('one read', () => {
  test('goes out as documented, with the credentials first, to the path after the base URL', async () => {
    await client.read(call<'collect-ssl'>(state))
    await client.read(call({ kind: 'get-mdc-domain-details', orderNumber: '123' }))
    await client.read(call({ kind: 'get-dcv-email-address-list', domainName: 'a.example' }))
    expect(requests).toEqual([
      {
        method: 'POST',
        path: '/products/download/CollectSSL',
        body: 'loginName=demo-eu&loginPassword=demo-eu-password&orderNumber=123&queryType=0&showExtStatus=Y&responseFormat=1',
      },
      {
        method: 'POST',
        path: '/products/!GetMDCDomainDetails',
        body: 'loginName=demo-eu&loginPassword=demo-eu-password&orderNumber=123&responseFormat=1',
      },
      {
        method: 'POST',
        path: '/products/!GetDCVEmailAddressList',
        body: 'loginName=demo-eu&loginPassword=demo-eu-password&domainName=a.example&responseFormat=2',
      },
    ])
  })

  test('tells what the CA said, with the raw text beside it', async () => {
    given = { body: 'errorCode=0&dcvStatus=0' }
    const answer = await client.read(call<'collect-ssl'>(state))
    expect(answer).toMatchObject({
      certainty: 'answered',
      reply: { kind: 'collect-ssl', fields: { dcvStatus: { raw: '0', state: 'open' } } },
      outcome: null,
      raw: 'errorCode=0&dcvStatus=0',
      httpStatus: 200,
    })
    expect(answer.durationMs).toBeGreaterThanOrEqual(0)
  })

  test('only HTTP 200 is believed, a refusal with a 4xx too, and nothing is asked twice', async () => {
    const ask = async (status: number, body: string) => {
      given = { status, body }
      const { certainty, reply, outcome } = await client.read(call<'collect-ssl'>(state))
      return [certainty, reply, outcome?.kind, outcome?.code]
    }
    for (const status of [201, 302, 404, 500, 503])
      expect(await ask(status, 'errorCode=1&dcvStatus=1')).toEqual(['unknown', null, 'unknown', 1])
    expect(await ask(403, 'errorCode=-16')).toEqual(['answered', null, 'refused', -16])
    client.allow('eu')
    expect(await ask(500, 'errorCode=-16')).toEqual(['unknown', null, 'unknown', -16])
    client.allow('eu')
    expect(await ask(200, '<html>')).toEqual(['unknown', null, 'unknown', null])
    expect(requests).toHaveLength(8)
  })

  test('what cannot be asked is not sent', async () => {
    const kinds = [
      await client.read(call<'collect-ssl'>({ ...state, orderNumber: '' })),
      await client.read(call<'collect-ssl'>({ ...state, orderNumber: '1 2' })),
      await client.read(call({ kind: 'get-dcv-email-address-list', domainName: 'nonsense' })),
      await client.read(call<'collect-ssl'>(state, { baseUrl: 'http://ca.example/' })),
      await client.read(call<'collect-ssl'>(state, { credentials: { loginName: '', loginPassword: 'x' } })),
      await client.read(call<'collect-ssl'>(state, { baseUrl: 'http://127.0.0.1:1/' })),
    ].map(({ certainty, outcome, raw }) => [certainty, outcome?.kind, raw])
    expect(new Set(kinds.map(String))).toEqual(new Set(['not-sent,not-sent,']))
    expect(requests).toEqual([])
  })

  test('the password is nowhere in an answer, whatever the CA echoes', async () => {
    const loginPassword = 'Kanarie&"9"'
    const echo = encodeURIComponent(loginPassword)
    const read = async (body: string) => {
      given = { body }
      const credentials = { loginName: 'demo-eu', loginPassword }
      const answers = [
        await client.read(call<'collect-ssl'>(state, { credentials })),
        await client.read(call({ kind: 'get-mdc-domain-details', orderNumber: '1' }, { credentials })),
        await client.read(
          call({ kind: 'get-dcv-email-address-list', domainName: 'a.example' }, { credentials }),
        ),
      ]
      expect(JSON.stringify(answers)).not.toMatch(/Kanarie/i)
      expect(JSON.stringify(answers)).toContain('[redacted]')
    }
    await read(
      `errorCode=0&certificateStatus=${echo}&dcvStatus=${echo}&1_domainName=${echo}&1_dcvStatus=${echo}`,
    )
    await read(`errorCode=-4&errorMessage=${echo}`)
    await read(`0\n${loginPassword}\tadmin@a.example\ncertificateStatus=${echo}\n`)
    await read(
      JSON.stringify({ errorCode: 0, [loginPassword]: ['admin@a.example'], domainName: loginPassword }),
    )
  })

  test('an order with hundreds of domains is read whole', async () => {
    const many = Array.from(
      { length: 1500 },
      (_, at) =>
        `${at + 1}_domainName=d${at}.example&${at + 1}_dcvMethod=EMAIL&${at + 1}_dcvStatus=Validated`,
    )
    given = { body: `errorCode=0&${many.join('&')}` }
    const answer = await client.read(
      call<'get-mdc-domain-details'>({ kind: 'get-mdc-domain-details', orderNumber: '1' }),
    )
    expect(answer.reply?.domains).toHaveLength(1500)
    const state2 = await client.read(call<'collect-ssl'>(state))
    expect(state2).toMatchObject({ certainty: 'unknown', reply: null, outcome: { kind: 'unknown' } })
  })
})

describe('several reads', () => {
  test('of one account run one after the other, of another account beside them, and operations are not held up', async () => {
    given = { delayMs: 150 }
    const one = [1, 2, 3].map(() => client.read(call<'collect-ssl'>(state)))
    await vi.waitFor(() => expect(requests).toHaveLength(1))
    await Promise.all(one)
    expect(most).toBe(1)
    await Promise.all([
      client.read(call<'collect-ssl'>(state)),
      client.read(call<'collect-ssl'>(state, { accountId: 'us' })),
      client.ask({
        ...call<'collect-ssl'>(state),
        operation: 'resend-callback-email',
        orderNumber: '1',
        input: {},
      }),
    ])
    expect(most).toBe(3)
  })

  test('a signal ends a waiting read as not sent, and the ones after it go on', async () => {
    given = { delayMs: 150 }
    const stop = new AbortController()
    const first = client.read(call<'collect-ssl'>(state))
    const second = client.read(call<'collect-ssl'>(state, { signal: stop.signal }))
    const third = client.read(call<'collect-ssl'>(state))
    setTimeout(() => stop.abort(), 50)
    const ends = await Promise.all([first, second, third])
    expect(ends.map(({ certainty }) => certainty)).toEqual(['answered', 'not-sent', 'answered'])
    expect(ends[1]?.outcome?.nextStep).toBe('It is safe to ask again.')
    expect(requests).toHaveLength(2)
  })
})
