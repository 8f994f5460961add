import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, exchange, invalid, login, missing, refusal, requestBytes } from './test-support/wire.ts'

const hour = 3_600_000
let now = Date.parse('2026-11-20T12:00:00Z')
let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => new Date(now) })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const collect = (rest: string) => ask(simulator, 'download/CollectSSL', rest)
const status = 'queryType=0&showExtStatus=Y&responseFormat=1'
const read = (order: string) => collect(`orderNumber=${order}&${status}`)
const ev = (value: number) =>
  [
    'evAssumedName',
    'evPhysicalExistence',
    'evOperationalExistence',
    'evSignerApproverRequester',
    'evSignerSecondApproval',
  ]
    .map((name) => `&${name}=${value}`)
    .join('')

test('an OV order whose callback is open, as URL-encoded pairs, to the byte', async () => {
  const reply = await exchange(
    simulator,
    requestBytes('download/CollectSSL', `${login}&orderNumber=10000101&${status}`),
  )
  expect(reply.head).toMatch(/^HTTP\/1\.1 200 OK\r\ncontent-type: application\/x-www-form-urlencoded\r\n/i)
  expect(reply.body).toBe(
    'errorCode=0&csrStatus=1&dcvStatus=1&ovCallBackStatus=0&organizationValidationStatus=1' +
      `&freeDVUPStatus=-1&evClickThroughStatus=-1&brandValStatus=-1&caaStatus=1&maStatus=-1${ev(-1)}` +
      '&certificateStatus=Awaiting+Validation&validationStatus=Awaiting+Validation',
  )
})

test('the same order as lines, which is the default: the code, then bare values', async () => {
  const reply = await exchange(
    simulator,
    requestBytes('download/CollectSSL', `${login}&orderNumber=10000101&queryType=0&showExtStatus=Y`),
  )
  expect(reply.head).toMatch(/content-type: text\/plain/i)
  const values =
    '0\n1\n1\n0\n1\n-1\n-1\n-1\n1\n-1\n-1\n-1\n-1\n-1\n-1\nAwaiting Validation\nAwaiting Validation'
  expect(reply.body).toBe(values)
  simulator.setRules({ collectLines: 'names', extFields: ['dcvStatus', 'ovCallbackStatus'] })
  expect(await collect('orderNumber=10000101&queryType=0&showExtStatus=y')).toBe(
    '0\ndcvStatus=1\novCallbackStatus=0',
  )
})

test('without showExtStatus only the code is said', async () => {
  expect(await collect('orderNumber=10000101&queryType=0&responseFormat=1')).toBe('errorCode=0')
  expect(await collect('orderNumber=10000101&queryType=0')).toBe('0')
})

test.each([
  ['10000601', 'brandValStatus=2', 'dcvStatus=2', 'validationStatus=Awaiting+Brand+Validation'],
  ['10000602', 'caaStatus=0', 'dcvStatus=1', 'certificateStatus=Pre-Sign+Failed'],
  ['10000603', 'evClickThroughStatus=0', 'ovCallBackStatus=0', 'evAssumedName=1'],
  ['10000604', 'organizationValidationStatus=2', 'ovCallBackStatus=0'],
  ['10000605', 'dcvStatus=0', 'ovCallBackStatus=-1', 'organizationValidationStatus=-1'],
  ['10000606', 'dcvStatus=2', 'ovCallBackStatus=1'],
  ['10000106', 'ovCallBackStatus=2'],
  ['10000203', 'organizationValidationStatus=0', 'evClickThroughStatus=0'],
  ['10000612', 'dcvStatus=1', 'caaStatus=1', 'validationStatus=Validated'],
])('order %s shows %s', async (order, ...parts) => {
  const reply = await read(order)
  expect(reply).toMatch(/^errorCode=0&/)
  for (const part of parts) expect(`${reply}&`).toContain(`&${part}&`)
})

test('an issued certificate answers 1, or 2 with the certificate, and has nothing open', async () => {
  const reply = await read('10000608')
  expect(reply).toMatch(/^errorCode=1&/)
  expect(reply).not.toMatch(/Status=[02]/)
  simulator.setOrder('10000101', { issued: true })
  expect(await read('10000101')).toMatch(/^errorCode=1&.*&ovCallBackStatus=1&.*&certificateStatus=Issued&/)
  const attached = await collect('orderNumber=10000608&queryType=1&responseFormat=1')
  expect(attached).toMatch(/^errorCode=2&certificate=-----BEGIN\+CERTIFICATE-----%0A.*&caCertificate=-----/)
})

test.each([
  ['10000609', -20, 'The order has been cancelled at the request of the customer.'],
  ['10000204', -20, 'The order has been cancelled.'],
  ['10000611', -21, 'The certificate has been revoked (keyCompromise).'],
  ['10000610', -22, 'The order is still awaiting payment.'],
  ['10000607', -26, 'The certificate is currently being issued.'],
])('order %s is refused with %i, in both formats', async (order, code, message) => {
  expect(await read(order)).toBe(refusal(code, message).replace('(', '%28').replace(')', '%29'))
  expect(await collect(`orderNumber=${order}&queryType=0`)).toBe(`${code}\n${message}`)
})

test('the signing queue can also answer 0 with every check done, by rule', async () => {
  simulator.setRules({ signingCode: 0 })
  expect(await read('10000607')).toMatch(/^errorCode=0&csrStatus=1&dcvStatus=1&ovCallBackStatus=1&/)
})

test('numbers, spelling, missing and unknown fields follow the rules, or one order alone', async () => {
  simulator.setRules({
    extFields: ['DCVSTATUS', 'ovCallbackStatus', 'csrStatus'],
    extOpen: 3,
    extCompleted: 17,
    extForced: ['newStatus=4', 'csrStatus='],
  })
  expect(await read('10000101')).toBe('errorCode=0&DCVSTATUS=17&ovCallbackStatus=3&newStatus=4')
  simulator.setOrder('10000101', { statusOverrides: ['dcvStatus=99', 'ovCallBackStatus='] })
  expect(await read('10000101')).toBe('errorCode=0&DCVSTATUS=99&newStatus=4')
  simulator.setRules({ partlyProven: 'open', extForced: [], bookedCall: 'open' })
  expect(await read('10000606')).toContain('&DCVSTATUS=3&')
  expect(await read('10000106')).toContain('&ovCallbackStatus=3&')
})

test('an order is found by its certificate or base number as well', async () => {
  expect(await collect(`certificateID=1000000010000101&${status}`)).toMatch(/^errorCode=0&csrStatus=1/)
  expect(await collect(`baseOrderNumber=20000301&${status}`)).toContain('&dcvStatus=0&')
  expect(await collect(`${status}`)).toBe(missing('orderNumber'))
  expect(await collect(`certificateID=123&${status}`)).toBe(invalid('certificateID'))
  expect(await collect(`certificateID=9999999999999999&${status}`)).toBe(invalid('certificateID'))
  expect(await collect(`baseOrderNumber=20000503&${status}`)).toBe(invalid('baseOrderNumber'))
  simulator.setRules({ bothOrderNumbers: 'must-agree' })
  expect(await collect(`orderNumber=10000101&certificateID=1000000010000102&${status}`)).toBe(
    invalid('certificateID'),
  )
})

test('the common refusals are said in the format that was asked for', async () => {
  expect(await collect('orderNumber=10000101&responseFormat=1')).toBe(missing('queryType'))
  expect(await collect('orderNumber=10000101')).toBe("-3\nThe 'queryType' argument is missing!")
  expect(await collect('orderNumber=10000101&queryType=4&responseFormat=1')).toBe(invalid('queryType'))
  expect(await collect(`orderNumber=99&${status}`)).toBe(invalid('orderNumber'))
  expect(await collect(`orderNumber=10000501&${status}`)).toBe(invalid('orderNumber'))
  expect(await collect(`orderNumber=10000101&${status}&action=x`)).toBe(
    refusal(-2, "'action' is an unrecognized argument!"),
  )
  expect(await read('10000307')).toBe(refusal(-91, 'Permission denied'))
})

test('an order that is no TLS certificate is refused, or answered, by rule', async () => {
  expect(await read('10000403')).toBe(invalid('orderNumber'))
  simulator.setRules({ notSslCode: 0 })
  expect(await read('10000403')).toMatch(/^errorCode=0&/)
})

test('the address has no exclamation mark and stands under download/', async () => {
  for (const path of ['CollectSSL', '!CollectSSL', 'download/!CollectSSL']) {
    expect((await exchange(simulator, requestBytes(path, login))).head).toMatch(/ 404 /)
  }
})

test('a second read of an order within three hours is counted, and answered as ever', async () => {
  await read('10000101')
  now += 3 * hour - 1
  expect(await read('10000101')).toMatch(/^errorCode=0&/)
  expect(await collect(`certificateID=1000000010000101&${status}`)).toMatch(/^errorCode=0&/)
  now += 3 * hour
  await read('10000101')
  await read('10000102')
  expect(simulator.reads().map((entry) => entry.violations)).toEqual([[], ['too-soon'], ['too-soon'], [], []])
  expect(simulator.readViolations()).toEqual({ concurrent: 0, 'too-soon': 2 })
})

test('a read that was refused for its login or arguments starts no three hours', async () => {
  await collect('orderNumber=10000101&queryType=9')
  await read('10000101')
  expect(simulator.readViolations()['too-soon']).toBe(0)
})

test('two reads of one account at once are counted; of two accounts they are not', async () => {
  simulator.setFault({ fault: 'slow', delayMs: 300, orderNumber: '10000101' })
  simulator.setFault({ fault: 'slow', delayMs: 300, orderNumber: '10000501' })
  const first = read('10000101')
  const other = exchange(
    simulator,
    requestBytes(
      'download/CollectSSL',
      `loginName=demo-us&loginPassword=demo-us-password&orderNumber=10000501&${status}`,
    ),
  )
  await expect.poll(() => simulator.reads()).toHaveLength(2)
  await read('10000102')
  expect(simulator.readViolations().concurrent).toBe(1)
  expect(simulator.reads().at(-1)).toMatchObject({ orderNumber: '10000102', violations: ['concurrent'] })
  await Promise.all([first, other])
  await read('10000103')
  expect(simulator.readViolations().concurrent).toBe(1)
})

test('where the limit is enforced the answer is -42, and the refused read does not count', async () => {
  simulator.setRules({ enforceReadLimit: true })
  expect(await read('10000101')).toMatch(/^errorCode=0&/)
  const refused = refusal(-42, 'The call limit has been reached. Please try again later.')
  expect(await read('10000101')).toBe(refused)
  now += 3 * hour
  expect(await read('10000101')).toMatch(/^errorCode=0&/)
})

test('faults and forced answers meet reads', async () => {
  simulator.setFault({ fault: 'unknown-status', times: 1 })
  expect(await read('10000101')).toMatch(/^errorCode=0&csrStatus=7&dcvStatus=7&ovCallBackStatus=7&/)
  simulator.setFault({ fault: 'unknown-code', endpoint: 'CollectSSL', times: 1 })
  expect(await read('10000101')).toBe(refusal(-987, 'This code is in no document'))
  expect(await read('90000007')).toMatch(/^<!DOCTYPE html>/)
  simulator.setAnswer({ errorCode: -23, endpoint: 'CollectSSL', times: 1 })
  expect(await read('10000101')).toBe('errorCode=-23')
  simulator.setAnswer({ raw: 'errorCode=0&dcvstatus=5', orderNumber: '10000101', times: 1 })
  expect(await collect(`certificateID=1000000010000101&${status}`)).toBe('errorCode=0&dcvstatus=5')
})

test('domains can be shown with the status', async () => {
  expect(await collect('orderNumber=10000306&queryType=0&showMDCDomainDetails=Y&responseFormat=1')).toBe(
    'errorCode=0&1_domainName=zweibrueder.example&1_dcvMethod=EMAIL&1_dcvStatus=Validated' +
      '&2_domainName=zweibrueder-bikes.example&2_dcvMethod=EMAIL&2_dcvStatus=Not+Validated',
  )
})
