import { connect } from 'node:net'
import type { Page } from '@playwright/test'
import { cleanEnvironment } from '../scripts/support/clean-environment.ts'
import { startSimulator, type Running } from '../scripts/support/programs.ts'
import { simulatorControl, type SimulatorControl } from '../scripts/support/simulator-control.ts'
import { expectAccessible } from './fixtures/accessibility.ts'
import { addAccount } from './fixtures/accounts.ts'
import { admin, ask } from './fixtures/api-client.ts'
import { harness } from './fixtures/harness.ts'
import { expect, test } from './fixtures/test.ts'
import { timelineOf } from './steps.ts'

/** What the CA reports by itself. A simulated CA of these tests' own reports to the server that all tests share. */

test.describe.configure({ mode: 'default' })

const account = `Reported ${process.pid}`
let running: Running
let ca: SimulatorControl
let address: string

test.beforeAll(async () => {
  running = await startSimulator(cleanEnvironment())
  ca = simulatorControl(running.url)
  await addAccount(account, ca.baseUrl)
  const { dataDir, url } = harness()
  const line = ['account', 'push-address', '--label', account]
  address = (await admin(dataDir, line, '', { PUBLIC_URL: url })).trim()
  await ca.setPush({ account: 'demo-eu', url: address })
})
test.afterAll(() => running.child.stop(5_000))

const open = (page: Page, order: string) => page.goto(`/orders/${order}?${new URLSearchParams({ account })}`)
const stateOf = (page: Page) => page.getByRole('region', { name: 'Where the order stands' })
const lineOf = (page: Page, text: string) => timelineOf(page).getByRole('listitem').filter({ hasText: text })

test('what the CA reports stands in the timeline and in the steps after a reload, newer than what was read', async ({
  signedInAs,
}) => {
  const page = await signedInAs('agent')
  await open(page, '10000101')
  await expect(lineOf(page, 'Order state read by Ann Kowalski')).toBeVisible()
  await expect(stateOf(page)).toContainText('the callback is not done')

  await ca.advance('10000101', 'callback')
  await expect(async () => {
    await page.reload()
    await expect(lineOf(page, 'The CA reported: Phone number verified')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(stateOf(page)).toContainText(
    'The CA reported “Phone number verified”. Whether the callback is done with that is not documented.',
  )

  await ca.setPush({ account: 'demo-eu', url: address, format: 'POST' })
  await ca.advance('10000101', 'issued')
  await expect(async () => {
    await page.reload()
    await expect(lineOf(page, 'The CA reported: Certificate issued')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(stateOf(page)).toContainText('Done: the certificate is issued')
  await expectAccessible(page)
})

test('a report that is in no list is kept raw and moves no step, and a certificate in it is not kept', async ({
  signedInAs,
}) => {
  const report = {
    orderNumber: '10000102',
    eventType: 'SiteLockFreemium',
    status: 'issued',
    statusCode: 6,
    statusDesc: '<b>bold</b>',
    certificate: `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(100)}`,
    plan: 'Größe & more',
  }
  expect(await ca.sendPush(report)).toMatchObject({ answer: { statusCode: 200, bodyText: 'OK' } })
  const page = await signedInAs('viewer')
  await open(page, '10000102')
  const line = lineOf(page, 'in no list that we have: event “SiteLockFreemium”, status “issued” (6)')
  await expect(line).toContainText('“<b>bold</b>”')
  await line.getByText('What was sent').click()
  await expect(line).toContainText('It is kept as it was sent.')
  await expect(line).toContainText('Größe & more')
  await expect(line).toContainText(/\[certificate, \d+ characters\]/)
  await expect(line).not.toContainText('MIIB')
  await expect(stateOf(page)).toContainText('nobody has read this order')
})

test('a wrong address says nothing, and other methods are refused', async () => {
  const { url } = harness()
  const query = '?orderNumber=10000103&eventType=Certificate&status=revoked&statusCode=8'
  for (const key of ['A'.repeat(43), 'x', address.slice(-43).toLowerCase(), `${address.slice(-43)}.json`])
    for (const init of [{}, { method: 'POST', body: query.slice(1) }, { method: 'HEAD' }]) {
      const answer = await ask(`${url}/push/${key}${query}`, init)
      expect([key, init, answer.status, answer.text]).toEqual([key, init, 404, ''])
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const answer = await ask(`${address}${query}`, { method })
    expect([method, answer.status, answer.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, POST'])
  }
  expect(await ask(address, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  expect((await ask(`${url}/push/%ff${query}`)).status).toBe(400)
})

test('what is announced as too large is refused before it is sent', async () => {
  const { hostname, port, pathname } = new URL(address)
  const head = `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: 200000\r\n\r\norderNumber=1`
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(head))
    socket.setTimeout(8_000, () => socket.destroy(new Error('no answer')))
    socket.on('error', reject)
    socket.once('data', (data) => {
      resolve(data.toString('latin1'))
      socket.destroy()
    })
  })
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
})
