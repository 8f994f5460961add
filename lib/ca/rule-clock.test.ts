import { describe, expect, test } from 'vitest'
import { endOf, ruleNotices, rules } from './rule-clock.ts'

const at = (time: string) => Date.parse(time)
const ids = (time: string, method?: Parameters<typeof endOf>[0]) =>
  ruleNotices(at(time), method === undefined ? {} : { method }).map(({ id, state }) => `${state} ${id}`)

describe('the rule clock', () => {
  test('says in late 2026 what is ahead for e-mail, the nearest first, and what to change to', () => {
    expect(ids('2026-11-23T12:00:00Z', 'dcv-email')).toEqual([
      'ahead tls-100-days',
      'ahead dcv-email-ends',
      'ahead tls-47-days',
      'in-force dcv-email-phone-discouraged',
      'in-force tls-200-days',
    ])
    expect(endOf('dcv-email', at('2026-11-23T12:00:00Z'))).toMatchObject({
      id: 'dcv-email-ends',
      daysLeft: 478,
      lasting: expect.stringMatching(/CNAME/),
    })
  })

  test('the phone ends for domains and stays for the callback', () => {
    expect(endOf('dcv-phone', at('2026-11-23'))).toMatchObject({ date: '2027-03-15', state: 'ahead' })
    expect(endOf('callback', at('2026-11-23'))).toBeNull()
    expect(rules.find(({ id }) => id === 'dcv-phone-ends')?.says).toMatch(/callback .* stays/)
  })

  test('a rule is in force from midnight UTC of its day on', () => {
    expect(endOf('dcv-email', at('2028-03-14T23:59:59Z'))).toMatchObject({ state: 'ahead', daysLeft: 1 })
    expect(endOf('dcv-email', at('2028-03-15T00:00:00Z'))).toMatchObject({ state: 'in-force', daysLeft: 0 })
    expect(endOf('dcv-email', at('2028-03-16T00:00:00Z'))).toMatchObject({ daysLeft: -1 })
  })

  test('WHOIS has ended in 2025, and that stays its end', () => {
    expect(endOf('dcv-email-whois', at('2029-01-01'))).toMatchObject({ id: 'whois-email-ends' })
  })

  test('what is only about methods that have ended is left out', () => {
    expect(ids('2028-04-01')).not.toContain('in-force dcv-email-phone-discouraged')
    expect(ids('2027-04-01')).toContain('in-force dcv-email-phone-discouraged')
  })
})
