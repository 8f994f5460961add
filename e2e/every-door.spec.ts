import { samplePeople, samplePerson, type SampleRole } from '../scripts/support/sample-people.ts'
import { ask, type ApiAnswer } from './fixtures/api-client.ts'
import { actions, changedSince, everyRow, fill, handlers, lookUp, pages } from './fixtures/doors.ts'
import { least, rank } from './fixtures/least-role.ts'
import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { callAction, cookieOf, serverActions, type RawCall } from './fixtures/raw-actions.ts'
import { plain } from './fixtures/sending.ts'
import { expect, test } from './fixtures/test.ts'

/**
 * Every action, route handler and page that the folders have, knocked at as nobody, as each role and from other sites. What counts is not the
 * answer but the store: not one row may be another.
 */

test.describe.configure({ mode: 'default', timeout: 120_000 })

let own: OwnServer
let order: string
let form: Record<string, string>

test.beforeAll(async ({ makeOrder, stateOf, simulator }) => {
  own = await ownServer()
  order = await makeOrder()
  const asked = await makeOrder()
  const boss = cookieOf(await stateOf('administrator', own.url))
  const need = { secondPerson: 'yes', approvalHours: '24' }
  if (serverActions().has('saveContactChangesAction'))
    await callAction({
      server: own.url,
      path: '/settings/rules',
      action: 'saveContactChangesAction',
      cookie: boss,
      form: need,
    })
  const manager = cookieOf(await stateOf('manager', own.url))
  await perform(manager, asked, 'replace-callback-phone', { phoneNumber: '+44 20 7946 0001' })
  await simulator.setFault({ orderNumber: asked, fault: 'empty' })
  await perform(manager, asked)
  const id = (query: string, ...values: string[]) => lookUp(own.dataDir, query, ...values)
  const target = id('select id from person where email = ?', samplePerson('viewer').email)
  // One form with everything that any action reads, so that a right role would succeed with it.
  form = {
    ...need,
    account: id(`select id from account where label = 'Demo US'`),
    approval: id('select id from approval'),
    attempt: id(`select key from attempt where outcome_kind = 'unknown'`),
    finding: 'carried-out',
    note: 'a note',
    reason: 'a reason',
    label: 'Another label',
    loginName: 'another',
    password: 'violet harbour mango',
    current: samplePerson('agent').password,
    baseUrl: 'https://ca.example/products/',
    sending: 'pause',
    who: 'chosen',
    'people[]': target,
    what: 'set',
    number: '7',
    name: 'Another name',
    email: 'another@demo.example',
    role: 'agent',
    person: target,
    access: 'disabled',
    demand: 'yes',
    [`coolDowns.${plain.operation}`]: '7',
    zone: 'Europe/Paris',
    'days[]': '1',
    from: '08:00',
    until: '17:00',
    'secondFactorRoles[]': 'viewer',
    sessionIdleMinutes: '21',
    sessionMinutes: '301',
    limitOperations: 'all',
    limitAccounts: 'all',
    life: '30',
    lastDay: '',
    code: '000000',
    token: 'A'.repeat(43),
    link: 'A'.repeat(43),
    session: id('select id_hash from session'),
    next: '/',
  }
})
test.afterAll(() => own.stop())

function perform(cookie: string | undefined, on: string, operation: string = plain.operation, input = {}) {
  return callAction({ ...callOf('performOperationAction', cookie), args: [callFor(on, operation, input)] })
}

const callFor = (on: string, operation: string, input: object) => ({
  operation,
  order: on,
  account: 'Demo EU',
  key: crypto.randomUUID(),
  ticket: '',
  ticketSystem: '',
  input,
  reason: 'asked by the customer',
  override: false,
})

/** An action, called with what would make it do something. */
function callOf(action: string, cookie: string | undefined): RawCall {
  const call = { server: own.url, path: '/sign-in', action, cookie }
  return action === 'performOperationAction'
    ? { ...call, args: [callFor(order, plain.operation, {})] }
    : { ...call, form }
}

/** Nothing of the machine is told, and nobody is signed in by it. */
function expectQuiet(answer: ApiAnswer, what: string): void {
  expect(answer.text, what).not.toMatch(/node_modules|\n +at |SQLITE/)
  const cookie = answer.headers.get('set-cookie') ?? ''
  expect(cookie === '' || /unstuck=;/.test(cookie), what).toBe(true)
}

const foreign: readonly Partial<RawCall>[] = [
  { origin: 'null' },
  { origin: null },
  { origin: 'https://evil.example' },
  { headers: { 'sec-fetch-site': 'cross-site' } },
  { headers: { 'sec-fetch-site': 'same-site' } },
  { origin: 'https://evil.example', headers: { 'x-forwarded-host': 'evil.example', host: 'evil.example' } },
]

test('there is something to change by each of them', () => {
  expect([form['approval'], form['attempt'], form['person'], form['account']]).not.toContain('')
})

test('the build has exactly the actions of the sources, and this file says of each who may use it', () => {
  expect([...serverActions().keys()].sort()).toEqual(actions)
  expect(new Set(actions).size, 'no two have the same name').toBe(actions.length)
  expect(actions.filter((name) => !(name in least))).toEqual([])
})

test('no action changes a row for nobody, for a cookie that is none, or for a role below its own', async ({
  stateOf,
  simulator,
}) => {
  const cookies = new Map<string, string | undefined>([
    ['nobody', undefined],
    ['a made-up cookie', `unstuck=Fe26.2*1*${'a'.repeat(300)}`],
  ])
  for (const { role } of samplePeople) cookies.set(role, cookieOf(await stateOf(role, own.url)))
  const known = new Set<string>(samplePeople.map(({ role }) => role))
  const before = everyRow(own.dataDir)
  for (const action of actions) {
    const needs = least[action] ?? 'administrator'
    for (const [who, cookie] of cookies) {
      const isOne = known.has(who)
      if (needs === 'nobody') continue
      if (isOne && needs !== 'nothing' && rank(who as SampleRole) >= rank(needs)) continue
      const answer = await callAction(callOf(action, cookie))
      expectQuiet(answer, `${action} as ${who}`)
      expect(changedSince(before, own.dataDir), `${action} as ${who}`).toEqual([])
    }
  }
  expect(await simulator.requests(order)).toEqual([])
})

test('no action changes a row when it is asked from another site, without an origin or by a GET, whoever is signed in', async ({
  stateOf,
  simulator,
}) => {
  const cookie = cookieOf(await stateOf('administrator', own.url))
  const before = everyRow(own.dataDir)
  for (const action of actions) {
    for (const how of [...foreign, { method: 'GET' as const }]) {
      const answer = await callAction({ ...callOf(action, cookie), ...how })
      const what = `${action} ${JSON.stringify(how)}`
      expect(answer.headers.get('set-cookie') ?? '', what).not.toMatch(/unstuck[\w-]*=[^;]/)
      expect(changedSince(before, own.dataDir), what).toEqual([])
    }
  }
  expect(await simulator.requests(order)).toEqual([])
})

/** Doors that answer to nobody, each for its reason in `test/architecture.test.ts`. */
const openDoors: Readonly<Record<string, number>> = {
  '/api/health/live': 200,
  '/api/health/ready': 200,
  '/api/v1/openapi.json': 200,
  '/go/[[...operation]]': 303,
}
const values = () => ({ orderNumber: order, operationId: plain.operation, token: 'A'.repeat(43) })
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

test('every route handler turns nobody away, whatever the method, with nothing kept and nothing changed', async () => {
  const before = everyRow(own.dataDir)
  expect(handlers.length).toBeGreaterThan(10)
  for (const { path, methods: answered } of handlers) {
    for (const method of methods) {
      const answer = await ask(`${own.url}${fill(path, values())}`, {
        method,
        headers: { origin: own.url, authorization: `Bearer unstuck_${'A'.repeat(43)}` },
      })
      const what = `${method} ${path}: ${answer.status}`
      const isOpen = path in openDoors && ['GET', 'HEAD'].includes(method)
      if (isOpen) expect(answer.status, what).toBe(openDoors[path])
      // Next answers OPTIONS by itself with the methods, and nothing else.
      else if (method === 'OPTIONS' && answer.status === 204) expect(answer.text).toBe('')
      else if (path.startsWith('/sign-in/')) expect(answer.status, what).toBeLessThan(500)
      else expect([401, 403, 404, 405], what).toContain(answer.status)
      if (answered.includes(method)) expect(answer.headers.get('cache-control'), what).toContain('no-store')
      expectQuiet(answer, what)
    }
  }
  // A sign-on that somebody begins waits in the store until it is over: that is no change of the desk's.
  expect(changedSince(before, own.dataDir).filter((table) => table !== 'challenge')).toEqual([])
})

test('no route handler does anything for another site, and those of agents nothing for a viewer', async ({
  stateOf,
  simulator,
}) => {
  const agent = cookieOf(await stateOf('agent', own.url))
  const viewer = cookieOf(await stateOf('viewer', own.url))
  const account = lookUp(own.dataDir, `select id from account where label = 'Demo EU'`)
  const bodies = [
    { account, reason: null, automatic: false },
    { account, domain: 'fresh-test.example' },
  ]
  const posting = handlers.filter(
    ({ path, methods: all }) => all.includes('POST') && !/^\/(api|push)\//.test(path),
  )
  expect(posting.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/activity/proof',
      '/orders/[orderNumber]/state',
      '/orders/[orderNumber]/dcv-addresses',
    ]),
  )
  const before = everyRow(own.dataDir)
  for (const { path } of posting) {
    const url = `${own.url}${fill(path, values())}`
    const send = (cookie: string, headers: Record<string, string>, body: string) =>
      ask(url, { method: 'POST', headers: { cookie, 'content-type': 'application/json', ...headers }, body })
    for (const body of bodies.map((one) => JSON.stringify(one))) {
      for (const { origin = own.url, headers } of foreign) {
        const given = { ...(origin === null ? {} : { origin }), ...headers }
        const answer = await send(agent, given, body)
        expect(answer.status, `${path} ${JSON.stringify(given)}`).toBe(403)
      }
      if (path.startsWith('/orders/')) await send(viewer, { origin: own.url }, body)
    }
  }
  expect(changedSince(before, own.dataDir)).toEqual([])
  expect(await simulator.requests(order)).toEqual([])
})

/** A page whole, as data for a page that is there, and as what is loaded before somebody goes there. */
const asBrowser: readonly Record<string, string>[] = [
  {},
  { rsc: '1' },
  { rsc: '1', 'next-router-prefetch': '1' },
]

test('every page of the desk leads nobody to the sign-in and tells them nothing', async () => {
  const inside = pages.filter(({ file }) => file.startsWith('app/(desk)/'))
  expect(inside.length).toBeGreaterThan(4)
  for (const { path } of inside) {
    for (const headers of asBrowser) {
      const address = fill(path, { ...values(), operation: '' }).replace(/\/$/, '') || '/'
      const answer = await ask(`${own.url}${address}`, { headers })
      const what = `${address} ${JSON.stringify(headers)}`
      expect(answer.text, what).not.toMatch(/Demo EU|Demo US|@demo\.example|demo-eu/)
      const isSent =
        [302, 303, 307].includes(answer.status) ||
        /\/sign-in|NEXT_REDIRECT/.test(answer.text) ||
        answer.status === 404
      expect(isSent, what).toBe(true)
    }
  }
})

test('the settings tell roles below administrator neither accounts, nor people, nor tokens', async ({
  stateOf,
}) => {
  const inside = pages.filter(({ path }) => path.startsWith('/settings'))
  const id = {
    '/settings/accounts/[id]': `select id from account where label = 'Demo US'`,
    '/settings/people/[id]': `select id from person where email = 'max@demo.example'`,
  }
  for (const role of ['viewer', 'agent', 'manager'] as const) {
    const cookie = cookieOf(await stateOf(role, own.url))
    for (const { path } of inside) {
      const address = fill(path, { id: lookUp(own.dataDir, id[path as keyof typeof id] ?? `select 'x'`) })
      for (const headers of asBrowser) {
        const { text } = await ask(`${own.url}${address}`, { headers: { ...headers, cookie } })
        const told = samplePeople.filter(({ email, role: other }) => other !== role && text.includes(email))
        expect(told, `${address} as ${role}`).toEqual([])
        expect(text, `${address} as ${role}`).not.toMatch(/demo-eu|demo-us|\/products\//)
      }
    }
  }
})

test('an administrator changes something with the very forms that were refused, so that the refusals mean something', async ({
  stateOf,
}) => {
  const cookie = cookieOf(await stateOf('administrator', own.url))
  const after = actions.filter((name) => least[name] === 'administrator')
  const working: string[] = []
  for (const action of after) {
    const before = everyRow(own.dataDir)
    const call = callOf(action, cookie)
    // What was changed by an action before stands there already.
    await callAction({ ...call, form: { ...call.form, label: `Label of ${action}`, approvalHours: '12' } })
    if (changedSince(before, own.dataDir).length > 0) working.push(action)
  }
  // A hold or second factor that is not there cannot go, and one form cannot name a template and an address in the same word.
  const idle = /^(liftHold|removeFactors|template|revokeToken|endSessions)Action$/
  expect(after.filter((name) => !working.includes(name) && !idle.test(name))).toEqual([])
})
