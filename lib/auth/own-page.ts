import 'server-only'
import { headers } from 'next/headers'
import { isSameOrigin } from './same-origin.ts'
import { logSecurity } from './security-log.ts'

/**
 * Whether a form that needs no sign-in was sent from its own page. Next passes an action that was posted to another page on by a request of
 * its own, which would hide where it came from.
 */
export async function comesFromOwnPage(): Promise<boolean> {
  if (!(await headers()).has('x-action-forwarded')) return isSameOrigin()
  logSecurity('a request from another page was refused', { from: 'forwarded' })
  return false
}
