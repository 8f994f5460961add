import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy } from '#lib/csp.ts'
import { env } from '#lib/env.ts'

/**
 * Gives each page its policy and its nonce; the request’s id is there already (lib/request-id.ts). It is no security boundary: pages, actions and handlers authorise inside.
 * It sets no cookie, because a cookie on an action's answer would make Next render the page again.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const { PUBLIC_URL, FRAME_ANCESTORS: frameAncestors } = env()
  const https = PUBLIC_URL.startsWith('https:')
  const development = process.env.NODE_ENV === 'development'
  const policy = contentSecurityPolicy(nonce, { https, development, frameAncestors })

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)

  const response = isReadable(request.nextUrl.pathname)
    ? NextResponse.next({ request: { headers } })
    : new NextResponse('This address is broken. Nothing was sent.', { status: 400 })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  return response
}

/** Next answers 500, without any of these headers, to a path whose spelling cannot be decoded. */
function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

export const config = {
  matcher: [
    {
      // Files of the build are the same for everybody and carry no data. What the CA reports is no page, and coming through here it would be
      // read to its end, however long it takes, before the handler could say that it is too much.
      source: '/((?!_next/static|icon.svg|favicon.ico|push/[A-Za-z0-9_-]{43}$).*)',
      // What a script of ours reads as an action's result is no page, and coming through here would cost it as much as the action itself: its
      // policy is in next.config.mjs. A form that is sent without scripts has no such header, and gets a page.
      missing: [{ type: 'header', key: 'next-action' }],
    },
  ],
}
