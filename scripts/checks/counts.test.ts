import { describe, expect, it } from 'vitest'
import { countsLine, playwrightCounts, singleCheck, sum, vitestCounts } from './counts.ts'

const vitest = (values: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    success: true,
    testResults: [],
    ...values,
  })

const playwright = (stats: object, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors })

describe('the counts of a run', () => {
  it('end in one line that names skipped tests only when there are some', () => {
    expect(countsLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(countsLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped')
  })

  it('add up over all steps', () => {
    const steps = [singleCheck(0), singleCheck(1), { passed: 3, failed: 1, skipped: 2 }]
    expect(sum(steps)).toEqual({ passed: 4, failed: 2, skipped: 2 })
  })

  it('are those that vitest reports', () => {
    expect(vitestCounts(vitest({ numPendingTests: 1, numTodoTests: 1 }), 0)).toEqual({
      passed: 3,
      failed: 0,
      skipped: 2,
    })
  })

  it('show a failure for a test file that could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(vitestCounts(vitest({ success: false, testResults }), 1).failed).toBe(1)
  })

  it('show a failure when vitest ends badly although every test passed, as on an unhandled rejection', () => {
    expect(vitestCounts(vitest({ success: false }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('show a failure when there is no report, whatever the exit code says', () => {
    expect(vitestCounts(null, 0).failed).toBe(1)
    expect(playwrightCounts('half a rep', 0).failed).toBe(1)
  })

  it('show a failure when no test ran', () => {
    expect(vitestCounts(vitest({ numPassedTests: 0 }), 0).failed).toBe(1)
    expect(playwrightCounts(playwright({ expected: 0 }), 0).failed).toBe(1)
  })

  it('are those that Playwright reports, and a flaky test is a failed one', () => {
    expect(playwrightCounts(playwright({ skipped: 1 }), 0)).toEqual({ passed: 2, failed: 0, skipped: 1 })
    expect(playwrightCounts(playwright({ flaky: 1 }), 0).failed).toBe(1)
  })

  it('show a failure for an error outside any test, such as one in the set-up', () => {
    expect(playwrightCounts(playwright({}, [{ message: 'set-up' }]), 1).failed).toBe(1)
  })
})
