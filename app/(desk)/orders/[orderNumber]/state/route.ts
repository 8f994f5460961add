import * as z from 'zod/mini'
import { answerRead } from '#lib/api/answer-read.ts'
import { currentPerson } from '#lib/auth/session.ts'
import { desk } from '#lib/desk/desk.ts'
import { readOrderState } from '#lib/desk/read-order-state.ts'

const question = z.strictObject({
  account: z.string().check(z.maxLength(200)),
  reason: z.nullable(z.string().check(z.maxLength(2000))),
  automatic: z.boolean(),
})

/** Reads the order's state at the CA for the signed-in person. */
export async function POST(request: Request, { params }: { params: Promise<{ orderNumber: string }> }) {
  return answerRead(request, {
    who: () => currentPerson(),
    orderNumber: (await params).orderNumber,
    question,
    read: async (actor, order, { account, reason, automatic }) =>
      readOrderState(await desk(), {
        actor,
        order,
        accountId: account,
        reason: reason?.trim() || null,
        automatic,
      }),
  })
}
