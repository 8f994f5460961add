import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, exchange, invalid, login, missing, refusal, requestBytes } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const endpoint = '!UpdateUserEvClickThrough'
const good = 'action=ResendEmail&orderNumber=10000201'
const done = 'errorCode=0&status=1&description=Successfully+completed'
const loginRefused = refusal(
  -16,
  'Incorrect login details, account is locked, password has expired or your source IP is blocked.',
)
const post = async (body: string | Buffer) => (await exchange(simulator, requestBytes(endpoint, body))).body

test('the reply of the first three endpoints is declared as URL-encoded, with HTTP 200 for refusals too', async () => {
  for (const name of ['!UpdateUserOvCallback', endpoint, '!ResendDCVEmail']) {
    const { head } = await exchange(simulator, requestBytes(name, ''))
    expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: application\/x-www-form-urlencoded\r\n/i)
  }
})

test('GET is refused with -17', async () => {
  const get = (name: string) =>
    exchange(simulator, `GET /products/${name} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
  expect((await get(endpoint)).body).toBe(refusal(-17, 'Request used GET rather than POST!'))
  expect((await get('!ResendCollectionEmailSMIME')).body).toBe('-17\nRequest used GET rather than POST!')
})

test('a request that is not HTTPS is refused with -1 when HTTPS is demanded', async () => {
  simulator.setRules({ requireHttps: true })
  expect(await ask(simulator, endpoint, good)).toBe(refusal(-1, 'Request was not made over HTTPS!'))
  expect(await ask(simulator, endpoint, good, 'X-Forwarded-Proto: https\r\n')).toBe(done)
})

test('names are matched without regard to case, values with regard to it', async () => {
  expect(
    await post('LOGINNAME=demo-eu&loginpassword=demo-eu-password&Action=ResendEmail&ordernumber=10000201'),
  ).toBe(done)
  expect(await post('loginName=Demo-EU&loginPassword=demo-eu-password&' + good)).toBe(loginRefused)
  expect(await post('loginName=demo-eu&loginPassword=DEMO-eu-password&' + good)).toBe(loginRefused)
})

test('an unknown argument is refused with -2 and named', async () => {
  expect(await ask(simulator, endpoint, `${good}&test=Y`)).toBe(
    refusal(-2, "'test' is an unrecognized argument!"),
  )
})

test('each missing required argument is refused with -3, in the order of the table', async () => {
  expect(await post('')).toBe(missing('loginName'))
  expect(await post('loginName=demo-eu')).toBe(missing('loginPassword'))
  expect(await post(login)).toBe(missing('action'))
  expect(await post(`${login}&action=ResendEmail`)).toBe(missing('orderNumber'))
  expect(await post(`${login}&action=ResendEmail&orderNumber=`)).toBe(missing('orderNumber'))
})

test('a login name or password beyond its length is invalid', async () => {
  expect(await post(`loginName=${'a'.repeat(65)}&loginPassword=x&${good}`)).toBe(invalid('loginName'))
  expect(await post(`loginName=a&loginPassword=${'x'.repeat(129)}&${good}`)).toBe(invalid('loginPassword'))
})

test('wrong passwords are counted and lock the account, which then refuses the right one too', async () => {
  for (let i = 1; i <= 4; i++) await post(`loginName=demo-eu&loginPassword=wrong&${good}`)
  expect(await ask(simulator, endpoint, good)).toBe(done)
  for (let i = 1; i <= 5; i++) {
    expect(await post(`loginName=demo-eu&loginPassword=wrong&${good}`)).toBe(loginRefused)
  }
  expect(await ask(simulator, endpoint, good)).toBe(loginRefused)
  expect(simulator.accounts()).toMatchObject([{ locked: true, failedLogins: 5 }, { locked: false }])
  simulator.setAccount('demo-eu', { locked: false, failedLogins: 0 })
  expect(await ask(simulator, endpoint, good)).toBe(done)
})

test('an account can be denied an endpoint or everything, with a code of its own', async () => {
  simulator.setAccount('demo-eu', { deniedEndpoints: [endpoint] })
  expect(await ask(simulator, endpoint, good)).toBe(refusal(-91, 'Permission denied'))
  expect(await ask(simulator, '!ResendDCVEmail', 'orderNumber=10000301')).toBe('errorCode=0')
  simulator.setAccount('demo-eu', { deniedEndpoints: ['*'], deniedCode: -90 })
  expect(await ask(simulator, '!ResendDCVEmail', 'orderNumber=10000301')).toBe(
    refusal(-90, 'Permission denied'),
  )
})

test('an unknown order and an order of another account are refused alike, unless the rules tell them apart', async () => {
  const other = 'action=ResendEmail&orderNumber=10000502'
  const unknown = 'action=ResendEmail&orderNumber=42'
  expect(await ask(simulator, endpoint, other)).toBe(invalid('orderNumber'))
  expect(await ask(simulator, endpoint, unknown)).toBe(invalid('orderNumber'))
  simulator.setRules({ otherAccountCode: -91, unknownOrderCode: -20 })
  expect(await ask(simulator, endpoint, other)).toMatch(/^errorCode=-91&/)
  expect(await ask(simulator, endpoint, unknown)).toMatch(/^errorCode=-20&/)
})

test('login is checked before the other values, or after them by rule', async () => {
  const body = `loginName=demo-eu&loginPassword=wrong&action=nonsense&orderNumber=10000201`
  expect(await post(body)).toBe(loginRefused)
  simulator.setRules({ loginFirst: false })
  expect(await post(body)).toBe(invalid('action'))
  expect(simulator.accounts()[0]?.failedLogins).toBe(1)
})

test('a repeated argument counts by its first value, its last, or not at all, by rule', async () => {
  const twice = `${good}&orderNumber=42`
  expect(await ask(simulator, endpoint, twice)).toBe(done)
  simulator.setRules({ repeatedArgument: 'last' })
  expect(await ask(simulator, endpoint, twice)).toBe(invalid('orderNumber'))
  simulator.setRules({ repeatedArgument: 'invalid' })
  expect(await ask(simulator, endpoint, `${good}&orderNumber=10000201`)).toBe(invalid('orderNumber'))
})

test('broken percent-encoding is -4 in a value and -2 in a name', async () => {
  expect(await ask(simulator, endpoint, 'action=ResendEmail&orderNumber=1%ZZ')).toBe(invalid('orderNumber'))
  expect(await ask(simulator, endpoint, 'action=ResendEmail&orderNumber=10000201%')).toBe(
    invalid('orderNumber'),
  )
  expect(await ask(simulator, endpoint, 'action=Resend%FFEmail&orderNumber=10000201')).toBe(invalid('action'))
  expect(await ask(simulator, endpoint, `${good}&na%GGme=1`)).toMatch(/^errorCode=-2&/)
})

test('no body, however strange, stops the simulator', async () => {
  const bodies = [
    '&&&',
    '=',
    '=&=',
    '%',
    'a',
    '\0\xff\xfe',
    '{"loginName":"demo-eu"}',
    '__proto__=1',
    'x'.repeat(9),
  ]
  for (const body of bodies) expect(await post(Buffer.from(body, 'latin1'))).toMatch(/^errorCode=-[23]&/)
  expect(await ask(simulator, endpoint, good)).toBe(done)
})

test('arguments in the address are ignored, and read by rule', async () => {
  const send = () => exchange(simulator, requestBytes(`${endpoint}?${login}`, good))
  expect((await send()).body).toBe(missing('loginName'))
  simulator.setRules({ queryArguments: 'read' })
  expect((await send()).body).toBe(done)
})

test('a body beyond 1 MiB is answered with 413', async () => {
  const reply = await exchange(simulator, requestBytes(endpoint, 'a'.repeat(1024 * 1024 + 1)))
  expect(reply.head).toMatch(/^HTTP\/1\.1 413 /)
  expect(await ask(simulator, endpoint, good)).toBe(done)
})

test('a request that breaks off carries nothing out and stops nothing', async () => {
  const whole = requestBytes(endpoint, `${login}&${good}`)
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1', () => {
      socket.write(whole.subarray(0, whole.length - 2), () => {
        setTimeout(() => socket.destroy(), 50)
      })
    })
    socket.on('close', () => setTimeout(resolve, 100))
  })
  expect(simulator.outbox()).toEqual([])
  expect(simulator.requests()).toMatchObject([{ aborted: true, answer: null }])
  expect(await ask(simulator, endpoint, good)).toBe(done)
})

test('a connection is kept for the next request', async () => {
  const one = requestBytes(endpoint, `${login}&${good}`)
    .toString('latin1')
    .replace('Connection: close\r\n', '')
  const { all, end } = await exchange(simulator, one + one, 400)
  expect(all.split(done)).toHaveLength(3)
  expect(end).toBe('still-open')
})

test('another address under /products/ is 404, and written down', async () => {
  const reply = await exchange(simulator, requestBytes('!NoSuchEndpoint', login))
  expect(reply.head).toMatch(/^HTTP\/1\.1 404 /)
  expect(simulator.requests()).toMatchObject([{ kind: 'other', path: '/products/!NoSuchEndpoint' }])
})

test('a request is written down byte for byte, with its answer', async () => {
  const body = Buffer.from(`${login}&${good}&x=%ff\xe9\0`, 'latin1')
  await post(body)
  const [request] = simulator.requests()
  expect(Buffer.from(request?.bodyBase64 ?? '', 'base64')).toEqual(body)
  expect(request).toMatchObject({
    kind: 'partner',
    method: 'POST',
    path: `/products/${endpoint}`,
    endpoint,
    action: 'ResendEmail',
    orderNumber: '10000201',
    loginName: 'demo-eu',
  })
  expect(request?.headers).toContainEqual(['Content-Type', 'application/x-www-form-urlencoded'])
  expect(request?.answer?.bodyText).toMatch(/^errorCode=-2&/)
})
