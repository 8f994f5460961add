import { countsLine, sum, singleCheck, type Counts } from './counts.ts'
import type { Step } from './steps.ts'

type Variables = Readonly<Record<string, string | undefined>>

/**
 * Runs the steps one after the other, all of them even when one fails, and prints a summary whose last line is the counts. Answers whether
 * everything passed and anything ran.
 */
export async function runSteps(steps: readonly Step[], env: Variables): Promise<boolean> {
  const results: { title: string; counts: Counts; seconds: number }[] = []
  for (const step of steps) {
    console.log(`\n── ${step.title}`)
    const started = performance.now()
    const counts = await runOne(step, env)
    const seconds = (performance.now() - started) / 1000
    console.log(`${countsLine(counts)} (${seconds.toFixed(1)} s)`)
    results.push({ title: step.title, counts, seconds })
  }
  const total = sum(results.map((result) => result.counts))
  console.log('\n── summary')
  for (const { title, counts, seconds } of results) {
    const mark = counts.failed > 0 ? 'FAILED' : 'ok'
    console.log(`${mark.padEnd(7)} ${title.padEnd(18)} ${countsLine(counts)} (${seconds.toFixed(1)} s)`)
  }
  console.log('')
  console.log(countsLine(total))
  return total.failed === 0 && total.passed > 0
}

async function runOne(step: Step, env: Variables): Promise<Counts> {
  try {
    return await step.run(env)
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    return singleCheck(1)
  }
}
