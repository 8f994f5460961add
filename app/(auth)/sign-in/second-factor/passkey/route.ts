import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { factorsOfStep } from '#lib/auth/own-step.ts'
import { passkeyQuestion } from '#lib/auth/passkey-sign-in.ts'
import { currentStep } from '#lib/auth/session.ts'

/** What a passkey of the person who has just given their password is to sign. POST, because it is written down and counts once. */
export async function POST() {
  if (!(await isSameOrigin())) return answer(403, { message: 'Another page asked for this.' })
  const factors = await factorsOfStep(await currentStep())
  if (factors === null) return answer(401, { message: 'This took too long. Begin again with your password.' })
  return answer(200, { options: await passkeyQuestion(factors.personId) })
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
