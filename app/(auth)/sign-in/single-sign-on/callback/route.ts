import { addressOf } from '#lib/auth/client-address.ts'
import { currentStep, endStep, startSession } from '#lib/auth/session.ts'
import { leadTo, noSignOn, toSignIn } from '#lib/auth/sign-on-answers.ts'
import { signOnSettings } from '#lib/auth/sign-on-settings.ts'
import { finishSignOn } from '#lib/auth/single-sign-on.ts'
import { safeNext } from '#lib/desk/safe-next.ts'
import { env } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/** Where the provider sends the browser back to. Only the browser that began has the sealed step that this answers, and it counts once. */
export async function GET(request: Request) {
  const settings = signOnSettings(env())
  if (settings === null) return noSignOn()
  const challenge = await currentStep()
  await endStep()
  const device = request.headers.get('user-agent') ?? undefined
  const finished = await finishSignOn(settings, {
    challenge,
    search: new URL(request.url).search,
    address: addressOf(request.headers),
    ...(device === undefined ? {} : { device }),
  })
  if (!finished.ok) return toSignIn(finished.problem)
  await startSession(finished.sessionId)
  return leadTo(safeNext(finished.next))
}
