import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { logSecurity } from '#lib/auth/security-log.ts'
import { env } from '#lib/env.ts'
import { desk } from '#lib/desk/desk.ts'
import { log } from '#lib/log.ts'
import { metrics } from './metrics.ts'

const noStore = { 'cache-control': 'no-store' }

/**
 * This server's figures in Prometheus' text format, for whoever shows METRICS_TOKEN. Without that variable there is nothing here. No label
 * names a person: accounts, operations and outcomes alone.
 */
export async function metricsForToken(authorization: string | null): Promise<Response> {
  const token = env().METRICS_TOKEN
  if (token === null) return new Response('Not found.\n', { status: 404, headers: noStore })
  const shown = /^Bearer +(\S+)$/i.exec(authorization?.trim() ?? '')?.[1] ?? ''
  if (!isSame(shown, token)) {
    logSecurity('the metrics token was wrong', {})
    return new Response('A bearer token is needed.\n', {
      status: 401,
      headers: { ...noStore, 'www-authenticate': 'Bearer' },
    })
  }
  await readStore()
  const { registry } = metrics()
  return new Response(await registry.metrics(), {
    headers: { ...noStore, 'content-type': registry.contentType },
  })
}

/** In a time that tells nothing about how much of it was right. */
function isSame(shown: string, token: string): boolean {
  const [one, other] = [shown, token].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** What all servers share is read when somebody asks. A store that does not answer is a figure too. */
async function readStore(): Promise<void> {
  const { holds, unknown, open, storeUp } = metrics()
  try {
    const { db } = (await desk()).store
    const accounts = await db.selectFrom('account').select(['id', 'label', 'held_at']).execute()
    const attempts = db.selectFrom('attempt').select((at) => at.fn.countAll<number>().as('count'))
    const unresolved = await attempts
      .where('outcome_kind', '=', 'unknown')
      .where('resolved_at', 'is', null)
      .executeTakeFirstOrThrow()
    const underWay = await attempts.where('settled_at', 'is', null).executeTakeFirstOrThrow()
    holds.reset()
    for (const { id, label, held_at } of accounts) holds.set({ account: id, label }, held_at === null ? 0 : 1)
    unknown.set(Number(unresolved.count))
    open.set(Number(underWay.count))
    storeUp.set(1)
  } catch (error) {
    log.error({ err: error }, 'the store does not answer for the metrics')
    storeUp.set(0)
    // Old figures would look like new ones.
    for (const gauge of [holds, unknown, open]) gauge.reset()
  }
}
