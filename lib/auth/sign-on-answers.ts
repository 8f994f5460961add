import 'server-only'
import type { SignOnProblem } from './sign-on-problems.ts'

/** Where the browser goes next; nothing on the way keeps it. */
export const leadTo = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })

/** Back to the sign-in page, which says what the word stands for. */
export function toSignIn(problem: SignOnProblem | null, next = '/'): Response {
  const query = new URLSearchParams({
    ...(problem === null ? {} : { reason: problem }),
    ...(next === '/' ? {} : { next }),
  })
  return leadTo(query.size === 0 ? '/sign-in' : `/sign-in?${query}`)
}

export const noSignOn = () =>
  new Response('There is no single sign-on here.', { status: 404, headers: { 'cache-control': 'no-store' } })
