// The control interface: the simulator's own set of calls, for other processes. JSON in, JSON out; a bad wish is a 400 with a sentence.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Body } from '../read-body.ts'
import type { Controls } from '../simulator.ts'
import { refuseStranger } from './refuse-stranger.ts'
import { routes } from './routes.ts'

export const answerControl = async (
  controls: Controls,
  request: IncomingMessage,
  response: ServerResponse,
  body: Body,
): Promise<void> => {
  const say = (statusCode: number, value: unknown): void => {
    const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
    response.writeHead(statusCode, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      'cache-control': 'no-store',
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }
  const stranger = refuseStranger(request)
  if (stranger !== undefined) return say(403, { error: stranger })
  if (body.aborted) return
  if (body.tooLarge) return say(413, { error: 'The body is larger than 1 MiB.' })

  const [path = '', query = ''] = (request.url ?? '').split('?')
  const [, , name = '', id] = path.split('/').map(decodePart)
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined
  if (!route)
    return say(404, { error: `There is no /control/${name}. There are: ${Object.keys(routes).join(', ')}.` })
  const method = request.method ?? ''
  const handler = Object.hasOwn(route, method) ? route[method] : undefined
  if (!handler) return say(405, { error: `/control/${name} takes ${Object.keys(route).join(', ')}.` })
  try {
    const value = await handler({
      controls,
      id,
      query: new URLSearchParams(query),
      body: readJson(body.bytes),
    })
    if (value === undefined) return say(404, { error: `There is no ${name} "${id ?? ''}".` })
    say(200, value)
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return say(400, { error: error.message })
    throw error
  }
}

const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const readJson = (bytes: Buffer): Record<string, unknown> => {
  if (bytes.length === 0) return {}
  const value: unknown = JSON.parse(bytes.toString('utf8'))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('The body is a JSON object.')
  }
  return value as Record<string, unknown>
}
