import { openApiDocument } from '#lib/api/openapi.ts'
import { env } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/** The interface's own description. It holds no data, so it needs no token. */
export function GET() {
  return Response.json(openApiDocument(env().PUBLIC_URL), { headers: { 'cache-control': 'no-store' } })
}
