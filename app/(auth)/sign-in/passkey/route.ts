import { addressOf } from '#lib/auth/client-address.ts'
import { mayAskForPasskey } from '#lib/auth/own-questions.ts'
import { passkeyQuestion } from '#lib/auth/passkey-sign-in.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { logTooOften } from '#lib/auth/security-log.ts'
import { env } from '#lib/env.ts'

/** What any passkey for this desk is to sign. POST, because it is written down and counts once. */
export async function POST(request: Request) {
  if (!(await isSameOrigin())) return answer(403, { message: 'Another page asked for this.' })
  if (!env().LOCAL_SIGN_IN) return answer(403, { message: 'Passkeys are not used here. Use single sign-on.' })
  if (!mayAskForPasskey(addressOf(request.headers))) {
    logTooOften('passkeys', null)
    return answer(429, { message: 'Too many tries. Wait a minute, then try again.' })
  }
  return answer(200, { options: await passkeyQuestion(null) })
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
