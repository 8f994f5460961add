import { samplePerson, samplePeople, type SampleRole } from '../scripts/support/sample-people.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { callAction, cookieOf, type RawCall } from './fixtures/raw-actions.ts'
import { plain } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'

/** Who is let in, and what each may: asked as an attacker asks, by calling the server actions without their pages. */

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer({ env: { TRUSTED_PROXIES: '1' } })
})
test.afterAll(() => own.stop())

const callFor = (order: string, operation: string = plain.operation) => ({
  operation,
  order,
  account: 'Demo EU',
  key: crypto.randomUUID(),
  ticket: '',
  ticketSystem: '',
  input: {},
  reason: 'asked by the customer',
  override: false,
})

test('an action from another origin, from none or from a GET does nothing; from here it does', async ({
  stateOf,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const cookie = cookieOf(await stateOf('agent', own.url))
  const call = {
    server: own.url,
    path: `/orders/${order}/${plain.operation}`,
    action: 'performOperationAction',
    cookie,
  }
  const forged: Partial<RawCall>[] = [
    { origin: 'null' },
    { origin: null },
    { origin: 'https://evil.example' },
    { origin: `${own.url}.evil.example` },
    { origin: 'http://localhost:1' },
    { origin: 'https://evil.example', headers: { 'x-forwarded-host': 'evil.example' } },
    { headers: { 'sec-fetch-site': 'cross-site' } },
    { headers: { 'sec-fetch-site': 'same-site' } },
    { headers: { 'sec-fetch-site': 'none' } },
    { method: 'GET' },
  ]
  for (const how of forged) {
    const answer = await callAction({ ...call, ...how, args: [callFor(order)] })
    expect(answer.text, JSON.stringify(how)).not.toContain('"is":"receipt"')
  }
  expect(await simulator.requests(order)).toEqual([])
  expect((await callAction({ ...call, args: [callFor(order)] })).text).toContain('"is":"receipt"')
  expect(await simulator.requests(order)).toHaveLength(1)
})

test('an operation, a resolution and the lifting of a hold say to nobody and to each role that may not why they do nothing', async ({
  stateOf,
  freshOrder,
  simulator,
}) => {
  const order = await freshOrder()
  const unknown = await freshOrder()
  await simulator.setFault({ orderNumber: unknown, fault: 'empty' })
  const path = `/orders/${order}/${plain.operation}`
  const as = async (role: SampleRole | null) =>
    role === null ? undefined : cookieOf(await stateOf(role, own.url))
  const perform = async (role: SampleRole | null, target = order, operation: string = plain.operation) =>
    (
      await callAction({
        server: own.url,
        path,
        action: 'performOperationAction',
        cookie: await as(role),
        args: [callFor(target, operation)],
      })
    ).text
  expect(await perform(null)).toContain('"cause":"signed-out"')
  expect(await perform('viewer')).toContain('"cause":"forbidden"')
  for (const operation of [
    'replace-callback-phone',
    'switch-callback-to-email',
    'replace-click-through-email',
  ])
    expect(await perform('agent', order, operation)).toContain('"cause":"forbidden"')
  for (const args of [
    [],
    [null],
    [{}],
    [{ ...callFor(order), surprise: 1 }],
    ['$undefined'],
    [[callFor(order)]],
  ]) {
    const answer = await callAction({
      server: own.url,
      path,
      action: 'performOperationAction',
      cookie: await as('agent'),
      args,
    })
    expect(answer.text).toContain('"cause":"input"')
  }
  expect(await simulator.requests(order)).toEqual([])

  const attempt = /"attempt":"([^"]+)"/.exec(await perform('manager', unknown))?.[1] ?? ''
  expect(attempt).not.toBe('')
  const small = async (action: string, role: SampleRole | null, form: Record<string, string>) =>
    (await callAction({ server: own.url, path, action, cookie: await as(role), form })).text
  const finding = { attempt, finding: 'carried-out', note: 'asked' }
  expect(await small('resolveAttemptAction', null, finding)).toContain('You are signed out')
  for (const role of ['viewer', 'agent'] as const)
    expect(await small('resolveAttemptAction', role, finding)).toContain('Only a manager may resolve')
  expect(await small('resolveAttemptAction', 'manager', finding)).toContain('The attempt is resolved')
  const lift = { account: 'Demo EU', note: 'checked' }
  expect(await small('liftHoldAction', null, lift)).toContain('You are signed out')
  for (const { role } of samplePeople)
    expect(await small('liftHoldAction', role, lift)).toContain(
      role === 'administrator' ? 'is not on hold any more' : 'Only an administrator may lift a hold',
    )
})

test('guessing at a person’s password from one address keeps nobody out elsewhere', async () => {
  const { email, password } = samplePerson('administrator')
  const attempt = async (from: string, word: string) => {
    const call = {
      server: own.url,
      path: '/sign-in',
      action: 'signInAction',
      form: { email, password: word, next: '/' },
    }
    const answer = await callAction({ ...call, headers: { 'x-forwarded-for': from } })
    return { isIn: /unstuck=/.test(answer.headers.get('set-cookie') ?? ''), text: answer.text }
  }
  for (let guess = 0; guess < 8; guess++)
    expect((await attempt('203.0.113.9', `wrong guess ${guess}`)).isIn).toBe(false)
  expect((await attempt('203.0.113.9', password)).text).toContain('Too many tries')
  // What the client wrote itself, left of the proxy's entry, changes nothing.
  expect((await attempt('198.51.100.7, 203.0.113.9', password)).text).toContain('Too many tries')
  expect((await attempt('198.51.100.7', password)).isIn).toBe(true)
})
