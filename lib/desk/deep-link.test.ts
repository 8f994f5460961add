import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { resolveDeepLink } from './deep-link.ts'

const go = (query: string, operation = 'schedule-callback') => resolveDeepLink(operation, query)

describe('a deep link', () => {
  it('leads to the order’s operation with ticket, system and account', () => {
    expect(go('order=10000101&ticket=4711&src=zendesk&account=eu')).toBe(
      '/orders/10000101/schedule-callback?account=eu&ticket=4711&src=zendesk',
    )
  })

  it('carries the harmless prefills when they are valid', () => {
    expect(go('order=1&tz=Europe/Berlin&lang=de-de&ext=12&template=Partner')).toBe(
      '/orders/1/schedule-callback?tz=Europe%2FBerlin&lang=de-de&ext=12&template=Partner',
    )
  })

  it('opens the order alone under the name order', () => {
    expect(go('order=1', 'order')).toBe('/orders/1')
  })

  it('opens the order and says so for an operation that does not exist', () => {
    expect(go('order=1', 'make-coffee')).toBe('/orders/1?ignored=operation%3Aunknown-operation')
  })

  it.each([
    'phone',
    'phoneNumber',
    'email',
    'emailAddress',
    'adminEmailAddress',
    'dcvEmailAddress',
    'comments',
  ])('never carries %s, and says that it was dropped', (name) => {
    const path = go(`order=1&${name}=attacker%40example.org`)
    expect(path).not.toContain('attacker')
    expect(path).toContain(`ignored=${name.toLowerCase()}%3Anot-allowed`)
  })

  it.each([
    '{{ticket.id}}',
    '{!Case.CaseNumber}',
    '#{ticket.number}',
    '${id}',
    '[[id]]',
    '<%= id %>',
    '%ID%',
  ])('ignores the unrendered placeholder %s and still opens', (placeholder) => {
    expect(go(`order=1&ticket=${encodeURIComponent(placeholder)}`)).toBe(
      '/orders/1/schedule-callback?ignored=ticket%3Aplaceholder',
    )
  })

  it('leads to the desk when the order itself is a placeholder', () => {
    expect(go('order={{ticket.order}}')).toBe('/?ignored=order%3Aplaceholder')
  })

  it('leads to the desk when there is no order', () => {
    expect(go('')).toBe('/?ignored=order%3Aempty')
  })

  it('takes one of two equal values and refuses to guess between different ones', () => {
    expect(go('order=1&order=1')).toBe('/orders/1/schedule-callback')
    expect(go('order=1&order=2')).toBe('/?ignored=order%3Arepeated')
  })

  it('prefers a rendered value to a placeholder beside it', () => {
    expect(go('order={{x}}&order=7')).toBe('/orders/7/schedule-callback')
  })

  it('takes away stray blanks, invisible characters and a leading #', () => {
    expect(go(`order=${encodeURIComponent(' #\u200b10 000\u00a0101 ')}`)).toBe(
      '/orders/10000101/schedule-callback',
    )
  })

  it('reads separators that a mail program escaped', () => {
    expect(go('order=1&amp;ticket=5&amp;src=jira')).toBe('/orders/1/schedule-callback?ticket=5&src=jira')
  })

  it('reads a query that was encoded once too often', () => {
    expect(go('order%3D1%26ticket%3D5')).toBe('/orders/1/schedule-callback?ticket=5')
    // As the server hands it on: Next ends a bare name with `=`.
    expect(go('order%3D1%26ticket%3D5=')).toBe('/orders/1/schedule-callback?ticket=5')
    expect(go('order=1&ticket=A%2520B')).toBe('/orders/1/schedule-callback?ticket=A+B')
  })

  it('cannot climb out of the orders', () => {
    expect(go('order=..')).toBe('/?ignored=order%3Ainvalid')
  })

  it('survives broken percent signs', () => {
    expect(go('order=1&ticket=100%')).toBe('/orders/1/schedule-callback?ticket=100%25')
  })

  it('says which prefill is invalid', () => {
    expect(go('order=1&tz=Mars/Olympus&ext=123456')).toBe(
      '/orders/1/schedule-callback?ignored=tz%3Ainvalid%2Cext%3Ainvalid',
    )
  })

  it('never throws and never leaves the desk, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (operation, query) => {
        const path = resolveDeepLink(operation, query)
        expect(path).toMatch(/^\/(\?|$|orders\/[^/?]+(\/[a-z-]+)?(\?|$))/)
        expect(new URL(path, 'http://desk.test').origin).toBe('http://desk.test')
      }),
    )
  })
})
