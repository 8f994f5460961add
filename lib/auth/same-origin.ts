import 'server-only'
import { headers } from 'next/headers'
import { env } from '#lib/env.ts'

/**
 * Whether a mutation comes from this desk's own pages: the browser's Origin is PUBLIC_URL's or the host that was asked, and
 * `Sec-Fetch-Site`, where sent, says same-origin. `Origin: null` and a missing Origin are refused.
 */
export async function isSameOrigin(): Promise<boolean> {
  return judgeOrigin(await headers(), env().PUBLIC_URL)
}

/** The rule itself, for `isSameOrigin` and its tests. */
export function judgeOrigin(request: Pick<Headers, 'get'>, publicUrl: string): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return false
  const origin = request.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === request.get('host') || origin === new URL(publicUrl).origin
}
