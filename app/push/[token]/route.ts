import { createPushDoor } from '#lib/api/receive-push.ts'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ token: string }>
}

const door = createPushDoor()

/**
 * Where the CA reports to: an address per account that nobody can guess. Open without a sign-in, because the CA has none; what comes in
 * becomes one line of an order's timeline and nothing else.
 */
export async function GET(request: Request, { params }: Context) {
  return door.byQuery(request, (await params).token)
}

export async function POST(request: Request, { params }: Context) {
  return door.byBody(request, (await params).token)
}

export async function HEAD(request: Request, { params }: Context) {
  return door.look(request, (await params).token)
}

export const PUT = door.otherMethod
export const PATCH = door.otherMethod
export const DELETE = door.otherMethod
export const OPTIONS = door.otherMethod
