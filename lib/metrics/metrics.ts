import 'server-only'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds: the CA answers within one as a rule, and is given up on after a minute. */
const buckets = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 45, 60]

function create() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    operations: new Counter({
      name: 'unstuck_operations_total',
      help: 'Attempts by operation and outcome.',
      labelNames: ['operation', 'outcome'],
      registers,
    }),
    reads: new Counter({
      name: 'unstuck_reads_total',
      help: 'Reads from the CA by kind and outcome; "read" when there was a readable reply.',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    latency: new Histogram({
      name: 'unstuck_ca_duration_seconds',
      help: 'From the first try to connect to the CA until the end, by operation or kind of read.',
      labelNames: ['operation'],
      buckets,
      registers,
    }),
    signInFailures: new Counter({
      name: 'unstuck_sign_in_failures_total',
      help: 'Sign-ins with a wrong address or password.',
      registers,
    }),
    holds: new Gauge({
      name: 'unstuck_account_held',
      help: '1 while the account is on hold, else 0.',
      labelNames: ['account', 'label'],
      registers,
    }),
    unknown: new Gauge({
      name: 'unstuck_unknown_attempts',
      help: 'Attempts whose outcome is unknown and that nobody has resolved.',
      registers,
    }),
    open: new Gauge({
      name: 'unstuck_open_attempts',
      help: 'Attempts that are under way, on any server.',
      registers,
    }),
    storeUp: new Gauge({
      name: 'unstuck_store_up',
      help: '1 when the store answered this question, else 0.',
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof create>

declare global {
  var unstuckMetrics: Metrics | undefined
}

/** This process's figures. On globalThis, because Next bundles this module more than once. */
export function metrics(): Metrics {
  return (globalThis.unstuckMetrics ??= create())
}

/** One attempt has ended. What never left has no latency. */
export function countOperation(
  operation: string,
  ended: { certainty: string; outcome: { kind: string }; durationMs: number },
): void {
  const { operations, latency } = metrics()
  operations.inc({ operation, outcome: ended.outcome.kind })
  if (ended.certainty !== 'not-sent') latency.observe({ operation }, ended.durationMs / 1000)
}

/** One read has ended. */
export function countRead(
  kind: string,
  ended: { certainty: string; outcome: { kind: string } | null; durationMs: number },
): void {
  const { reads, latency } = metrics()
  reads.inc({ kind, outcome: ended.outcome?.kind ?? 'read' })
  if (ended.certainty !== 'not-sent') latency.observe({ operation: kind }, ended.durationMs / 1000)
}

export function countSignInFailure(): void {
  metrics().signInFailures.inc()
}
