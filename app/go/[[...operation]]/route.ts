import { resolveDeepLink } from '#lib/desk/deep-link.ts'

export const dynamic = 'force-dynamic'

/**
 * A link from a ticket: leads to the order's clean address. It reads nothing and changes nothing, so it needs no sign-in; the order page
 * asks for one and keeps the address.
 */
export async function GET(request: Request, { params }: { params: Promise<{ operation?: string[] }> }) {
  const { operation = [] } = await params
  const query = new URL(request.url).search.slice(1)
  return new Response(null, {
    status: 303,
    headers: { location: resolveDeepLink(operation[0] ?? 'order', query) },
  })
}
