import { describe, expect, it } from 'vitest'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import { bookedCallsOfOrder, customerZone, phaseOf } from './booked-calls.ts'
import type { Finding, Receipt } from './receipt.ts'

const minute = 60_000
const hour = 60 * minute
const now = Date.UTC(2026, 6, 15, 12, 0)

const entry = (when: string, kind: OutcomeKind = 'done', more: Partial<Receipt> = {}) =>
  ({
    operation: 'schedule-callback',
    kind,
    input: { preferredTimeUTC: when },
    resolution: null,
    ...more,
  }) as Receipt

const list = (...receipts: Receipt[]) =>
  bookedCallsOfOrder(receipts, now).map(({ receipt, phase, isCertain }) => [
    receipt.input.preferredTimeUTC,
    phase,
    isCertain,
  ])
const found = (finding: Finding) => ({ resolution: { finding, note: '', at: 0, by: 'Max' } })

describe('where a call stands', () => {
  it.each([
    [-61 * minute, 'past'],
    [-60 * minute, 'past'],
    [-59 * minute, 'due'],
    [0, 'due'],
    [15 * minute, 'due'],
    [16 * minute, 'soon'],
    [36 * hour - minute, 'soon'],
    [36 * hour, 'later'],
  ])('%d ms from now is %s', (away, phase) => {
    expect(phaseOf(now + away, now)).toBe(phase)
  })
})

describe('an order’s booked calls', () => {
  it('are listed the soonest first, and after them the past ones, the latest first', () => {
    expect(
      list(
        entry('2026-07-20 10:00'),
        entry('2026-07-10 10:00'),
        entry('2026-07-15 12:10'),
        entry('2026-07-14 10:00'),
        entry('2026-07-16 10:00'),
      ),
    ).toEqual([
      ['2026-07-15 12:10', 'due', true],
      ['2026-07-16 10:00', 'soon', true],
      ['2026-07-20 10:00', 'later', true],
      ['2026-07-14 10:00', 'past', true],
      ['2026-07-10 10:00', 'past', true],
    ])
  })

  it('are only those that the CA booked, and those of which nobody knows whether it did', () => {
    const when = '2026-07-16 10:00'
    for (const kind of ['passed-on', 'nothing-done', 'refused', 'unrecognised', 'not-sent'] as const)
      expect(list(entry(when, kind))).toEqual([])
    expect(list(entry(when, 'unknown'))).toEqual([[when, 'soon', false]])
    expect(list(entry(when, 'unknown', found('cannot-tell')))).toEqual([[when, 'soon', false]])
    expect(list(entry(when, 'unknown', found('carried-out')))).toEqual([[when, 'soon', true]])
    expect(list(entry(when, 'unknown', found('not-carried-out')))).toEqual([])
  })

  it('are no other operation’s', () => {
    const when = '2026-07-16 10:00'
    expect(list(entry(when, 'done', { operation: 'request-manual-callback' }))).toEqual([])
    expect(list(entry('soon'))).toEqual([])
  })
})

describe('the customer’s zone on the order’s page', () => {
  const netherlands = { name: 'Netherlands', zones: ['Europe/Amsterdam'] }

  it('is the link’s, else a guess from the number’s only clock, else not known', () => {
    const view = { phonePlace: netherlands }
    expect(customerZone(view, 'Asia/Tokyo')).toEqual({ zone: 'Asia/Tokyo', isGuess: false })
    expect(customerZone(view, undefined)).toEqual({ zone: 'Europe/Amsterdam', isGuess: true })
    expect(customerZone(view, 'Mars/Base')).toEqual({ zone: 'Europe/Amsterdam', isGuess: true })
    expect(customerZone({ phonePlace: null }, undefined)).toBeNull()
    expect(
      customerZone({ phonePlace: { name: 'Spain', zones: ['Europe/Madrid', 'Atlantic/Canary'] } }, ''),
    ).toBeNull()
  })
})
