import { createRateLimit } from '#lib/api/rate-limit.ts'
import { addressOf } from '#lib/auth/client-address.ts'
import { logTooOften } from '#lib/auth/security-log.ts'
import { startStep } from '#lib/auth/session.ts'
import { signOnSettings } from '#lib/auth/sign-on-settings.ts'
import { beginSignOn } from '#lib/auth/single-sign-on.ts'
import { leadTo, noSignOn, toSignIn } from '#lib/auth/sign-on-answers.ts'
import { clock } from '#lib/clock.ts'
import { safeNext } from '#lib/desk/safe-next.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'

export const dynamic = 'force-dynamic'

/** Each beginning is written down until it ends or ten minutes are over. An office behind one address has many people. */
const beginnings = createRateLimit({ most: 120, windowMs: 60_000, keys: 1000 })

/** Begins single sign-on. Another site cannot begin it for somebody: it only gets them to the sign-in page, where they press the button. */
export async function GET(request: Request) {
  const settings = signOnSettings(env())
  if (settings === null) return noSignOn()
  const query = new URL(request.url).searchParams
  const next = safeNext(query.get('next') ?? '/')
  const site = request.headers.get('sec-fetch-site') ?? 'none'
  if (site !== 'same-origin' && site !== 'none') return toSignIn(null, next)
  if (beginnings.take(addressOf(request.headers), clock.now()) > 0) {
    logTooOften('single sign-on', null)
    return toSignIn('sign-on-too-many', next)
  }
  try {
    const { url, challenge } = await beginSignOn(settings, next, query.has('again'))
    await startStep(challenge)
    return leadTo(url.href)
  } catch (error) {
    log.warn({ err: error }, 'single sign-on could not begin')
    return toSignIn('sign-on-failed', next)
  }
}
