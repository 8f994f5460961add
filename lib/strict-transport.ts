import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { env } from './env.ts'

/** Where people type https, tells browsers never to come back over plain http: on every answer, Next's own and files included. */
export function announceStrictTransport(): void {
  if (!env().PUBLIC_URL.startsWith('https:')) return
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse }
    response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
  })
}
