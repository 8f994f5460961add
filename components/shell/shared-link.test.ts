import { expect, it } from 'vitest'
import { sharedLink } from './shared-link.ts'

const at = 'https://desk.example'

it.each([
  ['an order with its account and ticket', '/orders/123?account=a&ticket=T-1&src=jira'],
  [
    'a form that a link filled in',
    '/orders/123/schedule-callback?account=a&tz=Asia%2FTokyo&lang=de-de&ext=204',
  ],
  ['a receipt', '/orders/123/schedule-callback?account=a&attempt=0b6e'],
  ['a form filled again', '/orders/123/schedule-callback?account=a&again=0b6e'],
  ['an attempt in the timeline', '/orders/123?account=a#attempt-0b6e'],
  ['a filter of the history', '/activity?person=p&outcome=refused&before=17'],
  ['a search among the codes', '/codes?q=-16#resenddcvemail-code-16'],
  ['the desk', '/'],
])('the link to %s is its address', (_, path) => {
  expect(sharedLink(at + path)).toBe(at + path)
})

it('the link to an order never carries what was typed, nor what was said to one person once', () => {
  expect(
    sharedLink(
      `${at}/orders/123/replace-callback-phone?account=a&phoneNumber=%2B4420&comments=secret&emailAddress=a%40b.c&ignored=email:personal`,
    ),
  ).toBe(`${at}/orders/123/replace-callback-phone?account=a`)
  expect(sharedLink(`${at}/?ignored=order:empty`)).toBe(`${at}/`)
  expect(sharedLink('https://ann:pw@desk.example/codes')).toBe(`${at}/codes`)
})
