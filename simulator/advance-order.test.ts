import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const read = (order: string) =>
  ask(simulator, 'download/CollectSSL', `orderNumber=${order}&queryType=0&showExtStatus=Y&responseFormat=1`)
const page = async () => (await fetch(simulator.url)).text()
const press = (orderNumber: string, step: string, origin = simulator.url) =>
  fetch(`${simulator.url}/page/advance`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: `orderNumber=${orderNumber}&step=${step}`,
  })

test('the callback of an EV order waits for the agreement, which a button accepts', async () => {
  const call = () => ask(simulator, '!UpdateUserOvCallback', 'action=sendCallbackEmail&orderNumber=10000603')
  expect(await call()).toMatch(/^errorCode=-20&errorMessage=The\+callback\+cannot\+start/)
  expect((await press('10000603', 'agreement')).status).toBe(303)
  expect(await call()).toMatch(/^errorCode=0&status=1/)
  expect(await read('10000603')).toMatch(/&evClickThroughStatus=1&/)
  await press('10000603', 'callback')
  expect(await read('10000603')).toMatch(/&ovCallBackStatus=1&/)
  await press('10000603', 'issued')
  expect(await read('10000603')).toMatch(/^errorCode=1&/)
})

test('every order of the seed can be moved on to its issue, step by step, unless it is closed', async () => {
  const closed: string[] = []
  for (const { orderNumber, account, smime } of simulator.orders()) {
    if (account === '*' || smime) continue
    const isOpen = (await page()).includes(`data-state="steps-${orderNumber}"><form`)
    if (!isOpen) closed.push(orderNumber)
    else if (simulator.order(orderNumber)?.standing === 'awaiting-payment') {
      simulator.advance(orderNumber, 'payment')
      simulator.advance(orderNumber, 'issued')
    } else simulator.advance(orderNumber, 'issued')
  }
  expect(closed).toEqual(['10000103', '10000204', '10000303', '10000608', '10000609', '10000611'])
})

test('a brand that is cleared and a CAA record that is corrected leave only the issue', async () => {
  simulator.advance('10000601', 'brand')
  expect(await read('10000601')).toMatch(/&dcvStatus=1&.*&brandValStatus=1&.*&validationStatus=Validated$/)
  simulator.advance('10000602', 'caa')
  expect(simulator.order('10000602')?.standing).toBeUndefined()
})

test('the same is done over the control interface; a step that is not open is a 400', async () => {
  const post = (body: object) =>
    fetch(`${simulator.url}/control/advance`, { method: 'POST', body: JSON.stringify(body) })
  expect((await post({ orderNumber: '10000601', step: 'brand' })).status).toBe(200)
  expect((await post({ orderNumber: '10000601', step: 'brand' })).status).toBe(400)
  expect((await post({ orderNumber: '10000601', step: 'dance' })).status).toBe(400)
  expect((await post({ orderNumber: '1', step: 'brand' })).status).toBe(400)
  expect((await press('10000101', 'nonsense')).status).toBe(400)
  expect((await press('1', 'issued')).status).toBe(404)
  expect((await press('10000101', 'callback', 'http://evil.example')).status).toBe(403)
})

test('the page shows reads, pushes, and in its refresh the steps that are left', async () => {
  simulator.setPush({ account: 'demo-eu', url: 'http://127.0.0.1:1/secret-key' })
  await read('10000101')
  await read('10000101')
  simulator.advance('10000101', 'callback')
  await simulator.pushesSettled()
  const text = await page()
  expect(text).toContain('within 3 hours of the last')
  expect(text).toContain('demo-eu at 127.0.0.1:1')
  expect(text).not.toContain('secret-key')
  const changes = (await (await fetch(`${simulator.url}/page/changes`)).json()) as {
    states: Record<string, string>
  }
  expect(changes.states['steps-10000101']).not.toContain('Callback verified')
  expect(changes.states['steps-10000101']).toContain('Issued')
  simulator.clearPush()
})

test('reads and domains are read and changed over the control interface', async () => {
  await read('10000101')
  const control = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${simulator.url}/control/${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return { status: response.status, value: (await response.json()) as Record<string, unknown> }
  }
  expect((await control('GET', 'reads?order=10000101')).value).toEqual({
    reads: simulator.reads(),
    readViolations: { concurrent: 0, 'too-soon': 0 },
  })
  await control('DELETE', 'reads')
  expect(simulator.reads()).toEqual([])
  expect((await control('PUT', 'domains/A.example', { dnsTxt: ['x@y.example'] })).status).toBe(200)
  expect((await control('GET', 'domains')).value['domains']).toMatchObject({
    'a.example': { dnsTxt: ['x@y.example'] },
  })
  expect((await control('PUT', 'domains/a.example', { dnsTxt: 'x' })).status).toBe(400)
  expect((await control('PUT', 'domains/a.example', { surprise: 1 })).status).toBe(400)
  for (const patch of [
    { brand: 'maybe' },
    { issued: 'yes' },
    { standing: 'lost' },
    { domainControl: [{ domain: 'a', method: 'fax', status: 'open' }] },
    { callback: { waitsFor: 'rain' } },
  ]) {
    expect((await control('PATCH', 'orders/10000101', patch)).status).toBe(400)
  }
})
