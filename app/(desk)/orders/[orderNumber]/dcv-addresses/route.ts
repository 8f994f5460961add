import * as z from 'zod/mini'
import { answerRead } from '#lib/api/answer-read.ts'
import { currentPerson } from '#lib/auth/session.ts'
import { desk } from '#lib/desk/desk.ts'
import { readDcvList } from '#lib/desk/read-dcv-list.ts'

const question = z.strictObject({
  account: z.string().check(z.maxLength(200)),
  domain: z.string().check(z.maxLength(300)),
})

/** Reads the addresses that the CA takes for a domain, for the signed-in person. */
export async function POST(request: Request, { params }: { params: Promise<{ orderNumber: string }> }) {
  return answerRead(request, {
    who: () => currentPerson(),
    orderNumber: (await params).orderNumber,
    question,
    read: async (actor, order, wanted) => readDcvList(await desk(), { actor, order, ...wanted }),
  })
}
