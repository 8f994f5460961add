import { describe, expect, it } from 'vitest'
import { placesFor } from '#components/shell/places.ts'
import type { Found, FoundAttempt } from '#lib/desk/find-anything.ts'
import { groupsFor, type Situation } from './groups.ts'
import { readTyped } from './typed.ts'

const account = { id: 'eu', label: 'Demo EU' }

const attempt = (order: string, changes: Partial<FoundAttempt> = {}): FoundAttempt => ({
  attempt: `key-${order}`,
  operation: 'schedule-callback',
  order,
  account,
  ticket: null,
  at: 0,
  actor: 'Ann Kowalski',
  mine: true,
  kind: 'done',
  ...changes,
})

const found: Found = {
  orders: ['10000101', '10000106'].map((order) => ({ order, account, last: attempt(order) })),
  work: [attempt('10000101')],
}

const groups = (text: string, changes: Partial<Situation> = {}) =>
  groupsFor({
    text,
    asking: null,
    here: null,
    role: 'manager',
    places: placesFor('manager'),
    found: null,
    ...changes,
  })

const headings = (...given: Parameters<typeof groups>) => groups(...given).map(({ heading }) => heading)
const options = (...given: Parameters<typeof groups>) => groups(...given).flatMap(({ options }) => options)
const hrefs = (...given: Parameters<typeof groups>) =>
  options(...given).map(({ does }) => (does.is === 'go' ? does.href : null))

describe('what was typed', () => {
  it.each([
    ['10000101', '10000101', ''],
    ['  # 1000 0101 ', '10000101', ''],
    ['#10000101 call', '10000101', 'call'],
    ['call 10000101', '10000101', 'call'],
    ['7', '7', ''],
    ['#AB', 'AB', ''],
    ['ORD-10000', 'ORD-10000', ''],
    ['-16', '', '-16'],
    ['−16', '', '−16'],
    ['schedule call', '', 'schedule call'],
    ['', '', ''],
  ])('“%s” is the order “%s” and the words “%s”', (text, order, words) => {
    expect(readTyped(text)).toEqual({ order, words: words.split(' ').filter(Boolean) })
  })
})

describe('the palette offers', () => {
  it('with nothing typed the recent orders and work, the screens and what one can do with the page', () => {
    expect(headings('', { found })).toEqual([
      'Your recent orders',
      'Your recent work',
      'Screens',
      'This page',
    ])
  })

  it('a typed order first, known or not, then those that begin with it, then every operation on it', () => {
    expect(hrefs('1000', { found }).slice(0, 4)).toEqual([
      '/orders/1000',
      '/orders/10000101?account=eu',
      '/orders/10000106?account=eu',
      '/orders/1000/schedule-callback',
    ])
    expect(hrefs('10000101', { found })[0]).toBe('/orders/10000101?account=eu')
    expect(hrefs('10000101 resend dcv', { found: null })).toEqual([
      '/orders/10000101',
      '/orders/10000101/resend-dcv-email',
    ])
  })

  it('a typed order of two accounts without a guess, and each of the two', () => {
    const two = ['eu', 'us'].map((id) => ({ order: '55', account: { id, label: id }, last: null }))
    expect(hrefs('55', { found: { orders: two, work: [] } }).slice(0, 4)).toEqual([
      '/orders/55',
      '/orders/55?account=eu',
      '/orders/55?account=us',
      '/orders/55/schedule-callback',
    ])
  })

  it('the operations of the order that the page shows, with its account and ticket', () => {
    const here = { order: { number: '9', account: 'eu' }, ticket: 'T-1', ticketSystem: 'jira', prefill: {} }
    const [first] = groups('', { here })
    expect(first?.heading).toBe('On order 9')
    expect(hrefs('schedule', { here })[0]).toBe('/orders/9/schedule-callback?account=eu&ticket=T-1&src=jira')
    expect(hrefs('9', { here })[1]).toMatch(/^\/orders\/9\/.*ticket=T-1/)
    expect(hrefs('8', { here })[1]).toBe('/orders/8/schedule-callback')
  })

  it('first what helps the order that the page shows, in the page’s own order and said to help, but to no role that may not', () => {
    const helps = ['replace-click-through-email', 'resend-click-through-email'] as const
    const here = { order: { number: '9', account: 'eu' }, helps }
    const first = (role: Situation['role']) => options('', { here, role }).slice(0, 2)
    expect(first('manager')).toMatchObject([
      { does: { href: '/orders/9/replace-click-through-email?account=eu' }, detail: 'Helps now · Agreement' },
      { does: { href: '/orders/9/resend-click-through-email?account=eu' }, detail: 'Helps now · Agreement' },
    ])
    expect(first('agent')).toMatchObject([
      { id: 'operation-resend-click-through-email', detail: 'Helps now · Agreement' },
      { id: 'operation-schedule-callback', detail: 'Callback' },
    ])
    expect(hrefs('9', { here })[1]).toContain('/replace-click-through-email')
    expect(hrefs('8', { here })[1]).toContain('/schedule-callback')
  })

  it('elsewhere an operation that asks for its order, and then orders that open it', () => {
    expect(options('manual call')[0]?.does).toEqual({ is: 'ask-order', operation: 'request-manual-callback' })
    const asking = 'request-manual-callback' as const
    expect(hrefs('', { asking, found })).toEqual([
      '/orders/10000101/request-manual-callback?account=eu',
      '/orders/10000106/request-manual-callback?account=eu',
    ])
    expect(hrefs('42', { asking })).toEqual(['/orders/42/request-manual-callback'])
  })

  it('no role an operation that it may not do', () => {
    const ids = (role: Situation['role']) =>
      options('123456', { role }).filter(({ icon }) => icon === 'operation').length
    expect([ids('viewer'), ids('agent'), ids('manager'), ids('administrator')]).toEqual([0, 8, 11, 11])
  })

  it('codes by number and by words, at their place on the codes page, and all of them when there are many', () => {
    const codes = groups('-16').at(-1)
    expect(headings('-16')).toEqual(['Codes'])
    expect(codes?.options[0]?.does).toMatchObject({ is: 'go', href: '/codes#updateuserovcallback-code-16' })
    expect(hrefs('refused').at(-1)).toBe('/codes?q=refused')
  })

  it('screens by their name', () => {
    expect(hrefs('activ')[0]).toBe('/activity')
  })

  it('nothing for what nothing fits, and each option once', () => {
    expect(groups('zebra crossing', { found: { orders: [], work: [] } })).toEqual([])
    for (const text of ['', '1000', 'callback', 'status', '-16']) {
      const ids = options(text, { found }).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})
