import { eventsForToken } from '#lib/api/events.ts'
import { guarded } from '#lib/api/guarded.ts'

interface Context {
  params: Promise<{ orderNumber: string }>
}

/** The history of one order. See /api/v1/openapi.json. */
export async function GET(request: Request, { params }: Context) {
  const { orderNumber } = await params
  return guarded(() => eventsForToken(request, orderNumber))
}
