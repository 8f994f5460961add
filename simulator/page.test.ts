import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from './server.ts'
import { ask, exchange, requestBytes } from './test-support/wire.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const page = async (path = '/') => (await fetch(simulator.url + path)).text()
const submit = (path: string, body: string, origin = simulator.url) =>
  fetch(simulator.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })

test('the page shows what was sent, booked and noted, and says that nothing leaves the machine', async () => {
  await ask(simulator, '!ResendDCVEmail', 'orderNumber=10000301')
  const booking = 'orderNumber=10000101&preferredTimeUTC=2099-01-01+10:00'
  await ask(simulator, '!UpdateUserOvCallback', `action=ManualCallback&${booking}`)
  const text = await page()
  expect(text).toContain('<title>Simulated CA</title>')
  expect(text).toContain('Nothing leaves this machine')
  expect(text).toContain('admin@tante-emma.example')
  expect(text).toContain('2099-01-01 10:00 UTC')
  expect(text).toContain('The customer wants a call by hand')
  for (const order of simulator.orders()) expect(text).toContain(`id="order-${order.orderNumber}"`)
})

test('no password is on the page, however it was sent', async () => {
  const end = '!UpdateUserEvClickThrough'
  const secret = 'canary-7f3a'
  for (const body of [
    `loginName=demo-eu&loginPassword=${secret}&action=ResendEmail&orderNumber=1`,
    `LOGINPASSWORD=${secret}`,
    `loginPasswort=${secret}`,
    `{"loginPassword":"${secret}"}`,
    `password: ${secret}`,
  ]) {
    await exchange(simulator, requestBytes(end, body))
  }
  await exchange(simulator, requestBytes(`${end}?loginPassword=${secret}`, ''))
  const text = (await page()) + (await page('/page/changes'))
  expect(text).not.toContain(secret)
  expect(text).toContain('•••')
})

test('what was received is shown as text, never as markup', async () => {
  const script = encodeURIComponent('<script>alert(1)</script>"\'&')
  await ask(
    simulator,
    '!UpdateUserOvCallback',
    `action=ManualCallback&orderNumber=10000101&preferredTimeUTC=2099-01-01+10:00&comments=${script}`,
  )
  await ask(simulator, '!UpdateUserOvCallback', `action=${script}&orderNumber=${script}`)
  simulator.setOrder('10000101', { story: '<img src=x onerror=alert(1)>' })
  const text = await page()
  expect(text).not.toContain('<script>alert')
  expect(text).not.toContain('<img')
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
})

test('the form of an order sets a fault, once or for good, and takes it away', async () => {
  const dcv = () => ask(simulator, '!ResendDCVEmail', 'orderNumber=10000301')
  expect((await submit('/page/faults', 'orderNumber=10000301&fault=empty&once=on')).status).toBe(303)
  expect([await dcv(), await dcv()]).toEqual(['', 'errorCode=0'])
  await submit('/page/faults', 'orderNumber=10000301&fault=empty')
  expect([await dcv(), await dcv()]).toEqual(['', ''])
  await submit('/page/faults', 'orderNumber=10000301&fault=')
  expect(await dcv()).toBe('errorCode=0')
  expect((await submit('/page/faults', 'orderNumber=10000301&fault=nonsense')).status).toBe(400)
  expect((await submit('/page/faults', 'orderNumber=1&fault=empty')).status).toBe(404)
})

test('the button resets everything, but not for a page of another origin', async () => {
  await ask(simulator, '!ResendDCVEmail', 'orderNumber=10000301')
  expect((await submit('/page/reset', '', 'http://evil.example')).status).toBe(403)
  expect(simulator.outbox()).toHaveLength(1)
  expect((await submit('/page/reset', '')).status).toBe(303)
  expect(simulator.outbox()).toEqual([])
})

test('the page brings its own style and script, and forbids all others', async () => {
  const response = await fetch(simulator.url)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await response.text()).not.toMatch(/style="|<style|<script>|https?:\/\//)
  expect((await fetch(`${simulator.url}/page/page.css`)).headers.get('content-type')).toContain('text/css')
  expect((await fetch(`${simulator.url}/page/refresh.js`)).headers.get('content-type')).toContain(
    'text/javascript',
  )
  expect((await fetch(`${simulator.url}/page/page.ts`)).status).toBe(404)
})
