import { guarded } from '#lib/api/guarded.ts'
import { performForToken } from '#lib/api/perform.ts'

interface Context {
  params: Promise<{ orderNumber: string; operationId: string }>
}

/** Performs one operation on one order. See /api/v1/openapi.json. */
export async function POST(request: Request, { params }: Context) {
  const { orderNumber, operationId } = await params
  return guarded(() => performForToken(request, operationId, orderNumber))
}
