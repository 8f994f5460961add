import * as z from 'zod/mini'
import { readJson } from '#lib/api/read-body.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentPerson } from '#lib/auth/session.ts'
import type { DcvListRead } from '#lib/desk/dcv-list.ts'
import { desk } from '#lib/desk/desk.ts'
import { readDcvList } from '#lib/desk/read-dcv-list.ts'
import { log } from '#lib/log.ts'

const question = z.strictObject({
  account: z.string().check(z.maxLength(200)),
  domain: z.string().check(z.maxLength(300)),
})

/** Reads the addresses that the CA takes for a domain, for the signed-in person. POST, because it asks the CA and is written down. */
export async function POST(request: Request, { params }: { params: Promise<{ orderNumber: string }> }) {
  if (!(await isSameOrigin())) return answer(403, notRead('Another page asked for this. Nothing was read.'))
  const actor = await currentPerson()
  if (actor === null)
    return answer(401, notRead('You are signed out. Sign in in another tab, then press again.'))
  const body = await readJson(request)
  const parsed = body.ok ? question.safeParse(body.value) : null
  const order = decoded((await params).orderNumber)
  if (!parsed?.success || order === null)
    return answer(400, notRead('The question did not arrive whole. Reload the page.'))
  try {
    return answer(200, await readDcvList(await desk(), { actor, order, ...parsed.data }))
  } catch (error) {
    log.error({ err: error }, 'the store could not be opened for a list of addresses')
    return answer(503, notRead('The history cannot be written just now, so the CA was not asked.'))
  }
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

const notRead = (message: string): DcvListRead => ({ is: 'not-read', field: 'form', message })

const answer = (status: number, body: DcvListRead) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
