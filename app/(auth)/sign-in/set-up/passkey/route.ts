import { setUpOfStep } from '#lib/auth/own-step.ts'
import { beginPasskey } from '#lib/auth/passkeys.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentStep } from '#lib/auth/session.ts'

/** What the browser is to make a passkey from, for whoever has to set up a second factor before they may work. */
export async function POST() {
  if (!(await isSameOrigin())) return answer(403, { message: 'Another page asked for this.' })
  const step = await setUpOfStep(await currentStep())
  if (step === null || step.isSetUp)
    return answer(401, { message: 'This took too long. Begin again with your password.' })
  const { options } = await beginPasskey(step.person)
  return answer(200, { options })
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
