import { expect, test } from 'vitest'
import type { OrderView } from '#lib/desk/views.ts'
import { timelineOf } from './timeline-order.ts'

const attempt = (at: number) => ({ line: { at } }) as OrderView['timeline'][number]
const event = (at: number) => ({ at }) as OrderView['events'][number]
const show = (view: Parameters<typeof timelineOf>[0]) => timelineOf(view).map(({ is, at }) => `${is} ${at}`)

test('attempts and other lines stand in one list, newest first', () => {
  const view = { timeline: [attempt(5), attempt(2)], events: [event(4), event(1)], more: false }
  expect(show(view)).toEqual(['attempt 5', 'event 4', 'attempt 2', 'event 1'])
})

test('no number of reports pushes an attempt out, and lines older than the oldest attempt shown are left to the history', () => {
  const events = Array.from({ length: 500 }, (_, at) => event(10 + at))
  const view = { timeline: [attempt(5), attempt(2)], events: [...events, event(1)], more: true }
  expect(show(view).slice(-2)).toEqual(['attempt 5', 'attempt 2'])
  expect(show(view)).toHaveLength(502)
})
