import { once } from 'node:events'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { createConnection, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from './log.ts'
import { mintRequestIds, requestId } from './request-id.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

describe('the id of a request', () => {
  const lines: { request?: string; order: string; step: string }[] = []
  const log = createLog({
    level: 'info',
    to: { write: (line) => void lines.push(JSON.parse(line) as never) },
  })
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const order = request.url ?? ''
    log.info({ order, step: 'first' }, 'came')
    await sleep(5)
    log.info({ order, step: 'later' }, 'went')
    response.end(JSON.stringify({ seen: request.headers['x-request-id'], id: requestId() }))
  }
  const server = createServer((request, response) => void answer(request, response))
  let port = 0
  beforeAll(async () => {
    mintRequestIds()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => server.close())

  async function get(path: string, headers: Record<string, string> = {}) {
    const sent = ask({ host: '127.0.0.1', port, path, headers, agent: false }).end()
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    return {
      headers: response.headers,
      body: JSON.parse(await text(response)) as { seen: string; id: string },
    }
  }

  it('is on every line that the request causes, later ones too, and on its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => get(`/${index}`)))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(20)
    for (const [index, { headers, body }] of answers.entries()) {
      expect(body.id).toMatch(uuid)
      expect([headers['x-request-id'], body.seen]).toEqual([body.id, body.id])
      const mine = lines.filter((line) => line.order === `/${index}`)
      expect(mine.map((line) => [line.step, line.request])).toEqual([
        ['first', body.id],
        ['later', body.id],
      ])
    }
  })

  it('is never what a client chose, and nothing a client sends becomes a line of its own', async () => {
    const forged = '{"level":"error","msg":"forged"}'
    const { body } = await get(`/forge%0A${forged.replaceAll('"', '%22')}`, { 'x-request-id': forged })
    expect(body.seen).toMatch(uuid)
    const mine = lines.filter((line) => line.request === body.id)
    expect(mine).toHaveLength(2)
    expect(lines.some((line) => 'msg' in line && line.msg === 'forged')).toBe(false)
  })

  it('differs for requests that come over one connection, also in one packet', async () => {
    const socket = createConnection(port, '127.0.0.1')
    const one = (path: string, close = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${close}\r\n`
    socket.write(one('/p1') + one('/p2') + one('/p3', 'Connection: close\r\n'))
    const ids = [...(await text(socket)).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(3)
    for (const [index, id] of ids.entries()) {
      const mine = lines.filter((line) => line.order === `/p${index + 1}`)
      expect(mine.map((line) => line.request)).toEqual([id, id])
    }
  })

  it('is on no line outside a request', () => {
    log.info({ order: 'none', step: 'alone' }, 'by itself')
    expect(lines.at(-1)).not.toHaveProperty('request')
  })
})
