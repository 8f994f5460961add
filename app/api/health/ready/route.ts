import { desk } from '#lib/desk/desk.ts'
import { isStopping } from '#lib/desk/stopping.ts'
import { log } from '#lib/log.ts'

export const dynamic = 'force-dynamic'

/** Readiness: the store answers, so an operation could be recorded, and the server is not stopping. The CA is never asked. */
export async function GET() {
  const headers = { 'cache-control': 'no-store' }
  if (isStopping()) return Response.json({ status: 'stopping' }, { status: 503, headers })
  try {
    await (await desk()).store.ping()
    return Response.json({ status: 'ready' }, { headers })
  } catch (error) {
    log.error({ err: error }, 'not ready: the store does not answer')
    return Response.json({ status: 'not ready' }, { status: 503, headers })
  }
}
