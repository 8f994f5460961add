import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'

/** Milliseconds that a client has to send the head of a request, and the whole of it. Node alone would wait for one and five minutes. */
const limits = { headersTimeout: 15_000, requestTimeout: 30_000 } as const

const known = new WeakSet<Server>()

/**
 * Lets clients that send slowly hold a connection for seconds and not for minutes. The framework makes the server and has no setting for
 * this; Node names it with its first request, and looks for late ones every half minute.
 */
export function limitConnections(): void {
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server }
    if (known.has(server)) return
    known.add(server)
    Object.assign(server, limits)
  })
}
