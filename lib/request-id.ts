import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

const header = 'x-request-id'

declare global {
  var unstuckRequest: AsyncLocalStorage<string> | undefined
}

/** On globalThis, because Next bundles this module more than once: the log of one bundle has to see what another noted. */
const current = (globalThis.unstuckRequest ??= new AsyncLocalStorage<string>())

/**
 * Gives every request an id of this server's making, before anything reads it: actions do not pass the proxy file, and what a client sent
 * under this name is overwritten, so that nobody chooses what stands in the log. The answer carries it too.
 */
export function mintRequestIds(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    const id = crypto.randomUUID()
    request.headers[header] = id
    response.setHeader(header, id)
    // Node runs each request's handler in a context of its own, so this reaches what the request causes and nothing else.
    current.enterWith(id)
  })
}

/** The id of the request that this work is done for; undefined outside of one. */
export function requestId(): string | undefined {
  return current.getStore()
}
