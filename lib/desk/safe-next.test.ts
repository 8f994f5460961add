import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { safeNext } from './safe-next.ts'

describe('the way on after signing in', () => {
  it('keeps a path of this desk with its query', () => {
    expect(safeNext('/orders/1/schedule-callback?ticket=5')).toBe('/orders/1/schedule-callback?ticket=5')
  })

  it('turns a deep link into the address it leads to', () => {
    expect(safeNext('/go/schedule-callback?order=1&ticket=5')).toBe('/orders/1/schedule-callback?ticket=5')
    expect(safeNext('/go/order?order=..')).toBe('/?ignored=order%3Ainvalid')
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/%2e//evil.example',
    '///evil.example',
    '/\n/evil.example',
    'data:text/html,<script>',
    '\\\\evil.example',
    'https:evil.example',
    ' //evil.example',
  ])('never leads to %j', (next) => {
    expect(new URL(safeNext(next), 'https://desk.test').origin).toBe('https://desk.test')
    expect(safeNext(next)).not.toContain('//')
  })

  it('never leads to another host', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (next) => {
          expect(new URL(safeNext(next), 'https://desk.test').origin).toBe('https://desk.test')
        },
      ),
    )
  })
})
