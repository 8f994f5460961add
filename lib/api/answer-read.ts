import 'server-only'
import type * as z from 'zod/mini'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { logForged } from '#lib/auth/security-log.ts'
import type { Actor } from '#lib/desk/receipt.ts'
import { log } from '#lib/log.ts'
import { readJson } from './read-body.ts'

/** Why the CA was not asked, as every read of an order's says it. */
interface NotRead {
  readonly is: 'not-read'
  readonly field: 'form'
  readonly message: string
}

export interface ReadDoor<Question extends z.ZodMiniType, Answer> {
  readonly who: () => Promise<Actor | null>
  /** As the address spells it. */
  readonly orderNumber: string
  readonly question: Question
  readonly read: (actor: Actor, order: string, question: z.infer<Question>) => Promise<Answer>
}

/**
 * Answers a page that has something of an order read at the CA. It is a POST, because it costs one of the CA's reads and is written down:
 * from this desk's own pages alone, for a signed-in person, with a question that arrived whole.
 */
export async function answerRead<Question extends z.ZodMiniType, Answer extends object>(
  request: Request,
  { who, orderNumber, question, read }: ReadDoor<Question, Answer>,
): Promise<Response> {
  if (!(await isSameOrigin())) return notRead(403, 'Another page asked for this. Nothing was read.')
  const actor = await who()
  if (actor === null) return notRead(401, 'You are signed out. Sign in in another tab, then press again.')
  const body = await readJson(request)
  const parsed = body.ok ? question.safeParse(body.value) : null
  const order = decoded(orderNumber)
  if (!parsed?.success || order === null) {
    logForged(actor, 'a read', parsed?.error?.issues ?? [{ path: [] }])
    return notRead(400, 'The question did not arrive whole. Reload the page.')
  }
  try {
    return answer(200, await read(actor, order, parsed.data))
  } catch (error) {
    log.error({ err: error }, 'a read was asked for in vain')
    return notRead(503, 'The history cannot be written just now, so the CA was not asked.')
  }
}

const notRead = (status: number, message: string) =>
  answer(status, { is: 'not-read', field: 'form', message } satisfies NotRead)

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
