// The HTTP server: partner endpoints under /products/, the control interface under /control/, the page at /.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerControl } from './control/control.ts'
import { deliver, redirectPath } from './deliver.ts'
import { findEndpoint } from './endpoints/index.ts'
import { answerPage } from './page/page.ts'
import { answerPartner } from './partner.ts'
import { isLoopback } from './is-loopback.ts'
import { readBody } from './read-body.ts'
import { readSeed, type Seed } from './seed.ts'
import { createControls, createMemory, type Controls, type Memory } from './simulator.ts'

export { isLoopback } from './is-loopback.ts'
export type { Seed } from './seed.ts'
export type { Controls } from './simulator.ts'
export { faultKinds } from './types.ts'
export type * from './types.ts'

export type SimulatorOptions = {
  /** 0 or left out: a free port. */
  port?: number
  /** Loopback only. Default 127.0.0.1. */
  host?: string
  /** The seed itself, or the path of its file. */
  seed?: Seed | string
  now?: () => Date
}

export type Simulator = Controls & {
  /** Origin without a trailing slash. */
  url: string
  /** `${url}/products/` */
  baseUrl: string
  close: () => Promise<void>
}

export const startSimulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  const { port = 0, host = '127.0.0.1', now = () => new Date() } = options
  if (!isLoopback(host)) throw new TypeError(`The simulator listens on loopback only, not on ${host}.`)
  const seed = structuredClone(readSeed(options.seed))
  const memory = createMemory(seed, now)
  const controls = createControls(memory, seed)

  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    // A client that goes away in the middle is an everyday event here.
    response.on('error', () => {})
    request.on('error', () => {})
    answer(memory, controls, request, response).catch((error: unknown) => {
      console.error('simulator:', error)
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain' }).end('The simulator failed.')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })

  const { port: bound } = server.address() as AddressInfo
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
  return {
    ...controls,
    url,
    baseUrl: `${url}/products/`,
    close: () =>
      new Promise<void>((resolve) => {
        memory.pushes.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const answer = async (
  memory: Memory,
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  const body = await readBody(request)
  if (path.startsWith('/control/')) return answerControl(controls, request, response, body)

  const endpoint = path.startsWith('/products/') ? findEndpoint(path.slice('/products/'.length)) : undefined
  if (endpoint) return answerPartner(memory, endpoint, { request, response, body })
  if (!path.startsWith('/products/') && path !== redirectPath) {
    return answerPage(controls, request, response, body)
  }
  const record = memory.journal.add(request, {
    kind: path === redirectPath ? 'followed-redirect' : 'other',
    aborted: body.aborted,
    body: body.bytes,
    at: memory.now(),
  })
  const text = path === redirectPath ? 'A redirect was followed.' : 'There is no such endpoint.'
  await deliver({
    response,
    record,
    family: 'lines',
    rules: memory.world.rules,
    answer: {
      statusCode: path === redirectPath ? 200 : 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: Buffer.from(text),
    },
  })
}
