import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { headers } from 'next/headers'
import { env } from '#lib/env.ts'

/** Set by this server on every request before anything reads it; whatever a client sent under this name is overwritten. */
const peerHeader = 'x-unstuck-peer'

/**
 * Notes each connection's own address on its request. Next hides the socket from pages and actions, and `X-Forwarded-For` alone is the
 * client's word; Node announces every request on a channel before its handler runs.
 */
export function notePeerAddresses(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[peerHeader] = request.socket.remoteAddress ?? 'unknown'
  })
}

/** The address a request came from, for back-off: the connection's own, or the entry that the trusted proxies vouch for. */
export async function clientAddress(): Promise<string> {
  return addressOf(await headers())
}

/** The same, of a request at hand. */
export function addressOf(request: Pick<Headers, 'get'>): string {
  return judgeAddress(request.get(peerHeader), request.get('x-forwarded-for'), env().TRUSTED_PROXIES)
}

/** The rule itself: with N trusted proxies, the Nth entry from the right of `X-Forwarded-For`. */
export function judgeAddress(peer: string | null, forwarded: string | null, trustedProxies: number): string {
  const own = peer ?? 'unknown'
  if (trustedProxies === 0 || forwarded === null) return own
  // With fewer entries than proxies somebody came past one of them, and what stands there is the client's own word.
  const entry = forwarded.split(',').at(-trustedProxies)?.trim() ?? ''
  return isIP(entry) === 0 ? own : entry
}
