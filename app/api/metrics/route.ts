import { metricsForToken } from '#lib/metrics/metrics-for-token.ts'

export const dynamic = 'force-dynamic'

/** Prometheus metrics; there only when METRICS_TOKEN is set, and only for whoever shows it. */
export function GET(request: Request) {
  return metricsForToken(request.headers.get('authorization'))
}
