import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, exchange, invalid, login, missing, refusal, requestBytes } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const details = (rest: string) => ask(simulator, '!GetMDCDomainDetails', rest)

test('a proven domain, exactly as a public client has it in its test', async () => {
  simulator.setOrder('55', {
    account: 'demo-eu',
    product: 'DV SSL',
    domains: ['test.com'],
    dcv: { state: 'completed' },
  })
  expect(await details('orderNumber=55')).toBe(
    'errorCode=0&1_domainName=test.com&1_dcvMethod=EMAIL&1_dcvStatus=Validated',
  )
})

test('every domain of an order has its number, method and status', async () => {
  expect(await details('orderNumber=10000606&responseFormat=1')).toBe(
    'errorCode=0&1_domainName=trzylipy.example&1_dcvMethod=CNAME+CSR+Hash&1_dcvStatus=Validated' +
      '&2_domainName=sklep.trzylipy.example&2_dcvMethod=HTTPS+CSR+Hash&2_dcvStatus=Validated' +
      '&3_domainName=trzylipy-b2b.example&3_dcvMethod=EMAIL&3_dcvStatus=Not+Validated' +
      '&4_domainName=static.trzylipy-b2b.example&4_dcvMethod=HTTP+CSR+Hash&4_dcvStatus=Not+Validated',
  )
  expect(await details('orderNumber=10000601')).toContain('&2_dcvStatus=Awaiting+Brand')
})

test('JSON has rows or numbered keys, since the documents show neither', async () => {
  const reply = await exchange(
    simulator,
    requestBytes('!GetMDCDomainDetails', `${login}&orderNumber=10000605&responseFormat=2`),
  )
  expect(reply.head).toMatch(/content-type: application\/json;charset=UTF-8/i)
  expect(reply.body).toBe(
    '{"errorCode":0,"domains":[{"domainName":"*.windrad-monitoring.example","dcvMethod":"CNAME CSR Hash","dcvStatus":"Not Validated"}]}',
  )
  simulator.setRules({ mdcJsonShape: 'numbered' })
  expect(await details('orderNumber=10000605&responseFormat=2')).toBe(
    '{"errorCode":0,"1_domainName":"*.windrad-monitoring.example","1_dcvMethod":"CNAME CSR Hash","1_dcvStatus":"Not Validated"}',
  )
  expect(await details('orderNumber=1&responseFormat=2')).toBe(
    `{"errorCode":-4,"errorMessage":"The value of the 'orderNumber' argument is invalid!"}`,
  )
})

test('the texts, the address instead of the method, and the details follow the rules', async () => {
  simulator.setRules({
    mdcEmailMethod: 'address',
    mdcStatusTexts: ['open=NOTVALIDATED'],
    mdcStatusNeedsDetails: true,
  })
  expect(await details('orderNumber=10000305')).toBe(
    'errorCode=0&1_domainName=soleemare.example&1_dcvMethod=info%40soleemare.example',
  )
  expect(await details('orderNumber=10000305&showStatusDetails=Y')).toBe(
    'errorCode=0&1_domainName=soleemare.example&1_dcvMethod=info%40soleemare.example' +
      '&1_dcvStatus=NOTVALIDATED&1_dcvStatusDetails=The+e-mail+was+not+answered',
  )
})

test('the order number is needed and an integer, and others are refused as everywhere', async () => {
  expect(await details('')).toBe(missing('orderNumber'))
  expect(await details('orderNumber=1a')).toBe(invalid('orderNumber'))
  expect(await details('orderNumber=10000501')).toBe(invalid('orderNumber'))
  expect(await details('orderNumber=10000306&responseFormat=0')).toBe(invalid('responseFormat'))
  expect(await details('orderNumber=10000306&queryType=0')).toBe(
    refusal(-2, "'queryType' is an unrecognized argument!"),
  )
})

test('an order that no longer awaits validation is answered, or refused by rule', async () => {
  expect(await details('orderNumber=10000608')).toMatch(/^errorCode=0&.*Validated$/)
  simulator.setRules({ mdcClosedOrderCode: -20 })
  expect(await details('orderNumber=10000608')).toMatch(/^errorCode=-20&/)
})

test('faults speak JSON where JSON was asked for', async () => {
  const json = 'orderNumber=10000605&responseFormat=2'
  simulator.setFault({ fault: 'unknown-status', times: 1 })
  expect(JSON.parse(await details(json))).toMatchObject({ domains: [{ dcvStatus: 7 }] })
  simulator.setFault({ fault: 'unknown-code', times: 1 })
  expect(JSON.parse(await details(json))).toMatchObject({ errorCode: -987 })
  simulator.setFault({ fault: 'huge', times: 1 })
  expect(JSON.parse(await details(json))).toMatchObject({ errorCode: 0, filling: expect.any(String) })
  expect(JSON.parse(await details('orderNumber=90000010&responseFormat=2'))).toMatchObject({ errorCode: -20 })
})
