export const dynamic = 'force-dynamic'

/** Liveness: the process answers. Says nothing about the store or the CA. */
export function GET() {
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } })
}
