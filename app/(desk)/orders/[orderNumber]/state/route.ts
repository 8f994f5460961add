import * as z from 'zod/mini'
import { readJson } from '#lib/api/read-body.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentPerson } from '#lib/auth/session.ts'
import { desk } from '#lib/desk/desk.ts'
import type { StateRead } from '#lib/desk/order-state.ts'
import { readOrderState } from '#lib/desk/read-order-state.ts'
import { log } from '#lib/log.ts'

const question = z.strictObject({
  account: z.string().check(z.maxLength(200)),
  reason: z.nullable(z.string().check(z.maxLength(2000))),
  automatic: z.boolean(),
})

/** Reads the order's state at the CA for the signed-in person. POST, because it costs one of the CA's few reads and is written down. */
export async function POST(request: Request, { params }: { params: Promise<{ orderNumber: string }> }) {
  if (!(await isSameOrigin())) return answer(403, notRead('Another page asked for this. Nothing was read.'))
  const actor = await currentPerson()
  if (actor === null)
    return answer(401, notRead('You are signed out. Sign in in another tab, then try again.'))
  const body = await readJson(request)
  const parsed = body.ok ? question.safeParse(body.value) : null
  if (!parsed?.success) return answer(400, notRead('The question did not arrive whole. Reload the page.'))
  const { account, reason, automatic } = parsed.data
  const { orderNumber } = await params
  try {
    return answer(
      200,
      await readOrderState(await desk(), {
        actor,
        order: decoded(orderNumber),
        accountId: account,
        reason: reason?.trim() || null,
        automatic,
      }),
    )
  } catch (error) {
    log.error({ err: error }, 'the state of an order was asked for in vain')
    return answer(503, notRead('The history cannot be written just now, so the CA was not asked.'))
  }
}

const notRead = (message: string): StateRead => ({ is: 'not-read', field: 'form', message })

const answer = (status: number, body: StateRead) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/** A broken spelling stays as it is, and is found to be no order number. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
