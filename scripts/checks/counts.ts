/** How a step, or everything, came out. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 }

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    nothing,
  )
}

/** The last line of `npm test`. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** A step that is one check: a formatter, a build. */
export function singleCheck(code: number): Counts {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly success: boolean
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** Reads vitest's JSON report. A file that could not even be loaded has no tests in it, and counts as one failure. */
export function vitestCounts(report: string | null, code: number): Counts {
  const parsed = parse<VitestReport>(report)
  if (parsed === null) return singleCheck(code === 0 ? 1 : code)
  const unloaded = parsed.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  return atLeastOneFailure(
    {
      passed: parsed.numPassedTests,
      failed: parsed.numFailedTests + unloaded,
      skipped: parsed.numPendingTests + parsed.numTodoTests,
    },
    code === 0 && parsed.success,
  )
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly errors: readonly unknown[]
}

/** Reads Playwright's JSON report. A flaky test failed once, so it failed; an error outside any test counts as one failure. */
export function playwrightCounts(report: string | null, code: number): Counts {
  const parsed = parse<PlaywrightReport>(report)
  if (parsed === null) return singleCheck(code === 0 ? 1 : code)
  const { expected, unexpected, flaky, skipped } = parsed.stats
  return atLeastOneFailure(
    { passed: expected, failed: unexpected + flaky + parsed.errors.length, skipped },
    code === 0,
  )
}

/** A program that ended badly is never a pass, whatever its report counts; nor is one that ran no test at all. */
function atLeastOneFailure(counts: Counts, wentWell: boolean): Counts {
  const isGood = wentWell && counts.passed > 0
  return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}

function parse<T>(report: string | null): T | null {
  try {
    return report === null ? null : (JSON.parse(report) as T)
  } catch {
    return null
  }
}
