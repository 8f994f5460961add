import { Pool } from 'undici'
import { cpuMs } from './process-figures.ts'
import { percentile } from './statistics.ts'

export interface Call {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Something that is asked again and again. */
export interface Target {
  readonly name: string
  readonly url: string
  readonly pid: number
  /** A call that has not been made before. */
  next(): Call
  /** What an answer has to hold. Anything else ends the measurement: a fast wrong answer is no figure. */
  readonly expects: string
}

export interface Round {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** Milliseconds of processor time of the server alone. */
  readonly cpu: number
}

/** Asks for `ms` milliseconds with `callers` at a time, each on a connection of its own and with one call under way. */
export async function runLoad(target: Target, callers: number, ms: number): Promise<Round> {
  const pool = new Pool(target.url, { connections: callers, pipelining: 1 })
  const latencies: number[] = []
  try {
    await Promise.all(Array.from({ length: callers }, () => ask(pool, target)))
    const cpuBefore = cpuMs(target.pid)
    const began = performance.now()
    const caller = async () => {
      while (performance.now() - began < ms) latencies.push(await ask(pool, target))
    }
    await Promise.all(Array.from({ length: callers }, caller))
    const took = performance.now() - began
    const cpu = (cpuMs(target.pid) - cpuBefore) / latencies.length
    const sorted = latencies.toSorted((a, b) => a - b)
    return {
      requests: sorted.length,
      perSecond: (sorted.length * 1000) / took,
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      cpu,
    }
  } finally {
    await pool.close()
  }
}

/** Makes exactly `count` calls, 16 at a time. */
export async function callTimes(target: Target, count: number): Promise<void> {
  const pool = new Pool(target.url, { connections: 16, pipelining: 1 })
  let left = count
  const caller = async () => {
    while (left-- > 0) await ask(pool, target)
  }
  await Promise.all(Array.from({ length: 16 }, caller))
  await pool.close()
}

/** One call; answers with its milliseconds from the first byte sent to the last one read. */
async function ask(pool: Pool, target: Target): Promise<number> {
  const { path, headers, body } = target.next()
  const began = performance.now()
  const answer = await pool.request({ method: 'POST', path, headers, body })
  const text = await answer.body.text()
  const took = performance.now() - began
  if (answer.statusCode !== 200 || !text.includes(target.expects))
    throw new Error(`${target.name} answered ${answer.statusCode}: ${text.slice(0, 500)}`)
  return took
}
