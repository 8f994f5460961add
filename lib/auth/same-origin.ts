import 'server-only'
import { headers } from 'next/headers'
import { env } from '#lib/env.ts'
import { logSecurity } from './security-log.ts'

/**
 * Whether a mutation comes from this desk's own pages: the browser's Origin is PUBLIC_URL's or the host that was asked, and
 * `Sec-Fetch-Site`, where sent, says same-origin. `Origin: null`, a missing Origin and plain http in the name of a desk that is at home on
 * https are refused.
 */
export async function isSameOrigin(): Promise<boolean> {
  const request = await headers()
  if (judgeOrigin(request, env().PUBLIC_URL)) return true
  const origin = request.get('origin') ?? ''
  const from = URL.canParse(origin) ? new URL(origin).origin.slice(0, 200) : 'none'
  logSecurity('a request from another page was refused', { from })
  return false
}

/** The rule itself, for `isSameOrigin` and its tests. */
export function judgeOrigin(request: Pick<Headers, 'get'>, publicUrl: string): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  const asked = new URL(origin)
  const home = new URL(publicUrl)
  // Whoever sits on the line can answer in the desk's name over plain http; through a tunnel to this very machine nobody can.
  const isWeaker =
    home.protocol === 'https:' &&
    asked.protocol !== 'https:' &&
    !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(asked.hostname)
  return !isWeaker && (asked.host === request.get('host') || origin === home.origin)
}
